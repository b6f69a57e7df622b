-- schema: users

-- test: join with another table that has the old name
SELECT u.display_name, o.full_name FROM users u JOIN orders o ON o.user_id = u.id

-- test: bare new name where the other table has the old name
SELECT display_name, amount FROM users JOIN orders ON orders.user_id = users.id

-- test: bare old name belongs to the other table
-- catalog: which table has the name
SELECT full_name, display_name FROM users u JOIN orders o ON o.user_id = u.id

-- test: joined on the column
SELECT u.id, o.id FROM users u JOIN orders o ON o.full_name = u.display_name

-- test: joined with a table that has both names
SELECT u.display_name, t.display_name, t.full_name FROM users u JOIN teams t ON t.display_name = u.display_name

-- test: using the column with a table that has it too
SELECT u.id, t.id FROM users u JOIN teams t USING (display_name)

-- test: using the column, and showing it
SELECT display_name, u.id FROM users u JOIN teams t USING (display_name)

-- test: using the column, and showing both sides
SELECT display_name, u.display_name, t.display_name FROM users u JOIN teams t USING (display_name)

-- test: left join using
SELECT display_name, t.id FROM users u LEFT JOIN teams t USING (display_name)

-- test: right join using
SELECT display_name, u.id FROM users u RIGHT JOIN teams t USING (display_name)

-- test: full join using
SELECT display_name, u.id, t.id FROM users u FULL JOIN teams t USING (display_name)

-- test: using with alias
-- since: 14
SELECT j.display_name, u.id FROM users u JOIN teams t USING (display_name) AS j

-- test: self join using
SELECT display_name, a.id, b.id FROM users a JOIN users b USING (display_name)

-- test: self join with two names
SELECT a.display_name, b.display_name FROM users a JOIN users b ON a.id = b.manager_id

-- test: using another column
SELECT display_name, o.note FROM users u JOIN orders o USING (id)

-- test: natural join with a table without the names
SELECT display_name, name FROM users NATURAL JOIN (SELECT id, name FROM staging) s

-- test: natural join that joins by the new name
-- refused: BEFORE_MISSING, BEFORE_ADDED, DUAL_WRITE, FALLBACK_READ, NEW_READ, AFTER: join-using: the join is by a name that the phase replaces
SELECT u.id FROM users u NATURAL JOIN (SELECT display_name, lead_id FROM teams) t

-- test: natural join with orders, which has the old name
-- refused: all: join-using: the join is by a name that the phase replaces
SELECT display_name, note FROM users NATURAL JOIN orders

-- test: natural join with the other archive
-- catalog: that this table is another one
SELECT users.id FROM users NATURAL JOIN (SELECT id FROM archive.users) a

-- test: cross join
SELECT u.display_name, t.id FROM users u CROSS JOIN teams t

-- test: comma join
SELECT u.display_name, o.note FROM users u, orders o WHERE o.user_id = u.id AND u.display_name = o.full_name

-- test: alias is the other table's name
SELECT orders.display_name FROM users orders

-- test: aliases swapped
SELECT orders.display_name, users.full_name FROM users orders JOIN orders users ON users.user_id = orders.id

-- test: alias is the column's name
SELECT display_name.display_name FROM users display_name

-- test: alias is the old column's name
SELECT full_name.display_name FROM users full_name

-- test: subquery alias is the table's name
SELECT users.display_name FROM (SELECT 'x' AS display_name) users

-- test: joined group in parentheses
SELECT u.display_name FROM (users u JOIN orders o ON o.user_id = u.id) JOIN teams t ON t.lead_id = u.id

-- test: joined group with an alias
SELECT j.display_name, j.note FROM (users u JOIN (SELECT user_id, note FROM orders) o ON o.user_id = u.id) j

-- test: joined group with an alias and both names
-- refused: BEFORE_MISSING, BEFORE_ADDED, DUAL_WRITE, FALLBACK_READ, NEW_READ, AFTER: column-alias-list: the list names columns by their position
-- error: 42702
SELECT j.display_name FROM (users u JOIN teams t ON t.lead_id = u.id) j

-- test: joined group with an alias, the other table has the old name
-- refused: all: column-alias-list: the list names columns by their position
SELECT j.display_name, j.full_name FROM (users u JOIN orders o ON o.user_id = u.id) j

-- test: lateral
SELECT u.display_name, l.n FROM users u, LATERAL (SELECT count(*) AS n FROM orders o WHERE o.full_name = u.display_name) l

-- test: lateral join with bare names
SELECT display_name, x FROM users LEFT JOIN LATERAL (SELECT display_name || note AS x FROM orders WHERE user_id = users.id ORDER BY id LIMIT 1) s ON true

-- test: lateral function
SELECT u.id, w FROM users u, regexp_split_to_table(u.display_name, 'a') AS w

-- test: function with alias named like the column
SELECT u.id, display_name FROM (SELECT id FROM users) u, unnest(ARRAY['x', 'y']) AS display_name

-- test: unnest of a column
SELECT display_name, t FROM users, unnest(tags) AS t

-- test: values with the same names
SELECT u.display_name, v.display_name FROM users u JOIN (VALUES (1, 'x'), (2, 'y')) AS v (id, display_name) ON v.id = u.id

-- test: values with the old name beside it
SELECT u.display_name, v.full_name FROM users u JOIN (VALUES (1, 'x'), (2, 'y')) AS v (id, full_name) USING (id)

-- test: bare name beside values with the old name
SELECT display_name FROM users u JOIN (VALUES (1, 'x'), (2, 'y')) AS v (id, full_name) USING (id)

-- test: the same table's name in another schema
-- catalog: that this table is another one
SELECT a.display_name, a.full_name, u.display_name FROM archive.users a JOIN users u ON u.id = a.id

-- test: only the other schema's table
-- catalog: that this table is another one
-- names: none
SELECT display_name, full_name FROM archive.users

-- test: both tables without aliases
-- catalog: that this table is another one
SELECT public.users.display_name, archive.users.display_name FROM public.users, archive.users WHERE public.users.id = archive.users.id

-- test: another table with both names
-- names: none
SELECT display_name, full_name FROM teams ORDER BY display_name

-- test: another table's old name
-- names: none
SELECT full_name FROM orders

-- test: three-way with a condition on each
SELECT u.display_name, m.display_name AS boss, o.note FROM users u JOIN users m ON m.id = u.manager_id LEFT JOIN orders o ON o.user_id = u.id AND o.full_name <> m.display_name ORDER BY u.id, o.id

-- test: anti join on NULL of the outer side
SELECT o.id FROM orders o LEFT JOIN users u ON u.display_name = o.full_name WHERE u.display_name IS NULL

-- test: outer join shows NULL for missing rows
SELECT o.id, u.display_name FROM orders o LEFT JOIN users u ON u.id = o.user_id

-- test: full join on the column
SELECT u.display_name, t.display_name FROM users u FULL JOIN teams t ON t.display_name = u.display_name

-- test: column alias list that stops before the column
SELECT u.key, u.display_name FROM users AS u (key) WHERE u.key < 4
