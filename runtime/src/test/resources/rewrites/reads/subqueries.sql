-- schema: users

-- test: derived table
SELECT s.display_name FROM (SELECT id, display_name FROM users) s

-- test: derived table with label
SELECT s.n FROM (SELECT id, display_name AS n FROM users) s WHERE s.n = 'Ada'

-- test: derived table with a column list
SELECT s.b FROM (SELECT id, display_name FROM users) AS s (a, b)

-- test: derived table, filtered outside
SELECT display_name FROM (SELECT display_name, id FROM users) s WHERE display_name = 'Ada' ORDER BY display_name, id

-- test: derived table, grouped outside
SELECT display_name, count(*) FROM (SELECT display_name FROM users) s GROUP BY display_name

-- test: star over a derived table
SELECT * FROM (SELECT id, display_name FROM users) s

-- test: star over a derived table with alias
SELECT s.* FROM (SELECT id, display_name, email FROM users WHERE display_name LIKE 'A%') s

-- test: three levels
SELECT display_name FROM (SELECT * FROM (SELECT display_name, age FROM users) a) b

-- test: without alias
-- since: 16
SELECT display_name FROM (SELECT display_name FROM users)

-- test: correlated scalar subquery, the outer name
SELECT o.id, (SELECT u.display_name FROM users u WHERE u.id = o.user_id) FROM orders o

-- test: correlated scalar subquery with label
SELECT o.id, (SELECT u.display_name FROM users u WHERE u.id = o.user_id) AS name FROM orders o

-- test: inner query uses the outer column bare
SELECT id, (SELECT count(*) FROM orders WHERE user_id = users.id AND note <> display_name) FROM users

-- test: outer bare name where the inner table has the old name
SELECT id, (SELECT max(display_name || note) FROM orders WHERE user_id = users.id) FROM users

-- test: outer bare name in the list of an inner query whose table has the old name
SELECT id, (SELECT display_name FROM orders WHERE user_id = users.id ORDER BY orders.id LIMIT 1) FROM users

-- test: inner table hides the outer name
SELECT u.id, (SELECT min(display_name) FROM teams WHERE lead_id = u.id) FROM users u

-- test: inner alias hides the outer table
SELECT id, (SELECT users.display_name FROM teams users WHERE users.lead_id = 1) FROM users WHERE id = 1

-- test: inner alias hides the outer table, with the old name in it
SELECT id, (SELECT users.full_name FROM orders users WHERE users.id = 1) FROM users WHERE display_name = 'Ada'

-- test: exists with a bare correlated name
SELECT id FROM users WHERE EXISTS (SELECT 1 FROM orders WHERE full_name = display_name)

-- test: exists with select star
SELECT id FROM users u WHERE EXISTS (SELECT * FROM orders o WHERE o.full_name = u.display_name)

-- test: cte
WITH x AS (SELECT id, display_name FROM users WHERE id < 5) SELECT display_name FROM x ORDER BY id

-- test: cte with a column list
WITH x (a, b) AS (SELECT id, display_name FROM users) SELECT a, b FROM x WHERE b = 'Ada'

-- test: cte with a column list that swaps the names
WITH x (display_name, full_name) AS (SELECT email, display_name FROM users) SELECT full_name, display_name FROM x

-- test: cte named like the table
WITH users AS (SELECT id, display_name FROM teams) SELECT display_name FROM users

-- test: cte named like the table over the table
WITH users AS (SELECT id, upper(display_name) AS display_name FROM users) SELECT display_name FROM users

-- test: cte named like the table, the table by its schema
WITH users AS (SELECT 1 AS id, 'cte' AS display_name) SELECT u.display_name, users.display_name FROM public.users u JOIN users USING (id)

-- test: star over a cte
WITH x AS (SELECT id, display_name FROM users) SELECT * FROM x

-- test: two ctes, the second over the first
WITH a AS (SELECT id, display_name FROM users), b AS (SELECT display_name, count(*) AS c FROM a GROUP BY display_name) SELECT display_name, c FROM b

-- test: materialized
WITH a AS MATERIALIZED (SELECT display_name FROM users), b AS NOT MATERIALIZED (SELECT display_name FROM a) SELECT count(display_name) FROM b

-- test: recursive
WITH RECURSIVE chain (id, display_name, depth) AS (
  SELECT id, display_name, 0 FROM users WHERE manager_id IS NULL
  UNION ALL
  SELECT u.id, u.display_name, c.depth + 1 FROM users u JOIN chain c ON c.id = u.manager_id
) SELECT display_name, depth FROM chain ORDER BY depth, id

-- test: recursive without a column list
WITH RECURSIVE chain AS (
  SELECT id, display_name FROM users WHERE manager_id IS NULL
  UNION
  SELECT u.id, c.display_name || '/' || u.display_name FROM users u JOIN chain c ON c.id = u.manager_id
) SELECT * FROM chain

-- test: recursive with search and cycle
-- since: 14
WITH RECURSIVE chain (id, display_name) AS (
  SELECT id, display_name FROM users WHERE id = 1
  UNION ALL
  SELECT u.id, u.display_name FROM users u JOIN chain c ON c.id = u.manager_id
) SEARCH DEPTH FIRST BY display_name SET ordercol CYCLE id SET is_cycle USING path
SELECT display_name FROM chain ORDER BY ordercol

-- test: cte inside a subquery
SELECT (WITH x AS (SELECT display_name FROM users WHERE id = 1) SELECT display_name FROM x)

-- test: cte hides an outer cte
WITH x AS (SELECT display_name FROM users) SELECT * FROM (WITH x AS (SELECT display_name FROM teams) SELECT display_name FROM x) y

-- test: union
SELECT display_name FROM users UNION SELECT display_name FROM teams

-- test: union all with order by the name
SELECT display_name, id FROM users UNION ALL SELECT full_name, id + 100 FROM orders ORDER BY display_name, id

-- test: union whose first part is the other table
SELECT full_name FROM orders UNION SELECT display_name FROM users ORDER BY full_name

-- test: union with itself is distinct
SELECT display_name FROM users UNION SELECT display_name FROM users

-- test: except and intersect
SELECT display_name FROM users EXCEPT (SELECT display_name FROM teams INTERSECT SELECT full_name FROM orders)

-- test: union of three with parentheses, ordered and limited parts
(SELECT display_name FROM users ORDER BY display_name, id LIMIT 2) UNION ALL (SELECT display_name FROM teams ORDER BY id LIMIT 1) UNION ALL SELECT NULL

-- test: union in a derived table
SELECT display_name, count(*) FROM (SELECT display_name FROM users UNION ALL SELECT display_name FROM teams) s GROUP BY display_name

-- test: union ordered by position
SELECT display_name, 1 AS k FROM users UNION SELECT display_name, 2 FROM users ORDER BY 1, 2

-- test: intersect all
SELECT display_name FROM users INTERSECT ALL SELECT full_name FROM orders

-- test: values with a subselect
VALUES ((SELECT display_name FROM users WHERE id = 1)), ('x')

-- test: subquery in from with a placeholder on both levels
-- params: text 'x', text 'Ada', int 10
SELECT ? || s.display_name FROM (SELECT display_name, id FROM users WHERE display_name = ?) s WHERE s.id < ?

-- test: subquery in limit
SELECT display_name FROM users ORDER BY id LIMIT (SELECT count(*) FROM users WHERE display_name = 'Ada')

-- test: correlated in order by
SELECT o.id FROM orders o ORDER BY (SELECT u.display_name FROM users u WHERE u.id = o.user_id), o.id

-- test: correlated in group by and having
SELECT u.display_name, count(*) FROM users u GROUP BY u.display_name HAVING EXISTS (SELECT 1 FROM teams t WHERE t.display_name = u.display_name)

-- test: grouped column used in a correlated subquery of the list
SELECT u.display_name, (SELECT count(*) FROM orders o WHERE o.full_name = u.display_name) FROM users u GROUP BY u.display_name

-- test: correlated two levels up
SELECT id FROM users u WHERE EXISTS (SELECT 1 FROM teams t WHERE EXISTS (SELECT 1 FROM orders o WHERE o.full_name = u.display_name AND t.id = 1))

-- test: lateral over a union
SELECT u.id, x.v FROM users u, LATERAL (SELECT u.display_name AS v UNION ALL SELECT u.email) x

-- test: create the value in a cte and join by it
WITH names AS (SELECT DISTINCT display_name FROM users) SELECT n.display_name, (SELECT count(*) FROM users u WHERE u.display_name = n.display_name) FROM names n

-- test: rows from
SELECT a, b FROM users u, ROWS FROM (unnest(u.tags), regexp_split_to_table(u.display_name, '')) AS r (a, b)

-- test: prepared for a function in from, ordinality
-- since: 14
SELECT u.id, c, n FROM users u, string_to_table(u.display_name, NULL) WITH ORDINALITY AS t (c, n) WHERE u.id < 3

-- test: json_table over another column
-- since: 17
SELECT u.display_name, j.k FROM users u, JSON_TABLE(u.doc, '$' COLUMNS (k int PATH '$.k')) j
