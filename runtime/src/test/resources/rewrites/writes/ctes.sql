-- schema: users

-- test: update in a cte, read outside
WITH u AS (UPDATE users SET display_name = 'x' WHERE id < 3 RETURNING id, display_name) SELECT display_name FROM u

-- test: insert in a cte
WITH i AS (INSERT INTO users (id, display_name, email) VALUES (50, 'n', 'n@x') RETURNING id) SELECT id FROM i

-- test: insert in a cte without returning
WITH i AS (INSERT INTO users (id, display_name, email) VALUES (50, 'n', 'n@x')) SELECT display_name FROM users WHERE id IN (1, 50)

-- test: delete in a cte, insert elsewhere
-- catalog: that this table is another one
WITH gone AS (DELETE FROM users WHERE display_name = 'Ada' RETURNING id, display_name, email) INSERT INTO archive.users (id, display_name, email) SELECT id + 100, display_name, email FROM gone

-- test: delete in a cte with star
-- names: star
WITH gone AS (DELETE FROM users WHERE display_name = 'Ada' RETURNING *) SELECT id, display_name FROM gone

-- test: two writes of different rows
WITH a AS (UPDATE users SET display_name = 'a' WHERE id = 1), b AS (UPDATE users SET display_name = 'b' WHERE id = 2) UPDATE users SET display_name = 'c' WHERE id = 3

-- test: upsert by hand
WITH up AS (UPDATE users SET display_name = 'New' WHERE id = 50 RETURNING id) INSERT INTO users (id, display_name, email) SELECT 50, 'New', 'n@x' WHERE NOT EXISTS (SELECT 1 FROM up)

-- test: move through a cte with star
-- names: star
WITH gone AS (DELETE FROM users WHERE id < 3 RETURNING *) SELECT * FROM gone

-- test: insert into another table from an update's result
-- catalog: that this table is another one
WITH u AS (UPDATE users SET display_name = upper(display_name) RETURNING id, display_name) INSERT INTO archive.users (id, full_name) SELECT id + 100, display_name FROM u

-- test: cte that shares the table's name and writes the table
WITH users AS (SELECT 1 AS id, 'cte' AS display_name) UPDATE users SET display_name = 'table' WHERE id = 1

-- test: cte that shares the table's name and is the source of an insert into it
WITH users AS (SELECT 60 AS id, 'cte' AS display_name) INSERT INTO users (id, display_name, email) SELECT id, display_name, 'c@x' FROM users

-- test: parameters across the parts
-- params: text 'p1', int 1, int 50, text 'p2', text 'p3', int 2
WITH u AS (UPDATE users SET display_name = ? WHERE id = ? RETURNING display_name), i AS (INSERT INTO users (id, display_name, email) VALUES (?, ?, ?) RETURNING display_name) SELECT display_name FROM u UNION ALL SELECT display_name FROM i UNION ALL SELECT display_name FROM users WHERE id = ?

-- test: volatile value in a cte used by an insert
WITH v AS (SELECT next_code() AS c) INSERT INTO users (id, display_name, email) SELECT 50, c, c FROM v

-- test: queue pattern
UPDATE users SET display_name = display_name || ' taken' WHERE id = (SELECT id FROM users WHERE display_name IS NOT NULL ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING id, display_name
