-- schema: users

-- test: subqueries without alias
-- since: 16
SELECT n, c FROM (SELECT display_name AS n FROM users WHERE id < 3), (SELECT count(*) AS c FROM users)

-- test: star of a subquery without alias
-- since: 16
-- names: star
SELECT * FROM (SELECT * FROM users WHERE id < 3)

-- test: group by all
-- since: 14
SELECT display_name, count(*) FROM users GROUP BY ALL display_name

-- test: using with alias, whole and by name
-- since: 14
SELECT j.display_name, j.id, u.email FROM users u JOIN (SELECT id, display_name FROM users) v USING (id, display_name) AS j WHERE j.display_name <> ''

-- test: search and cycle
-- since: 14
WITH RECURSIVE r (id, n) AS (SELECT id, display_name FROM users WHERE manager_id IS NULL UNION ALL SELECT u.id, r.n || '/' || u.display_name FROM r JOIN users u ON u.manager_id = r.id) SEARCH DEPTH FIRST BY id SET place CYCLE id SET again USING way SELECT id, n, place, again FROM r ORDER BY place

-- test: select from a search's star
-- since: 14
WITH RECURSIVE r AS (SELECT id, display_name FROM users WHERE manager_id IS NULL UNION ALL SELECT u.id, u.display_name FROM r JOIN users u ON u.manager_id = r.id) SEARCH BREADTH FIRST BY id SET place SELECT r.id, r.display_name FROM r ORDER BY place

-- test: recursive query that names one that follows
WITH RECURSIVE a AS (SELECT * FROM users_of_b), users_of_b AS (SELECT display_name FROM users WHERE id = 1) SELECT display_name FROM a

-- test: distinct on a label that hides the column
SELECT DISTINCT ON (display_name) age AS display_name, id FROM users ORDER BY display_name, id

-- test: order by a label in parentheses
SELECT lower(email) AS display_name, id FROM users ORDER BY (display_name)

-- test: rows from
SELECT u.display_name, f.a, f.b FROM users u, ROWS FROM (generate_series(1, 2), unnest(ARRAY['x', 'y'])) AS f (a, b)

-- test: function with column definitions
SELECT u.id, u.display_name, r.display_name FROM users u, jsonb_to_record(CASE jsonb_typeof(u.doc) WHEN 'object' THEN u.doc END) AS r (display_name text)

-- test: function with column definitions, bare name
SELECT (SELECT display_name FROM jsonb_to_record(CASE jsonb_typeof(u.doc) WHEN 'object' THEN u.doc END) AS r (display_name text, k int)) FROM users u

-- test: tablesample
-- empty
SELECT display_name FROM users TABLESAMPLE bernoulli (0)

-- test: fetch, offset, locking of one table
SELECT u.display_name FROM users u JOIN orders o ON o.user_id = u.id ORDER BY o.id OFFSET 1 ROW FETCH NEXT 2 ROWS ONLY FOR UPDATE OF u SKIP LOCKED


-- test: union of stars, sorted
-- names: star
SELECT * FROM users WHERE id < 3 UNION ALL SELECT * FROM users WHERE id > 8 ORDER BY id

-- test: union of three stars with more items
-- names: star
SELECT 1 AS part, u.* FROM users u WHERE id = 1 UNION ALL SELECT 2, u.* FROM users u WHERE id = 2 UNION ALL (SELECT 3, v.* FROM users v WHERE id = 3)

-- test: union of stars within a derived table
-- names: star
SELECT s.id, s.display_name FROM (SELECT * FROM users WHERE id = 1 UNION ALL SELECT * FROM users WHERE id = 2) s

-- test: create table as of a set operation
-- names: star
CREATE TEMP TABLE copied ON COMMIT DROP AS SELECT * FROM users WHERE id = 1 UNION ALL SELECT * FROM users WHERE id = 2

-- test: deep chains of operators
SELECT display_name || 'a' || 'b' || 'c' || display_name FROM users WHERE id + 1 - 1 + 1 > 2 AND NOT (display_name IS NULL) AND (id, display_name) <> (1, 'x')

-- test: casts in their three notations and typed literals
SELECT CAST(display_name AS text), display_name::varchar(3)::text, text 'lit', interval '1' day, timestamp '2020-01-01', date '2020-01-01' FROM users

-- test: precedence of NOT, IS, comparison and LIKE
SELECT id FROM users WHERE NOT display_name LIKE 'A%' IS TRUE OR display_name IS NULL AND NOT id = 1
