-- schema: users

-- test: returning old and new of an update
-- since: 18
UPDATE users SET display_name = upper(display_name) WHERE id < 4 RETURNING id, old.display_name, new.display_name, display_name

-- test: returning old and new with other names
-- since: 18
UPDATE users AS u SET display_name = 'x' WHERE id = 1 RETURNING WITH (OLD AS o, NEW AS n) o.display_name, n.display_name, o.email

-- test: returning old by another name and new by its own
-- since: 18
UPDATE users SET display_name = 'x' WHERE id = 1 RETURNING WITH (OLD AS o) o.display_name, new.display_name

-- test: returning old of an insert
-- since: 18
INSERT INTO users (id, display_name, email) VALUES (50, 'a', 'n@x') RETURNING old.display_name, new.display_name

-- test: returning old of an upsert
-- since: 18
INSERT INTO users (id, display_name, email) VALUES (1, 'up', 'n@x') ON CONFLICT (id) DO UPDATE SET display_name = EXCLUDED.display_name RETURNING old.display_name, new.display_name

-- test: returning old of a delete
-- since: 18
DELETE FROM users WHERE id = 9 RETURNING old.display_name, new.display_name

-- test: returning stars of old and new
-- since: 18
-- names: star
UPDATE users SET age = 1 WHERE id = 1 RETURNING old.*, new.*

-- test: returning whole rows of old and new
-- since: 18
-- names: star
-- refused: BEFORE_MISSING, BEFORE_ADDED, DUAL_WRITE, FALLBACK_READ, NEW_READ, AFTER_STALE, AFTER_DENIED: whole-row: nothing can stand in the written table's place
UPDATE users SET age = 1 WHERE id = 1 RETURNING to_jsonb(old), to_jsonb(new)

-- test: merge returning old and new
-- since: 18
MERGE INTO users u USING staging s ON s.email = u.email
WHEN MATCHED THEN UPDATE SET display_name = s.name
WHEN NOT MATCHED THEN INSERT (id, display_name, email) VALUES (s.id + 100, s.name, s.email)
RETURNING merge_action(), old.display_name, new.display_name, u.display_name

-- test: merge that sets by a subquery
-- since: 15
MERGE INTO users u USING staging s ON s.email = u.email
WHEN MATCHED THEN UPDATE SET (display_name, age) = (SELECT t.display_name, t.id FROM teams t WHERE t.id = 1)

-- test: merge that sets by a row with the word
-- since: 15
MERGE INTO users u USING staging s ON s.email = u.email
WHEN MATCHED THEN UPDATE SET (age, display_name) = ROW (s.n, u.display_name || s.name)

-- test: merge by source and by target
-- since: 17
MERGE INTO users u USING staging s ON s.email = u.email
WHEN NOT MATCHED BY SOURCE AND u.display_name = 'Ada' THEN DELETE
WHEN NOT MATCHED BY SOURCE THEN UPDATE SET display_name = 'gone ' || u.display_name
WHEN NOT MATCHED BY TARGET THEN INSERT (id, display_name, email) VALUES (s.id + 100, s.name, s.email)

-- test: merge whose insert overrides and defaults
-- since: 15
MERGE INTO users u USING staging s ON s.email = u.email
WHEN NOT MATCHED THEN INSERT (id, email, display_name) OVERRIDING USER VALUE VALUES (s.id + 100, s.email, DEFAULT)
WHEN MATCHED THEN DO NOTHING

-- test: merge only
-- since: 15
MERGE INTO ONLY users AS u USING (SELECT * FROM staging) AS s ON s.email = u.email
WHEN MATCHED AND u.display_name IS NOT NULL THEN UPDATE SET display_name = NULL

-- test: explain analyze of a write
-- unordered
-- mask: QUERY PLAN
EXPLAIN (ANALYZE, FORMAT JSON) UPDATE users SET display_name = 'ex' WHERE id = 1

-- test: explain analyze of an insert
-- unordered
-- mask: QUERY PLAN
EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF) INSERT INTO users (id, display_name, email) VALUES (50, 'ex', 'n@x')

-- test: where current of
-- setup: DECLARE c CURSOR FOR SELECT id FROM users WHERE id = 2 FOR UPDATE
-- setup: FETCH 1 FROM c
-- skip: AFTER_DENIED: the cursor is another role's
UPDATE users SET display_name = 'current' WHERE CURRENT OF c

-- test: delete where current of
-- setup: DECLARE c CURSOR FOR SELECT id FROM users WHERE id = 9 FOR UPDATE
-- setup: FETCH 1 FROM c
-- skip: AFTER_DENIED: the cursor is another role's
DELETE FROM users WHERE CURRENT OF c RETURNING display_name

-- test: fetch passes
-- names: none
-- setup: DECLARE c CURSOR FOR SELECT id FROM users ORDER BY id
FETCH 2 FROM c

-- test: grant passes
-- names: none
-- empty
GRANT SELECT ON users TO PUBLIC

-- test: comment on another column passes
-- fails: AFTER_DENIED: 42501: only the owner may comment
-- names: none
-- empty
COMMENT ON COLUMN users.email IS 'who: display_name'

-- test: analyze passes
-- names: none
-- empty
ANALYZE users (email)

-- test: truncate passes
-- empty
-- names: none
TRUNCATE staging

-- test: do block that names neither passes
-- names: none
-- empty
DO $$ BEGIN PERFORM 1; END $$

-- test: do block that writes the column
-- empty
-- refused: BEFORE, DUAL_WRITE, FALLBACK_READ, NEW_READ: server-side-code: what runs in the server is not rewritten
DO $$ BEGIN UPDATE users SET display_name = 'd' WHERE id = 1; END $$

-- test: several rows, one computed by a volatile function over a parameter
-- params: text 'p', int 51, text 'q'
INSERT INTO users (id, display_name, email) VALUES (50, ? || next_code(), 'a@y'), (?, ?, 'b@y')

-- test: several rows with untyped NULL, parameter and array
-- params: unknown '50', unknown '{a,b}', null text
INSERT INTO users (id, tags, display_name, email, doc) VALUES (?, ?, next_code(), 'a@y', '{"a": 1}'), (51, ARRAY['x'], ?, 'b@y', NULL), (52, '{}', DEFAULT, 'c@y', DEFAULT)

-- test: several rows with a subquery each
INSERT INTO users (id, display_name, email) VALUES (50, (SELECT min(name) FROM staging), 'a@y'), (51, (SELECT display_name FROM users WHERE id = 2), 'b@y') RETURNING id, display_name

-- test: several volatile rows that conflict
INSERT INTO users AS u (id, display_name, email) VALUES (1, next_code(), 'a@y'), (50, next_code(), 'b@y') ON CONFLICT (id) DO UPDATE SET display_name = EXCLUDED.display_name || u.display_name

-- test: insert select with volatile value, limit and parameters
-- params: int 100, text 'e', int 2
INSERT INTO users (id, display_name, email) SELECT id + ?, next_code(), ? || id FROM staging ORDER BY id LIMIT ?

-- test: insert select with volatile value and a CTE
INSERT INTO users (id, display_name, email) WITH s AS (SELECT id + 100 AS id FROM staging) SELECT id, next_code() || id, 'c' || id FROM s ORDER BY id

-- test: insert select with volatile values united
INSERT INTO users (id, display_name, email) SELECT 50, next_code(), 'a@y' UNION ALL SELECT 51, 'b', 'b@y'

-- test: insert select with volatile value from the table itself, returning
INSERT INTO users (id, display_name, email) SELECT id + 100, display_name || next_code(), email || 'x' FROM users WHERE display_name = 'Ada' ORDER BY id RETURNING id, display_name

-- test: merge with a value to compute once in one of two updates
-- since: 17
MERGE INTO users u USING staging s ON s.email = u.email
WHEN MATCHED THEN UPDATE SET display_name = next_code()
WHEN NOT MATCHED BY SOURCE THEN UPDATE SET age = 7

-- test: merge with a value to compute once beside a subquery for several columns
-- since: 17
-- refused: DUAL_WRITE, FALLBACK_READ, NEW_READ: volatile-expression: the server mixes up the subqueries of two actions
MERGE INTO users u USING staging s ON s.email = u.email
WHEN MATCHED THEN UPDATE SET display_name = next_code()
WHEN NOT MATCHED BY SOURCE THEN UPDATE SET (age, email) = (SELECT 7, u.email || 'x')

-- test: merge with a value to compute once in each of two updates
-- since: 17
-- refused: DUAL_WRITE, FALLBACK_READ, NEW_READ: volatile-expression: the server mixes up the subqueries of two actions
MERGE INTO users u USING staging s ON s.email = u.email
WHEN MATCHED THEN UPDATE SET display_name = next_code()
WHEN NOT MATCHED BY SOURCE THEN UPDATE SET display_name = (SELECT max(t.display_name) FROM teams t WHERE t.id <> u.id)
