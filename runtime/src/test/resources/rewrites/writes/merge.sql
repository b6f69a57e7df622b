-- schema: users

-- test: merge that updates and inserts
-- since: 15
MERGE INTO users u USING staging s ON s.email = u.email
WHEN MATCHED THEN UPDATE SET display_name = s.name
WHEN NOT MATCHED THEN INSERT (id, display_name, email) VALUES (s.id + 100, s.name, s.email)

-- test: merge with conditions on the column
-- since: 15
MERGE INTO users u USING staging s ON s.email = u.email
WHEN MATCHED AND u.display_name <> s.name THEN UPDATE SET display_name = u.display_name || '/' || s.name, age = s.n
WHEN NOT MATCHED AND s.n > 2 THEN INSERT (id, email, display_name) VALUES (s.id, s.email, upper(s.name))
WHEN NOT MATCHED THEN DO NOTHING

-- test: merge on the column
-- since: 15
MERGE INTO users USING teams t ON t.display_name = users.display_name
WHEN MATCHED THEN UPDATE SET age = t.id

-- test: merge with delete
-- since: 15
MERGE INTO users u USING orders o ON o.user_id = u.id AND o.id IN (1, 3)
WHEN MATCHED AND u.display_name = 'Ada' THEN DELETE
WHEN MATCHED THEN UPDATE SET display_name = o.full_name

-- test: merge with parameters
-- since: 15
-- params: int 1, text 'one', text 'x@y'
MERGE INTO users u USING (VALUES (?, ?, ?)) AS v (id, n, e) ON v.id = u.id
WHEN MATCHED THEN UPDATE SET display_name = v.n
WHEN NOT MATCHED THEN INSERT (id, display_name, email) VALUES (v.id, v.n, v.e)

-- test: merge with parameters in the actions
-- since: 15
-- params: text 'upd', int 60, text 'ins'
MERGE INTO users u USING staging s ON s.email = u.email
WHEN MATCHED THEN UPDATE SET display_name = ?
WHEN NOT MATCHED AND s.id = 2 THEN INSERT (id, display_name, email) VALUES (?, ?, s.email)

-- test: merge with volatile values
-- since: 15
MERGE INTO users u USING staging s ON s.email = u.email
WHEN MATCHED THEN UPDATE SET display_name = next_code()

-- test: merge with default
-- since: 15
MERGE INTO users u USING staging s ON s.email = u.email
WHEN MATCHED THEN UPDATE SET display_name = DEFAULT
WHEN NOT MATCHED THEN INSERT (id, display_name, email) VALUES (s.id + 100, DEFAULT, s.email)

-- test: merge with multi-column set
-- since: 15
MERGE INTO users u USING staging s ON s.email = u.email
WHEN MATCHED THEN UPDATE SET (display_name, age) = (s.name, s.n)

-- test: merge with not matched by source
-- since: 17
MERGE INTO users u USING staging s ON s.email = u.email
WHEN MATCHED THEN DO NOTHING
WHEN NOT MATCHED BY SOURCE AND u.display_name IS NULL THEN UPDATE SET display_name = 'gone'

-- test: merge returning
-- since: 17
MERGE INTO users u USING staging s ON s.email = u.email
WHEN MATCHED THEN UPDATE SET display_name = s.name
WHEN NOT MATCHED THEN INSERT (id, display_name, email) VALUES (s.id + 100, s.name, s.email)
RETURNING merge_action(), u.id, u.display_name

-- test: merge returning star
-- since: 17
-- names: star
MERGE INTO users u USING staging s ON s.email = u.email
WHEN MATCHED THEN UPDATE SET display_name = s.name
RETURNING u.*

-- test: merge into another table from the tracked one
-- since: 15
MERGE INTO orders o USING users u ON u.id = o.user_id
WHEN MATCHED THEN UPDATE SET full_name = u.display_name

-- test: merge into another table with the same names from the tracked one
-- since: 15
MERGE INTO teams t USING users u ON u.id = t.lead_id
WHEN MATCHED AND t.display_name <> u.display_name THEN UPDATE SET display_name = u.display_name, full_name = t.display_name
WHEN NOT MATCHED AND u.id > 8 THEN INSERT (id, display_name) VALUES (u.id + 100, u.display_name)

-- test: merge from itself
-- since: 15
MERGE INTO users u USING (SELECT manager_id, max(display_name) AS display_name FROM users GROUP BY manager_id) s ON s.manager_id = u.id
WHEN MATCHED THEN UPDATE SET display_name = s.display_name || u.display_name

-- test: merge in a cte
-- since: 17
WITH m AS (MERGE INTO users u USING staging s ON s.email = u.email WHEN MATCHED THEN UPDATE SET display_name = s.name RETURNING u.display_name) SELECT display_name FROM m

-- test: merge with a cte
-- since: 15
WITH s AS (SELECT * FROM staging) MERGE INTO users u USING s ON s.email = u.email WHEN MATCHED THEN UPDATE SET display_name = s.name

-- test: merge of another schema's table
-- since: 15
-- catalog: that this table is another one
-- names: none
MERGE INTO archive.users a USING staging s ON s.id = a.id WHEN MATCHED THEN UPDATE SET display_name = s.name, full_name = s.name

-- test: merge whose insert names the source's column bare, which the target has too
-- since: 15
MERGE INTO users u USING (SELECT id + 100 AS id, display_name FROM teams) s ON s.id = u.id
WHEN NOT MATCHED THEN INSERT (id, display_name, email) VALUES (id, display_name, 'm' || id)

-- test: merge from itself whose insert names the column bare
-- since: 15
MERGE INTO users u USING users s ON s.id + 100 = u.id
WHEN NOT MATCHED THEN INSERT (id, display_name, email) VALUES (id + 100, display_name, 'm' || email)
