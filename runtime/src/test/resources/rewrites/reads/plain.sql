-- schema: users

-- test: one column
SELECT display_name FROM users

-- test: one column, qualified by the table
SELECT users.display_name FROM users ORDER BY users.id

-- test: one column, qualified by the schema
SELECT public.users.display_name FROM public.users

-- test: qualified by an alias
SELECT u.display_name FROM users u WHERE u.id = 1

-- test: alias with AS
SELECT u.display_name FROM users AS u WHERE u.id = 1

-- test: labelled
SELECT display_name AS name FROM users

-- test: labelled without AS
-- since: 14
SELECT display_name name FROM users

-- test: labelled with its own name
SELECT display_name AS display_name FROM users

-- test: labelled with the old name
SELECT display_name AS full_name FROM users

-- test: twice
SELECT display_name, display_name FROM users

-- test: twice with different labels
SELECT display_name a, u.display_name b, u.display_name FROM users u

-- test: upper case
SELECT DISPLAY_NAME FROM USERS

-- test: quoted
SELECT "display_name" FROM "users"

-- test: quoted and qualified
SELECT "users"."display_name" FROM "public"."users"

-- test: only
SELECT display_name FROM ONLY users

-- test: by key
-- params: int 3
SELECT id, display_name, email FROM users WHERE id = ?

-- test: by itself
-- params: text 'Ada'
SELECT id FROM users WHERE display_name = ?

-- test: by itself, shown too
-- params: text 'Ada'
SELECT id, display_name FROM users WHERE display_name = ? ORDER BY id

-- test: placeholder in the select list before and after the column
-- params: int 7, text 'x', text 'Ada', int 3
SELECT ?::int AS a, display_name, ? || display_name AS b FROM users WHERE display_name = ? ORDER BY id LIMIT ?

-- test: limit and offset as placeholders
-- params: int 2, int 1
SELECT display_name FROM users ORDER BY id LIMIT ? OFFSET ?

-- test: fetch first
-- params: int 2
SELECT display_name FROM users ORDER BY id FETCH FIRST ? ROWS ONLY

-- test: no rows
-- empty
SELECT display_name FROM users WHERE id = -1

-- test: for update
SELECT id, display_name FROM users WHERE id < 3 FOR UPDATE

-- test: for update of alias
SELECT u.display_name FROM users u JOIN orders o ON o.user_id = u.id FOR UPDATE OF u

-- test: for share skip locked
SELECT display_name FROM users WHERE display_name = 'Ada' FOR SHARE OF users SKIP LOCKED

-- test: count of the column
SELECT count(display_name), count(*), count(DISTINCT display_name) FROM users

-- test: a statement about other columns
SELECT id, email FROM users WHERE age > 30

-- test: counting rows
SELECT count(*) FROM users

-- test: exists
SELECT EXISTS (SELECT 1 FROM users WHERE display_name = 'Ada')

-- test: cast in the list
SELECT display_name::varchar, display_name::varchar(2), CAST(display_name AS bpchar) FROM users

-- test: tablesample
SELECT display_name FROM users TABLESAMPLE BERNOULLI (100)
