-- schema: users

-- test: like with a placeholder
-- params: text 'A%'
SELECT id, display_name FROM users WHERE display_name LIKE ?

-- test: like with escape
SELECT id FROM users WHERE display_name LIKE '%100!%' ESCAPE '!'

-- test: ilike and similar to and regex
SELECT id FROM users WHERE display_name ILIKE 'ADA' OR display_name SIMILAR TO 'A%' OR display_name ~ '^G' OR display_name ~* '^g'

-- test: in list with placeholders
-- params: text 'Ada', text 'Alan'
SELECT id FROM users WHERE display_name IN (?, ?)

-- test: not in list
SELECT id FROM users WHERE display_name NOT IN ('Ada', 'Alan')

-- test: in subquery over itself
SELECT id FROM users WHERE display_name IN (SELECT display_name FROM users WHERE id = 1)

-- test: in subquery over another table's column of that name
SELECT id FROM users WHERE display_name IN (SELECT display_name FROM teams)

-- test: not exists with correlation
SELECT id FROM users u WHERE NOT EXISTS (SELECT 1 FROM teams t WHERE t.display_name = u.display_name)

-- test: any array
-- params: text[] Ada|Grace
SELECT id FROM users WHERE display_name = ANY (?)

-- test: all array
SELECT id FROM users WHERE display_name <> ALL (ARRAY['Ada', 'Grace'])

-- test: between with placeholders
-- params: text 'A', text 'B'
SELECT id FROM users WHERE display_name BETWEEN ? AND ?

-- test: between symmetric
SELECT id FROM users WHERE display_name BETWEEN SYMMETRIC 'B' AND 'A'

-- test: is null
SELECT id FROM users WHERE display_name IS NULL

-- test: isnull and notnull
SELECT id FROM users WHERE display_name NOTNULL AND NOT display_name ISNULL

-- test: is distinct from
SELECT id FROM users WHERE display_name IS DISTINCT FROM 'Ada'

-- test: row comparison
-- params: text 'Ada', int 2
SELECT id FROM users WHERE (display_name, id) > (?, ?)

-- test: row in list
SELECT id FROM users WHERE (display_name, id) IN (('Ada', 1), ('Grace', 2))

-- test: row in subquery
SELECT id FROM users WHERE (display_name, email) IN (SELECT display_name, email FROM users WHERE id < 3)

-- test: row overlaps nothing with the null row
SELECT id FROM users WHERE ROW(display_name, age) IS NOT NULL

-- test: parenthesised or
SELECT id FROM users WHERE (display_name = 'Ada' OR (age > 40 AND display_name <> 'Ada'))

-- test: operator with schema
SELECT id FROM users WHERE display_name OPERATOR(pg_catalog.=) 'Ada'

-- test: case in where
SELECT id FROM users WHERE CASE WHEN display_name IS NULL THEN true ELSE display_name = 'Ada' END

-- test: function in where
SELECT id FROM users WHERE lower(display_name) = 'grace'

-- test: concatenation in where
SELECT id FROM users WHERE display_name || '!' = 'Ada!'

-- test: comparison with a subselect
SELECT id FROM users WHERE display_name = (SELECT max(display_name) FROM users)

-- test: quantified comparison
SELECT id FROM users WHERE display_name >= ALL (SELECT display_name FROM users WHERE display_name IS NOT NULL)

-- test: ambiguous name is an error
-- refused: BEFORE, DUAL_WRITE, FALLBACK_READ: uncertain-column: whose column is meant is not certain
-- error: 42702
SELECT display_name FROM users u JOIN users v ON u.id = v.id

-- test: unknown column is an error
-- error: 42703
SELECT display_nam FROM users

-- test: error at run time
-- error: 22P02
SELECT display_name::int FROM users WHERE id = 1

-- test: division by zero
-- error: 22012
SELECT length(display_name) / 0 FROM users WHERE id = 1

-- test: ungrouped column is an error
-- error: 42803
SELECT display_name, count(*) FROM users

-- test: similar name is another column
-- error: 42703
SELECT display_name2 FROM users

-- test: a string that equals the name
SELECT id FROM users WHERE email <> 'display_name' AND display_name <> 'full_name'
