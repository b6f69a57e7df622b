-- schema: users

-- test: 1
SELECT full_name FROM users

-- test: 2
SELECT FULL_NAME FROM Users

-- test: 3
SELECT "full_name" FROM "public"."users"

-- test: 4
SELECT U&"full\005Fname" FROM users

-- test: 5
SELECT U&"d!0061ta" UESCAPE '!' FROM (SELECT full_name AS data FROM users) s

-- test: 6
SELECT id FROM users WHERE full_name = 'Ada'

-- test: 7
SELECT id FROM users ORDER BY full_name

-- test: 8
SELECT email AS full_name FROM users ORDER BY full_name

-- test: 9
SELECT email AS full_name FROM users ORDER BY full_name || ''

-- test: 10
SELECT email AS full_name FROM users GROUP BY full_name

-- test: 11
SELECT email AS full_name FROM users GROUP BY email ORDER BY full_name

-- test: 12
SELECT email AS full_name, count(*) FROM users GROUP BY full_name, email

-- test: 13
SELECT 'full_name' FROM users

-- test: 14
SELECT id /* full_name */ FROM users -- full_name

-- test: 15
SELECT $$full_name$$, E'full_name\'', id FROM users

-- test: 16
SELECT full_name FROM orders

-- test: 17
SELECT o.full_name, u.id FROM orders o JOIN users u ON u.id = o.user_id

-- test: 18
SELECT u.full_name FROM orders o JOIN users u ON u.id = o.user_id

-- test: 19
SELECT full_name FROM archive.users

-- test: 20
SELECT users.full_name FROM archive.users

-- test: 21
SELECT users.full_name FROM orders users

-- test: 22
SELECT orders.full_name FROM users orders

-- test: 23
SELECT full_name.id FROM users full_name

-- test: 24
SELECT full_name FROM users full_name

-- test: 25
SELECT users FROM orders users

-- test: 26
SELECT users FROM users

-- test: 27
SELECT u FROM users u

-- test: 28
SELECT (u).full_name FROM users u

-- test: 29
SELECT (u).email FROM users u

-- test: 30
SELECT full_name(u) FROM users u

-- test: 31
SELECT email(u) FROM users u

-- test: 32
SELECT u.full_name FROM users u

-- test: 33
SELECT (users.*).email FROM users

-- test: 34
SELECT row_to_json(u) FROM users u

-- test: 35
SELECT row_to_json(users) FROM users

-- test: 36
SELECT row_to_json(s) FROM (SELECT id FROM users) s

-- test: 37
SELECT row_to_json(ROW(u.id)) FROM users u

-- test: 38
SELECT count(u) FROM users u

-- test: 39
SELECT count(u.*) FROM users u

-- test: 40
SELECT count(*) FROM users

-- test: 41
SELECT count(users.id) FROM users

-- test: 42
SELECT * FROM users

-- test: 43
SELECT u.* FROM users u JOIN orders o USING (id)

-- test: 44
SELECT o.* FROM users u JOIN orders o USING (id)

-- test: 45
SELECT * FROM (SELECT id FROM users) s

-- test: 46
SELECT id FROM (SELECT * FROM users) s

-- test: 47
SELECT id FROM (TABLE users) s

-- test: 48
SELECT id FROM (SELECT id, full_name FROM users) s

-- test: 49
SELECT full_name FROM (SELECT id AS full_name FROM users) s

-- test: 50
SELECT full_name FROM (SELECT id FROM users) AS s (full_name)

-- test: 51
SELECT a FROM users AS u (a, b)

-- test: 52
SELECT b FROM users AS u (a, b)

-- test: 53
SELECT full_name FROM users AS u (full_name)

-- test: 54
SELECT full_name FROM users AS u (a, b, full_name)

-- test: 55
WITH users AS (SELECT 1 AS full_name) SELECT full_name FROM users

-- test: 56
WITH users AS (SELECT id AS full_name FROM users) SELECT full_name FROM users

-- test: 57
WITH x (full_name) AS (SELECT id FROM users) SELECT full_name FROM x

-- test: 58
WITH x AS (SELECT full_name FROM users) SELECT 1 FROM x

-- test: 59
WITH x AS (SELECT full_name FROM users) SELECT 1

-- test: 60
WITH x AS MATERIALIZED (SELECT * FROM users) SELECT id FROM x

-- test: 61
WITH RECURSIVE r AS (SELECT id, manager_id FROM users WHERE id = 1 UNION ALL SELECT u.id, u.manager_id FROM users u JOIN r ON u.manager_id = r.id) SELECT * FROM r

-- test: 62
WITH RECURSIVE r AS (SELECT id, full_name FROM users WHERE id = 1 UNION ALL SELECT u.id, u.email FROM users u JOIN r ON u.manager_id = r.id) SELECT id FROM r

-- test: 63
WITH RECURSIVE a AS (SELECT * FROM b), b AS (SELECT full_name FROM users) SELECT * FROM a

-- test: 64
SELECT EXISTS (SELECT * FROM users)

-- test: 65
SELECT EXISTS (SELECT 1 FROM users)

-- test: 66
SELECT (SELECT max(full_name) FROM users)

-- test: 67
SELECT (SELECT max(full_name) FROM orders) FROM users

-- test: 68
SELECT (SELECT max(full_name) FROM staging) FROM users

-- test: 69
SELECT (SELECT max(display_name) FROM orders) FROM users

-- test: 70
SELECT (SELECT max(u.full_name) FROM orders u) FROM users u

-- test: 71
SELECT (SELECT max(users.full_name) FROM orders u) FROM users

-- test: 72
SELECT id FROM users WHERE EXISTS (SELECT 1 FROM staging WHERE name = full_name)

-- test: 73
SELECT id FROM users WHERE EXISTS (SELECT 1 FROM orders WHERE note = full_name)

-- test: 74
SELECT u.id FROM users u JOIN orders o USING (full_name)

-- test: 75
SELECT u.id FROM users u JOIN orders o USING (id)

-- test: 76
SELECT u.id FROM users u NATURAL JOIN orders o

-- test: 77
SELECT u.id FROM users u NATURAL JOIN staging o

-- test: 78
SELECT u.id FROM users u NATURAL JOIN (SELECT id, note FROM orders) o

-- test: 79
SELECT j.id FROM (users u JOIN staging s USING (id)) j

-- test: 80
SELECT j.full_name FROM (users u JOIN staging s USING (id)) j

-- test: 81
SELECT j FROM (users u JOIN staging s USING (id)) j

-- test: 82
SELECT j.id FROM (users u JOIN staging s USING (id)) AS j (id, full_name)

-- test: 83
SELECT j.full_name FROM (users u JOIN staging s USING (id)) AS j (id, other, full_name)

-- test: 84
-- since: 14
SELECT x.id FROM users u JOIN staging s USING (id, email) AS x

-- test: 85
SELECT l.id FROM users u, LATERAL (SELECT u.full_name, 1 AS id) l

-- test: 86
SELECT l.x FROM users u, LATERAL unnest(ARRAY[u.full_name]) l (x)

-- test: 87
SELECT u.id FROM users u, unnest(u.tags) full_name

-- test: 88
SELECT full_name FROM (SELECT tags FROM users) u, unnest(u.tags) full_name

-- test: 89
SELECT full_name FROM unnest(ARRAY['x']) full_name

-- test: 90
SELECT id FROM users UNION SELECT id FROM orders ORDER BY id

-- test: 91
SELECT email AS full_name FROM users UNION SELECT note FROM orders ORDER BY full_name

-- test: 92
SELECT note AS full_name FROM orders UNION SELECT full_name FROM users ORDER BY full_name

-- test: 93
SELECT id FROM users INTERSECT ALL (SELECT id FROM users WHERE full_name IS NULL)

-- test: 94
VALUES ((SELECT full_name FROM users LIMIT 1))

-- test: 95
SELECT id FROM users LIMIT (SELECT count(full_name) FROM users)

-- test: 96
SELECT rank() OVER (ORDER BY full_name) FROM users

-- test: 97
SELECT rank() OVER w FROM users WINDOW w AS (PARTITION BY full_name)

-- test: 98
SELECT rank() OVER (ORDER BY id) FROM users WINDOW w AS (PARTITION BY full_name)

-- test: 99
SELECT count(*) FILTER (WHERE full_name = 'x') FROM users

-- test: 100
SELECT string_agg(email, ',' ORDER BY full_name) FROM users

-- test: 101
SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY full_name) FROM users

-- test: 102
SELECT count(*) FROM users GROUP BY GROUPING SETS ((full_name), ())

-- test: 103
SELECT count(*) FROM users HAVING max(full_name) > 'a'

-- test: 104
SELECT DISTINCT ON (full_name) id FROM users

-- test: 105
SELECT id FROM users FOR UPDATE

-- test: 106
SELECT id FROM users FETCH FIRST 2 ROWS ONLY

-- test: 107
SELECT CASE WHEN true THEN 1 ELSE length(full_name) END FROM users

-- test: 108
SELECT ARRAY(SELECT full_name FROM users)

-- test: 109
SELECT ARRAY[id, length(full_name)] FROM users

-- test: 110
SELECT (ARRAY['x'])[length(full_name)] FROM users

-- test: 111
SELECT id FROM users WHERE (full_name, id) IN (SELECT 'x', 1)

-- test: 112
SELECT id FROM users WHERE ROW(id, 'x') < ROW(1, full_name)

-- test: 113
SELECT id FROM users WHERE full_name LIKE 'A%' ESCAPE '!'

-- test: 114
SELECT id FROM users WHERE full_name BETWEEN 'a' AND 'b'

-- test: 115
SELECT id FROM users WHERE 'x' = ANY (ARRAY[full_name])

-- test: 116
SELECT id FROM users WHERE 'x' = ANY (SELECT full_name FROM users)

-- test: 117
SELECT id FROM users WHERE full_name IS NOT NULL

-- test: 118
SELECT full_name::varchar FROM users

-- test: 119
SELECT CAST(full_name AS text) FROM users

-- test: 120
SELECT full_name COLLATE "C" FROM users

-- test: 121
SELECT id::text AS full_name FROM users

-- test: 122
SELECT id full_name FROM users

-- test: 123
SELECT extract(year FROM now()), trim(full_name), position('a' IN full_name) FROM users

-- test: 124
SELECT overlay(email PLACING full_name FROM 1) FROM users

-- test: 125
SELECT COALESCE(email, full_name), NULLIF(id, 1), GREATEST(1, 2) FROM users

-- test: 126
SELECT xmlelement(name full_name, id) FROM users

-- test: 127
SELECT xmlforest(full_name) FROM users

-- test: 128
SELECT xmlforest(id AS full_name) FROM users

-- test: 129
SELECT json_build_object('full_name', id) FROM users

-- test: 130
SELECT JSON_OBJECT('k': full_name) FROM users

-- test: 131
SELECT JSON_ARRAYAGG(full_name ORDER BY id) FROM users

-- test: 132
-- since: 14
SELECT doc -> 'full_name', doc['full_name'] FROM users

-- test: 133
SELECT doc -> full_name FROM users

-- test: 134
-- since: 17
SELECT j.full_name FROM users u, JSON_TABLE(u.doc, '$' COLUMNS (full_name text PATH '$.full_name')) j

-- test: 135
SELECT j.full_name FROM users u, jsonb_to_record(u.doc) AS j (full_name text)

-- test: 136
SELECT j.full_name FROM users u, jsonb_populate_record(NULL::users, u.doc) j

-- test: 137
SELECT (jsonb_populate_record(NULL::users, doc)).full_name FROM staging s, (VALUES ('{}'::jsonb)) v (doc)

-- test: 138
SELECT concat(VARIADIC ARRAY[full_name]) FROM users

-- test: 139
SELECT make_interval(days => length(full_name)) FROM users

-- test: 140
SELECT id FROM users TABLESAMPLE BERNOULLI (100) WHERE full_name IS NULL

-- test: 141
SELECT id FROM ONLY users WHERE full_name IS NULL

-- test: 142
SELECT id FROM ROWS FROM (generate_series(1, 2)) AS users (id)

-- test: 143
SELECT full_name FROM ROWS FROM (generate_series(1, 2)) AS users (full_name)

-- test: 144
SELECT ctid, tableoid, xmin FROM users

-- test: 145
SELECT 1; SELECT full_name FROM users

-- test: 146
SELECT full_name FROM orders; SELECT id FROM users

-- test: 147
EXPLAIN SELECT full_name FROM users

-- test: 148
EXPLAIN (COSTS OFF, FORMAT JSON) SELECT id FROM users

-- test: 149
EXPLAIN ANALYZE UPDATE users SET full_name = 'x' WHERE id = 1

-- test: 150
PREPARE p1 AS SELECT full_name FROM users; EXECUTE p1; DEALLOCATE p1

-- test: 151
PREPARE p2 (int) AS SELECT id FROM users WHERE id = $1; EXECUTE p2 (1); DEALLOCATE p2

-- test: 152
DECLARE c1 CURSOR FOR SELECT full_name FROM users

-- test: 153
DECLARE c2 NO SCROLL CURSOR WITHOUT HOLD FOR SELECT id FROM users

-- test: 154
CREATE TEMP TABLE t1 AS SELECT full_name FROM users

-- test: 155
CREATE TEMP TABLE t2 AS SELECT id AS full_name FROM users

-- test: 156
SELECT full_name INTO TEMP t3 FROM users

-- test: 157
SELECT id INTO TEMP t4 FROM users

-- test: 158
COPY users (full_name) TO STDOUT

-- test: 159
COPY users (id, email) TO STDOUT

-- test: 160
COPY users TO STDOUT

-- test: 161
COPY (SELECT full_name FROM users) TO STDOUT

-- test: 162
COPY (SELECT id FROM users) TO STDOUT

-- test: 163
COPY users (id, full_name) FROM STDIN

-- test: 164
COPY users (id, email) FROM STDIN

-- test: 165
COPY users FROM STDIN

-- test: 166
DO $$ BEGIN PERFORM full_name FROM users; END $$

-- test: 167
DO $x$ DECLARE full_names text; BEGIN PERFORM id FROM users; END $x$

-- test: 168
DO 'BEGIN PERFORM * FROM users; END'

-- test: 169
LOCK TABLE users IN ROW SHARE MODE

-- test: 170
SELECT u.id FROM users u LEFT JOIN (SELECT user_id, full_name FROM orders) o ON o.user_id = u.id AND o.full_name = u.email

-- test: 171
SELECT u.id FROM (SELECT * FROM orders) u

-- test: 172
SELECT users.id FROM users, (SELECT full_name FROM teams) users2

-- test: 173
SELECT (SELECT (SELECT full_name FROM staging LIMIT 1) FROM staging LIMIT 1) FROM users

-- test: 174
SELECT (SELECT (SELECT full_name FROM staging LIMIT 1) FROM orders LIMIT 1) FROM users

-- test: 175
SELECT id FROM users WHERE id IN (SELECT full_name::int FROM staging WHERE false)

-- test: 176
SELECT t.users FROM (SELECT users FROM users) t

-- test: 177
SELECT t.u FROM (SELECT id AS u FROM users) t

-- test: 178
SELECT public.users.full_name FROM public.users

-- test: 179
SELECT public.users.email FROM public.users

-- test: 180
SELECT public.users.* FROM public.users, archive.users

-- test: 181
SELECT archive.users.* FROM public.users, archive.users

-- test: 182
SELECT archive.users.full_name FROM public.users, archive.users

-- test: 183
SELECT GROUPING(full_name) FROM users GROUP BY ROLLUP (full_name)

-- test: 184
SELECT CURRENT_DATE, id FROM users WHERE id = (CASE WHEN EXISTS (SELECT full_name FROM users u2) THEN 1 END)

-- test: 185
SELECT set_config('a.b', full_name, true) FROM users

-- test: 186
-- since: 15
MERGE INTO orders o USING users u ON u.id = o.user_id WHEN MATCHED THEN UPDATE SET full_name = 'x'

-- test: 187
-- since: 15
MERGE INTO orders o USING users u ON u.id = o.user_id WHEN MATCHED THEN UPDATE SET full_name = u.full_name

-- test: 188
-- since: 15
MERGE INTO orders o USING users u ON u.id = o.user_id WHEN MATCHED AND u.full_name = 'x' THEN DELETE

-- test: 189
-- since: 15
MERGE INTO users u USING orders o ON u.id = o.user_id WHEN MATCHED THEN UPDATE SET email = u.email

-- test: 190
-- since: 15
MERGE INTO users u USING orders o ON u.id = o.user_id WHEN MATCHED THEN UPDATE SET email = o.full_name

-- test: 191
-- since: 15
MERGE INTO users u USING staging o ON u.email = o.email WHEN MATCHED THEN UPDATE SET full_name = o.name

-- test: 192
-- since: 15
MERGE INTO users u USING staging o ON u.email = o.email WHEN NOT MATCHED THEN INSERT (id, email, full_name) VALUES (o.id + 100, o.email, o.name)

-- test: 193
-- since: 15
MERGE INTO users u USING staging o ON u.email = o.email WHEN NOT MATCHED THEN INSERT (id, email) VALUES (o.id + 100, o.email)

-- test: 194
-- since: 15
MERGE INTO users u USING staging o ON u.email = o.email WHEN NOT MATCHED THEN INSERT VALUES (o.id + 100, o.name, o.email)

-- test: 195
-- since: 15
MERGE INTO users u USING staging o ON u.email = o.email WHEN MATCHED THEN DO NOTHING

-- test: 196
-- since: 17
MERGE INTO users u USING (SELECT id FROM users) o ON u.id = o.id WHEN MATCHED THEN UPDATE SET age = 1 RETURNING u.full_name

-- test: 197
-- since: 17
MERGE INTO users u USING (SELECT id FROM staging) o ON u.id = o.id WHEN MATCHED THEN UPDATE SET age = 1 RETURNING *

-- test: 198
-- since: 17
MERGE INTO users u USING staging o ON u.id = o.id WHEN MATCHED THEN UPDATE SET age = 1 RETURNING o.*, merge_action()

-- test: 199
-- since: 18
MERGE INTO users u USING staging o ON u.id = o.id WHEN MATCHED THEN UPDATE SET age = 1 RETURNING old.full_name

-- test: 200
INSERT INTO users (id, email) VALUES (50, 'x')

-- test: 201
INSERT INTO users (id, email, full_name) VALUES (50, 'x', 'y')

-- test: 202
INSERT INTO users (id, email, FULL_NAME) SELECT 50, 'x', 'y'

-- test: 203
INSERT INTO users VALUES (50, 'x', 'y')

-- test: 204
INSERT INTO users SELECT 50, 'x', 'y'

-- test: 205
INSERT INTO users SELECT * FROM users WHERE false

-- test: 206
INSERT INTO users VALUES (50)

-- test: 207
INSERT INTO users DEFAULT VALUES

-- test: 208
INSERT INTO orders (id, user_id, full_name) SELECT id + 100, 1, email FROM users

-- test: 209
INSERT INTO orders (id, user_id, full_name) SELECT id + 100, 1, full_name FROM users

-- test: 210
INSERT INTO users (id, email) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET full_name = 'x'

-- test: 211
INSERT INTO users (id, email) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET age = 1 WHERE users.full_name = 'x'

-- test: 212
INSERT INTO users (id, email) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET email = EXCLUDED.full_name

-- test: 213
INSERT INTO users (id, email) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET email = EXCLUDED.email

-- test: 214
INSERT INTO users (id, email) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET (email, full_name) = (SELECT 'a', 'b')

-- test: 215
INSERT INTO users (id, email) VALUES (50, 'x') RETURNING full_name

-- test: 216
INSERT INTO users (id, email) VALUES (50, 'x') RETURNING *

-- test: 217
INSERT INTO users (id, email) VALUES (50, 'x') RETURNING users

-- test: 218
INSERT INTO users (id, email) VALUES (50, 'x') RETURNING id AS full_name

-- test: 219
UPDATE users SET full_name = 'x'

-- test: 220
UPDATE users SET email = full_name

-- test: 221
UPDATE users SET email = 'full_name' || id

-- test: 222
UPDATE users SET (email, full_name) = ('a' || id, 'b')

-- test: 223
UPDATE users SET (email, age) = (SELECT full_name, 1 FROM orders WHERE orders.id = users.id)

-- test: 224
UPDATE users SET (email, age) = (SELECT users.full_name, 1 FROM orders WHERE orders.id = users.id)

-- test: 225
UPDATE users SET age = 1 FROM orders o WHERE o.full_name = email

-- test: 226
UPDATE users SET age = 1 FROM staging o WHERE o.name = full_name

-- test: 227
UPDATE users SET age = 1 RETURNING full_name

-- test: 228
UPDATE users SET age = 1 RETURNING *

-- test: 229
UPDATE users SET age = 1 FROM staging s WHERE s.id = users.id RETURNING s.*

-- test: 230
-- since: 18
UPDATE users SET age = 1 RETURNING old.age, new.id

-- test: 231
-- since: 18
UPDATE users SET age = 1 RETURNING new.*

-- test: 232
-- since: 18
UPDATE users SET age = 1 RETURNING WITH (OLD AS o) o.full_name

-- test: 233
UPDATE orders SET full_name = 'x'

-- test: 234
UPDATE orders SET full_name = u.email FROM users u WHERE u.id = user_id

-- test: 235
UPDATE orders users SET full_name = 'x'

-- test: 236
UPDATE users orders SET full_name = 'x'

-- test: 237
UPDATE archive.users SET full_name = 'x'

-- test: 238
DELETE FROM users

-- test: 239
DELETE FROM users WHERE full_name = 'x'

-- test: 240
DELETE FROM users USING orders WHERE orders.full_name = email

-- test: 241
DELETE FROM users USING staging WHERE full_name = name

-- test: 242
DELETE FROM users RETURNING full_name

-- test: 243
DELETE FROM orders USING users u WHERE u.id = user_id AND orders.full_name = u.email

-- test: 244
DELETE FROM orders WHERE full_name = 'x'

-- test: 245
WITH d AS (DELETE FROM users RETURNING *) SELECT id FROM d

-- test: 246
WITH d AS (DELETE FROM users RETURNING id) SELECT id FROM d

-- test: 247
WITH d AS (UPDATE users SET full_name = 'x' RETURNING id) SELECT id FROM d

-- test: 248
WITH d AS (INSERT INTO orders (id, user_id, full_name) VALUES (100, 1, 'x') RETURNING full_name) SELECT full_name FROM d

-- test: 249
DECLARE c3 CURSOR FOR SELECT id FROM users FOR UPDATE; FETCH c3; UPDATE users SET full_name = 'x' WHERE CURRENT OF c3

-- test: 250
SELECT id FROM users GROUP BY id, full_name
