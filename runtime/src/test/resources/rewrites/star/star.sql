-- schema: users

-- test: select star
-- names: star
SELECT * FROM users

-- test: select star ordered
-- names: star
SELECT * FROM users ORDER BY id

-- test: select star ordered by the column
-- names: star
SELECT * FROM users ORDER BY display_name, id

-- test: select star with a condition on the column
-- names: star
-- params: text 'Ada'
SELECT * FROM users WHERE display_name = ?

-- test: alias star
-- names: star
SELECT u.* FROM users u WHERE u.id = 1

-- test: table star
-- names: star
SELECT users.* FROM users

-- test: schema-qualified star
-- names: star
SELECT public.users.* FROM public.users

-- test: star and columns
-- names: star
SELECT u.id AS key, u.*, u.email FROM users u

-- test: star and the column
-- names: star
SELECT *, display_name FROM users

-- test: star of a join
-- names: star
SELECT * FROM users u JOIN orders o ON o.user_id = u.id

-- test: star of one side of a join
-- names: star
SELECT o.id, u.* FROM users u JOIN orders o ON o.user_id = u.id

-- test: star of the other side of a join
SELECT o.*, u.display_name FROM users u JOIN orders o ON o.user_id = u.id

-- test: star of a join using
-- names: star
SELECT * FROM users JOIN staging USING (id)

-- test: star of a join using the column
-- names: star
SELECT * FROM users u JOIN (SELECT lead_id, display_name FROM teams) t USING (display_name)

-- test: star over two users
-- names: star
SELECT * FROM users a, users b WHERE a.id = 1 AND b.id = 2

-- test: table command
-- names: star
TABLE users

-- test: table command with order and limit
-- names: star
TABLE users ORDER BY id LIMIT 3

-- test: star in a derived table
-- names: star
SELECT * FROM (SELECT * FROM users) s

-- test: column of a star in a derived table
-- names: star
SELECT s.display_name FROM (SELECT * FROM users) s

-- test: columns of a star in a derived table, the other names only
-- names: star
SELECT s.id, s.email FROM (SELECT * FROM users) s WHERE s.age > 30

-- test: star in a cte
-- names: star
WITH u AS (SELECT * FROM users WHERE id < 5) SELECT id, display_name FROM u

-- test: star in exists
-- skip: AFTER_DENIED: the privilege is asked for although nothing is fetched
-- names: star
SELECT id FROM orders o WHERE EXISTS (SELECT * FROM users u WHERE u.id = o.user_id)

-- test: count star is no star
SELECT count(*) FROM users WHERE display_name = 'Ada'

-- test: star distinct
-- names: star
SELECT DISTINCT u.* FROM users u

-- test: star grouped by key
-- names: star
SELECT u.*, count(o.id) FROM users u LEFT JOIN orders o ON o.user_id = u.id GROUP BY u.id

-- test: star in union
-- names: star
SELECT * FROM users WHERE id = 1 UNION ALL SELECT * FROM users WHERE id = 2

-- test: star for update
-- names: star
SELECT * FROM users WHERE id = 1 FOR UPDATE

-- test: star with limit as placeholder
-- names: star
-- params: int 2
SELECT * FROM users ORDER BY id LIMIT ?

-- test: star of the other schema's table
-- catalog: that this table is another one
-- names: none
SELECT * FROM archive.users

-- test: whole row
-- types: a row of a subquery is a record
-- names: star
SELECT u FROM users u WHERE id < 4

-- test: whole row by the table's name
-- types: a row of a subquery is a record
-- names: star
SELECT users FROM users WHERE id < 4

-- test: row_to_json
-- names: star
SELECT row_to_json(u) FROM users u WHERE id < 4

-- test: to_jsonb
-- names: star
SELECT to_jsonb(u) ->> 'display_name', to_jsonb(u) FROM users u

-- test: json_agg of rows
-- names: star
SELECT json_agg(u ORDER BY u.id) FROM users u

-- test: json_agg of a derived table
SELECT json_agg(s) FROM (SELECT id, display_name FROM users ORDER BY id) s

-- test: row_to_json of a derived table
SELECT row_to_json(s) FROM (SELECT id, display_name FROM users) s

-- test: whole row expanded
-- names: star
SELECT (u).* FROM users u WHERE id < 4

-- test: field of a whole row
-- usage: PostgreSQL itself reads the whole row
SELECT (u).display_name FROM users u

-- test: functional notation
-- usage: PostgreSQL itself reads the whole row
SELECT display_name(u) FROM users u

-- test: row of star
-- names: star
SELECT ROW(u.*) FROM users u WHERE id < 4

-- test: whole row is null
-- names: star
SELECT id, u IS NULL, u IS NOT NULL FROM users u

-- test: whole row compared
-- names: star
SELECT a.id FROM users a JOIN users b ON a = b

-- test: whole row counted
-- names: star
SELECT count(u) FROM users u

-- test: whole row in an outer join
-- names: star
SELECT o.id, row_to_json(u) FROM orders o LEFT JOIN users u ON u.id = o.user_id

-- test: star of an outer join
-- names: star
SELECT o.id, u.* FROM orders o LEFT JOIN users u ON u.id = o.user_id

-- test: whole row cast to text
-- names: star
SELECT u::text FROM users u WHERE id < 3

-- test: whole row of a lateral
-- names: star
SELECT l.* FROM orders o, LATERAL (SELECT u.* FROM users u WHERE u.id = o.user_id) l

-- test: star in an insert select into another table
-- catalog: that this table is another one
-- names: star
INSERT INTO archive.users (id, full_name) SELECT s.id + 100, s.display_name FROM (SELECT * FROM users) s

-- test: select star into a row count
-- names: star
SELECT count(*) FROM (SELECT * FROM users) s

-- test: natural join of stars
-- names: star
SELECT * FROM users NATURAL JOIN (SELECT id, name FROM staging) s

-- test: both names shown
-- names: both
SELECT full_name, display_name FROM users

-- test: both names compared
-- names: both
SELECT id FROM users WHERE full_name IS NOT DISTINCT FROM display_name

-- test: coalesce of both names
-- names: both
SELECT COALESCE(display_name, full_name) FROM users

-- test: coalesce of both names with a label
-- names: both
SELECT COALESCE(full_name, display_name) AS name FROM users ORDER BY name, id
