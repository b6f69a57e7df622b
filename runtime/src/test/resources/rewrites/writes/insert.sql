-- schema: users

-- test: insert with columns
-- params: int 50, text 'New', text 'n@x'
INSERT INTO users (id, display_name, email) VALUES (?, ?, ?)

-- test: insert with the column first
-- params: text 'New', int 50, text 'n@x'
INSERT INTO users (display_name, id, email) VALUES (?, ?, ?)

-- test: insert with the column last
-- params: int 50, text 'n@x', text 'New'
INSERT INTO users (id, email, display_name) VALUES (?, ?, ?)

-- test: insert literals
INSERT INTO users (id, display_name, email) VALUES (50, 'New', 'n@x')

-- test: insert NULL
INSERT INTO users (id, display_name, email) VALUES (50, NULL, 'n@x')

-- test: insert a NULL parameter
-- params: int 50, null text, text 'n@x'
INSERT INTO users (id, display_name, email) VALUES (?, ?, ?)

-- test: insert a parameter of unknown type
-- params: unknown '50', unknown 'New', unknown 'n@x'
INSERT INTO users (id, display_name, email) VALUES (?, ?, ?)

-- test: insert DEFAULT
INSERT INTO users (id, display_name, email) VALUES (50, DEFAULT, 'n@x')

-- test: insert without the column
INSERT INTO users (id, email) VALUES (50, 'n@x')

-- test: insert default values fails alike
-- error: 23502
INSERT INTO users DEFAULT VALUES

-- test: insert several rows
-- params: int 50, text 'A', text 'a@x', int 51, text 'B', text 'b@x'
INSERT INTO users (id, display_name, email) VALUES (?, ?, ?), (?, ?, ?)

-- test: insert several rows with expressions, DEFAULT and NULL
-- params: text 'x'
INSERT INTO users (id, display_name, email) VALUES (50, upper('a'), 'a@y'), (51, DEFAULT, 'b@y'), (52, NULL, 'c@y'), (53, ? || 'y', 'd@y'), (54, (SELECT max(display_name) FROM users), 'e@y')

-- test: insert an expression over parameters
-- params: int 50, text 'a', text 'b', text 'n@x'
INSERT INTO users (id, display_name, email) VALUES (?, ? || ' ' || ?, ?)

-- test: insert a volatile expression
INSERT INTO users (id, display_name, email) VALUES (50, next_code(), 'n@x')

-- test: insert nextval
INSERT INTO users (id, display_name, email) VALUES (50, nextval('code_seq')::text, 'n@x')

-- test: insert a random uuid
INSERT INTO users (id, display_name, email) SELECT 50, (gen_random_uuid()::text <> '')::text, 'n@x'

-- test: insert volatile and steady rows
-- params: text 'steady'
INSERT INTO users (id, display_name, email) VALUES (50, next_code(), 'a@y'), (51, ?, 'b@y'), (52, next_code(), 'c@y')

-- test: insert volatile expressions in several rows
INSERT INTO users (id, display_name, email) VALUES (50, next_code(), 'a@y'), (51, next_code(), 'b@y'), (52, next_code(), 'c@y')

-- test: volatile expressions in two columns, which the server evaluates in physical order
-- random
INSERT INTO users (id, display_name, tags, email) VALUES (50, next_code(), CASE WHEN next_code() <> '' THEN '{v}'::text[] END, 'v@x')

-- test: volatile function with a parameter
-- params: text 'p'
INSERT INTO users (id, display_name, email) VALUES (50, ? || next_code(), 'n@x')

-- test: random
INSERT INTO users (id, display_name, email) VALUES (50, (random() < 2 AND clock_timestamp() IS NOT NULL)::text, 'n@x')

-- test: volatile function in a subselect
INSERT INTO users (id, display_name, email) VALUES (50, (SELECT next_code()), 'n@x')

-- test: insert select
INSERT INTO users (id, display_name, email) SELECT id + 100, name, 'x' || email FROM staging

-- test: insert select star from values
-- refused: DUAL_WRITE, FALLBACK_READ, NEW_READ: uncounted-values: the values are not told one by one
INSERT INTO users (id, display_name, email) SELECT * FROM (VALUES (50, 'A', 'a@y'), (51, 'B', 'b@y')) v

-- test: insert select from the table itself
INSERT INTO users (id, display_name, email) SELECT id + 100, display_name || '2', 'x' || email FROM users

-- test: insert select with a volatile expression
INSERT INTO users (id, display_name, email) SELECT id + 100, next_code(), 'x' || email FROM staging ORDER BY id

-- test: insert select with parameters
-- params: int 100, text '!', int 2
INSERT INTO users (id, display_name, email) SELECT id + ?, name || ?, 'x' || email FROM staging WHERE n <= ?

-- test: insert select where the columns have other names
INSERT INTO users (email, display_name, id) SELECT email || 'x' AS display_name, name AS id, id + 100 AS email FROM staging

-- test: insert select with order and limit
INSERT INTO users (id, display_name, email) SELECT id + 100, name, 'x' || email FROM staging ORDER BY name LIMIT 2

-- test: insert select union
INSERT INTO users (id, display_name, email) SELECT 50, 'a', 'a@y' UNION ALL SELECT 51, 'b', 'b@y'

-- test: insert select distinct
INSERT INTO users (id, display_name, email) SELECT DISTINCT 50, 'a', 'a@y' FROM staging

-- test: insert select group by
INSERT INTO users (id, display_name, email) SELECT 100 + user_id, max(full_name), 'g' || user_id FROM orders GROUP BY user_id

-- test: insert with a cte
WITH s AS (SELECT id + 100 AS id, name FROM staging) INSERT INTO users (id, display_name, email) SELECT id, name, 'e' || id FROM s

-- test: insert with a cte inside
INSERT INTO users (id, display_name, email) WITH s AS (SELECT id + 100 AS id, name FROM staging) SELECT id, name, 'e' || id FROM s

-- test: insert select from a table with both names
INSERT INTO users (id, display_name, email) SELECT id + 100, full_name, 'e' || id FROM teams

-- test: insert of constants without from
INSERT INTO users (id, display_name, email) SELECT 50, 'lit', 'n@x'

-- test: insert of an untyped NULL by select
INSERT INTO users (id, display_name, email) SELECT 50, NULL, 'n@x'

-- test: alias
INSERT INTO users AS u (id, display_name, email) VALUES (50, 'a', 'n@x')

-- test: quoted and in capitals
INSERT INTO "users" (ID, "display_name", Email) VALUES (50, 'a', 'n@x')

-- test: with schema
INSERT INTO public.users (id, display_name, email) VALUES (50, 'a', 'n@x')

-- test: into the other schema's table
-- catalog: that this table is another one
-- names: none
INSERT INTO archive.users (id, display_name, full_name) VALUES (50, 'a', 'b')

-- test: into another table with both names
-- names: none
INSERT INTO teams (id, display_name, full_name) VALUES (50, 'a', 'b')

-- test: from the tracked table into another table with both names
INSERT INTO teams (id, display_name, full_name) SELECT id + 100, display_name, email FROM users

-- test: duplicate key fails alike
-- error: 23505
INSERT INTO users (id, display_name, email) VALUES (1, 'a', 'n@x')

-- test: not null fails alike
-- error: 23502
INSERT INTO users (id, display_name, email) VALUES (50, 'a', NULL)

-- test: more values than columns
-- refused: DUAL_WRITE, FALLBACK_READ, NEW_READ: uncounted-values: the values are not told one by one
-- error: 42601
INSERT INTO users (id, display_name, email) VALUES (50, 'a', 'n@x', 'y')

-- test: fewer values than columns
-- refused: DUAL_WRITE, FALLBACK_READ, NEW_READ: uncounted-values: the values are not told one by one
-- error: 42601
INSERT INTO users (id, display_name, email) VALUES (50, 'a')

-- test: column twice
-- error: 42701
INSERT INTO users (id, display_name, display_name, email) VALUES (50, 'a', 'b', 'n@x')

-- test: a type that assignment does not convert
-- error: 42804
INSERT INTO users (id, display_name, age, email) VALUES (50, 'a', true, 'n@x')

-- test: overriding
INSERT INTO users (id, display_name, email) OVERRIDING USER VALUE VALUES (50, 'a', 'n@x')

-- test: an integer is assigned to text
INSERT INTO users (id, display_name, email) VALUES (50, 42, 'n@x')

-- test: rows of mixed literals become text one by one
INSERT INTO users (id, display_name, email) VALUES (50, 42, 'a@y'), (51, 43.5, 'b@y')

-- test: without a column list, as many as the original has
-- names: old
-- params: int 50, text 'Pos', text 'n@x'
-- skip: AFTER_DROPPED: positions have moved, which no text can know
INSERT INTO users VALUES (?, ?, ?)

-- test: without a column list, all of the original's
-- names: old
-- skip: AFTER_DROPPED: positions have moved, which no text can know
INSERT INTO users VALUES (50, 'Pos', 'n@x', 3, NULL, '{}', '{}')

-- test: without a column list, rows with DEFAULT
-- names: old
-- skip: AFTER_DROPPED: positions have moved, which no text can know
INSERT INTO users VALUES (50, 'Pos', 'a@y'), (51, DEFAULT, 'b@y'), (52, next_code(), 'c@y')

-- test: without a column list, from a select
-- names: old
-- skip: AFTER_DROPPED: positions have moved, which no text can know
INSERT INTO users SELECT id + 100, name, 'x' || email FROM staging

-- test: without a column list, too short to reach the column
-- names: old
-- error: 23502
INSERT INTO users VALUES (50)

-- test: array element of another column
INSERT INTO users (id, display_name, email, tags[1]) VALUES (50, 'a', 'n@x', 't')

-- test: insert whose select reads the old name of another table
INSERT INTO users (id, display_name, email) SELECT o.id + 100, o.full_name, 'o' || o.id FROM orders o

-- test: insert of a subselect over the table's own column
-- params: int 1
INSERT INTO users (id, display_name, email) VALUES (50, (SELECT display_name FROM users WHERE id = ?), 'n@x')

-- test: insert with the values of a row constructor
INSERT INTO users (id, display_name, email) SELECT (r).id + 100, (r).name, 'r' || (r).id FROM (SELECT s AS r FROM staging s) x

-- test: insert select with a window
INSERT INTO users (id, display_name, email) SELECT 100 + row_number() OVER (ORDER BY id), first_value(name) OVER (ORDER BY id), 'w' || id FROM staging

-- test: insert select with a set-returning function
INSERT INTO users (id, display_name, email) SELECT 100 + g, 'g' || g, 'g' || g FROM generate_series(1, 3) g

-- test: insert select with a set-returning function in the list
INSERT INTO users (id, display_name, email) SELECT 100 + id, unnest(ARRAY['only']), 'u' || id FROM staging

-- test: insert through a table of values with parameters of unknown type
-- params: unknown 'x', unknown 'y'
INSERT INTO users (id, display_name, email) SELECT v.i, v.n, v.n FROM (VALUES (50, ?), (51, ?)) AS v (i, n)
