-- schema: users

-- test: keys of a row's JSON in their order
-- names: star
SELECT row_to_json(u)::text, array(SELECT json_object_keys(row_to_json(u))) FROM users u WHERE id < 4

-- test: a row's fields through json_each
-- names: star
SELECT u.id, e.key, e.value FROM users u, json_each_text(row_to_json(u)) e

-- test: rows counted, compared, tested for NULL
-- names: star
SELECT count(u), count(DISTINCT u), bool_and(u IS NOT NULL), bool_or(u = u) FROM users u

-- test: rows as labels
-- types: a row of a subquery is a record
-- names: star
SELECT u, (u) AS again, u AS users FROM users u WHERE id < 3

-- test: row as an argument among others
-- names: star
SELECT json_build_object('user', u, 'id', u.id), concat(u.id, ':', (u).display_name) FROM users u

-- test: row sorted by
-- names: star
SELECT id FROM users u ORDER BY u

-- test: row in a group
-- types: a row of a subquery is a record
-- names: star
SELECT u, count(*) FROM users u GROUP BY u

-- test: rows of both sides of an outer join
-- names: star
SELECT row_to_json(a), row_to_json(b) FROM users a LEFT JOIN users b ON b.id = a.manager_id AND b.display_name <> ''

-- test: a row given to a function of the table's type
-- names: star
-- setup: CREATE FUNCTION key_of(u users) RETURNS int LANGUAGE sql AS 'SELECT (u).id'
-- skip: AFTER_DENIED: it may not create the function
-- refused: BEFORE, DUAL_WRITE, FALLBACK_READ, NEW_READ, AFTER_STALE: whole-row: a subquery's row has another type
SELECT key_of(u) FROM users u

-- test: the type of a row
-- names: star
-- refused: BEFORE, DUAL_WRITE, FALLBACK_READ, NEW_READ, AFTER_STALE, AFTER_DENIED: whole-row: a subquery's row has another type
SELECT pg_typeof(u) FROM users u LIMIT 1

-- test: a column by its function notation beside a row
-- usage: PostgreSQL itself reads the whole row
-- names: star
SELECT email(u), row_to_json(u) FROM users u

-- test: a row's field of an expression
-- usage: PostgreSQL itself reads the whole row
-- refused: BEFORE, DUAL_WRITE, FALLBACK_READ, NEW_READ, AFTER_STALE, AFTER_DENIED: whole-row: the server does not know the fields of such a record
SELECT (SELECT u).display_name FROM users u WHERE id < 4
