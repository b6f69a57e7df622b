-- schema: users

-- test: delete by the column
-- params: text 'Ada'
DELETE FROM users WHERE display_name = ?

-- test: delete by key
-- names: none
DELETE FROM users WHERE id = 1

-- test: delete using
DELETE FROM users USING staging s WHERE s.email = users.email AND users.display_name = 'Ada'

-- test: delete using a table with the same names
DELETE FROM users u USING teams t WHERE t.display_name = u.display_name

-- test: delete using orders with the bare new name
-- catalog: which table has the name
DELETE FROM users u USING orders o WHERE o.user_id = u.id AND display_name = full_name

-- test: delete from another table using the tracked one
DELETE FROM orders USING users u WHERE u.id = orders.user_id AND u.display_name = orders.full_name

-- test: delete from another table by a subselect
DELETE FROM orders WHERE user_id IN (SELECT id FROM users WHERE display_name LIKE 'A%')

-- test: delete returning
DELETE FROM users WHERE id < 4 RETURNING id, display_name

-- test: delete returning the old value by an expression
DELETE FROM users WHERE display_name IS NOT NULL RETURNING upper(display_name) AS n, email

-- test: delete returning star
-- names: star
DELETE FROM users WHERE id < 4 RETURNING *

-- test: delete with alias and only
DELETE FROM ONLY users AS u WHERE u.display_name IS NULL

-- test: delete with row comparison
DELETE FROM users WHERE (display_name, id) = ('Ada', 1)

-- test: delete from the other schema
-- catalog: that this table is another one
-- names: none
DELETE FROM archive.users WHERE display_name = 'new ada'

-- test: delete with a cte
WITH dup AS (SELECT display_name, min(id) AS keep FROM users GROUP BY display_name) DELETE FROM users u USING dup WHERE dup.display_name = u.display_name AND u.id > dup.keep

