-- schema: users

-- test: group by name
SELECT display_name, count(*) FROM users GROUP BY display_name

-- test: group by qualified, selected bare
SELECT display_name, count(*) FROM users u GROUP BY u.display_name

-- test: group by position
SELECT display_name, count(*) FROM users GROUP BY 1

-- test: group by alias
SELECT display_name AS n, count(*) FROM users GROUP BY n

-- test: group by expression
SELECT lower(display_name), count(*) FROM users GROUP BY lower(display_name)

-- test: group by expression with a label
SELECT lower(display_name) AS l, count(*) FROM users GROUP BY l HAVING count(*) > 1

-- test: group by expression, larger expression selected
SELECT lower(display_name) || '!', count(*) FROM users GROUP BY lower(display_name)

-- test: grouped column within an expression
SELECT upper(display_name) || count(*) FROM users GROUP BY display_name

-- test: having on the column
SELECT display_name FROM users GROUP BY display_name HAVING display_name > 'A' AND count(*) > 1

-- test: having on an aggregate of the column
SELECT age, max(display_name) FROM users GROUP BY age HAVING min(display_name) < 'B'

-- test: group by primary key makes the column known
SELECT id, display_name FROM users GROUP BY id

-- test: group by primary key with join
SELECT u.id, u.display_name, sum(o.amount) FROM users u LEFT JOIN orders o ON o.user_id = u.id GROUP BY u.id

-- test: order by within group by
SELECT display_name, count(*) FROM users GROUP BY display_name ORDER BY display_name

-- test: order by count and name
SELECT display_name, count(*) FROM users GROUP BY display_name ORDER BY count(*) DESC, display_name NULLS FIRST

-- test: grouping sets
SELECT display_name, age, count(*) FROM users GROUP BY GROUPING SETS ((display_name), (age), ())

-- test: rollup with grouping()
SELECT display_name, age, count(*), grouping(display_name, age) FROM users GROUP BY ROLLUP (display_name, age)

-- test: cube
SELECT display_name, count(*) FROM users GROUP BY CUBE (display_name)

-- test: group by distinct
-- since: 14
SELECT display_name, count(*) FROM users GROUP BY DISTINCT ROLLUP (display_name), ROLLUP (display_name)

-- test: distinct
SELECT DISTINCT display_name FROM users

-- test: distinct with order by the same
SELECT DISTINCT display_name FROM users ORDER BY display_name

-- test: distinct with order by position descending
SELECT DISTINCT display_name, age FROM users ORDER BY 1 DESC NULLS LAST, 2

-- test: distinct expression with order by the expression
SELECT DISTINCT lower(display_name) FROM users ORDER BY lower(display_name)

-- test: distinct with label in order by
SELECT DISTINCT display_name AS n FROM users ORDER BY n

-- test: distinct on
SELECT DISTINCT ON (display_name) display_name, id FROM users ORDER BY display_name, id

-- test: distinct on, column not shown
SELECT DISTINCT ON (u.display_name) id FROM users u ORDER BY u.display_name, id DESC

-- test: distinct on expression
SELECT DISTINCT ON (lower(display_name)) display_name FROM users ORDER BY lower(display_name), id

-- test: distinct on position
SELECT DISTINCT ON (1) display_name, id FROM users ORDER BY 1, 2

-- test: order by name
SELECT id FROM users ORDER BY display_name, id

-- test: order by name shown
SELECT display_name, id FROM users ORDER BY display_name DESC NULLS LAST, id

-- test: order by using operator
SELECT display_name, id FROM users ORDER BY display_name USING >, id

-- test: order by label that hides the column
SELECT lower(email) AS display_name, id FROM users ORDER BY display_name

-- test: order by expression reaches the column, not the label
SELECT lower(email) AS display_name, id FROM users ORDER BY display_name || '', id

-- test: order by the new name where the old one is a label
SELECT email AS full_name, id FROM users ORDER BY display_name, id

-- test: order by lower-cased column with the same label
SELECT upper(display_name) AS display_name, id FROM users ORDER BY display_name, id

-- test: group by the column although a label hides it
SELECT lower(display_name) AS display_name, count(*) FROM users GROUP BY display_name

-- test: group by where the old name is a label of something else
SELECT age AS full_name, count(*) FROM users GROUP BY display_name, age

-- test: group by a label that is the old name
-- refused: all: uncertain-column: whose column is meant is not certain
SELECT lower(email) AS full_name, max(display_name) FROM users GROUP BY full_name

-- test: window partition
SELECT id, row_number() OVER (PARTITION BY display_name ORDER BY id) FROM users

-- test: window order
SELECT id, display_name, rank() OVER (ORDER BY display_name) FROM users

-- test: named window
SELECT id, lag(display_name) OVER w, first_value(display_name) OVER w FROM users WINDOW w AS (PARTITION BY age ORDER BY display_name, id)

-- test: window over groups
SELECT display_name, count(*), sum(count(*)) OVER (ORDER BY display_name) FROM users GROUP BY display_name

-- test: window frame
SELECT id, string_agg(display_name, ',') OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW EXCLUDE TIES) FROM users

-- test: window of range over a group by
SELECT display_name, max(age) AS m, rank() OVER (PARTITION BY lower(display_name) ORDER BY max(age)) FROM users GROUP BY display_name

-- test: count distinct pairs
SELECT count(DISTINCT (display_name, age)) FROM users

-- test: aggregate of a correlated expression
SELECT age, array_agg(display_name ORDER BY display_name, id) FROM users GROUP BY age

-- test: group by in a subquery
SELECT n, c FROM (SELECT display_name AS n, count(*) AS c FROM users GROUP BY display_name) s WHERE c > 1

-- test: coalesce grouped
SELECT COALESCE(display_name, '?'), count(*) FROM users GROUP BY COALESCE(display_name, '?')

-- test: grouped with a placeholder in both places
-- params: text '?', text '?'
-- error: 42803
SELECT COALESCE(display_name, ?), count(*) FROM users GROUP BY COALESCE(display_name, ?)

-- test: case grouped
SELECT CASE WHEN display_name = 'Ada' THEN 'A' ELSE 'B' END, count(*) FROM users GROUP BY CASE WHEN display_name = 'Ada' THEN 'A' ELSE 'B' END

-- test: order by case
SELECT id FROM users ORDER BY CASE WHEN display_name = 'Ada' THEN 0 ELSE 1 END, display_name, id

-- test: order by a placeholder expression
-- params: text 'Ada'
SELECT id FROM users ORDER BY (display_name = ?) DESC NULLS LAST, id

-- test: with ties
SELECT display_name FROM users ORDER BY display_name FETCH FIRST 1 ROW WITH TIES
