-- schema: users

-- test: trailing semicolon
SELECT display_name FROM users;

-- test: two trailing semicolons
SELECT display_name FROM users ; ;

-- test: trailing line comment
SELECT display_name FROM users -- display_name

-- test: trailing line comment after an update
UPDATE users SET display_name = 'x' WHERE id = 1 -- and display_name

-- test: trailing comment and semicolon
SELECT display_name FROM users; -- done

-- test: leading comments
/* display_name */ -- full_name
SELECT display_name FROM users

-- test: leading hint
/*+ SeqScan(users) */ SELECT /* here */ display_name /* and */ FROM /* there */ users

-- test: nested comments
SELECT /* a /* display_name */ b ? */ display_name FROM users /* /* ? */ */ WHERE id = 1

-- test: question marks in comments and strings
-- params: int 1
SELECT display_name, '?' -- ?
FROM users /* ? */ WHERE id = ? AND email <> '??' AND E'\'?' <> email

-- test: a name in a plain string
SELECT 'display_name', display_name FROM users WHERE email <> 'users.display_name'

-- test: a quote within a string
SELECT 'it''s display_name', display_name FROM users

-- test: an escape string
SELECT E'it\'s display_name\\', display_name, E'\u0041' FROM users

-- test: a unicode string
SELECT U&'d\0061ta display_name', display_name, U&'!0041' UESCAPE '!' FROM users

-- test: a dollar-quoted string
SELECT $$display_name ? '$$, display_name FROM users

-- test: a dollar-quoted string with a tag
SELECT $tag$ display_name $$ $tag2$ ? $tag$, display_name FROM users

-- test: strings continued on the next line
SELECT 'display_name'
  ' ? continued', display_name FROM users

-- test: bit and hexadecimal strings
SELECT B'101', X'1F', display_name FROM users

-- test: national string
SELECT N'display_name', display_name FROM users

-- test: tabs and carriage returns
-- escapes
SELECT\tdisplay_name,\r\n\tid\r\nFROM\tusers\r\nWHERE\tdisplay_name\t=\t'Ada'\r\nORDER BY\r\nid

-- test: line comment ended by a carriage return and line feed
-- escapes
SELECT id, -- display_name\r\n display_name\r\nFROM users -- end\r\n

-- test: line comment ended by a carriage return
-- escapes
SELECT id, -- email\r display_name FROM users

-- test: no blanks
SELECT"display_name","id"FROM"users"WHERE"display_name"='Ada'

-- test: blanks around dots
SELECT u . display_name FROM users u WHERE u
  . id = 1

-- test: comment between qualifier and name
SELECT u./* x */display_name FROM users u

-- test: jsonb exists operator
-- params: text 'Ada'
SELECT id, display_name FROM users WHERE doc ?? 'k' AND display_name = ?

-- test: jsonb any and all operators
-- params: int 0
SELECT id, display_name FROM users WHERE doc ??| ARRAY['k', 'x'] AND NOT doc ??& ARRAY['k', 'full_name'] AND id > ?

-- test: jsonb path operators
SELECT display_name, doc -> 'k', doc ->> 'k', doc #> '{k}', doc @> '{"k": 1}', doc @?? '$.k' FROM users

-- test: jsonb subscript
-- since: 14
SELECT display_name, doc['display_name'], doc['k'] FROM users

-- test: operators glued to a placeholder
-- params: int 3, int 4
SELECT display_name FROM users WHERE id>?
AND(id)<=?

-- test: negative placeholder and casts
-- params: int 3, text '4'
SELECT display_name FROM users WHERE id = -(-?) OR id = ?::int

-- test: at time zone
SELECT display_name, TIMESTAMPTZ '2020-01-01 00:00Z' AT TIME ZONE 'UTC' FROM users

-- test: array slices
SELECT tags[1], tags[1:2], tags[:1], tags[1:], display_name FROM users

-- test: colon casts of arrays
SELECT ARRAY[display_name]::text[], '{a}'::text[] FROM users

-- test: numbers of all forms
-- since: 16 | older servers read 1_000 as 1 with a label, or as junk
SELECT 1.5e3, .5, 1_000, 0x1F, 0b11, display_name FROM users

-- test: factorial-like and other operators
SELECT @ -5, |/ 4.0, ~ 5, 5 # 3, 1 << 2, display_name FROM users

-- test: not equal in both ways
SELECT id FROM users WHERE display_name <> 'Ada' AND display_name != 'Alan'

-- test: two selects in one string
SELECT display_name FROM users WHERE id = 1; SELECT email FROM users WHERE id = 2

-- test: two writes in one string
-- params: text 'a', int 1, text 'b', int 2
UPDATE users SET display_name = ? WHERE id = ?; UPDATE users SET display_name = ? WHERE id = ?;

-- test: write and read in one string
-- params: int 50, text 'New'
INSERT INTO users (id, display_name, email) VALUES (?, ?, 'n@x'); SELECT id, display_name FROM users WHERE id = 50

-- test: a statement about something else first
SELECT 1; UPDATE users SET display_name = 'x' WHERE id = 1

-- test: set local before
SET LOCAL work_mem = '1MB'; SELECT display_name FROM users

-- test: strings without standard conforming
-- setup: SET LOCAL standard_conforming_strings = off
-- setup: SET LOCAL escape_string_warning = off
SELECT display_name FROM users WHERE email <> 'a\\b' AND id = 1

-- test: non-ASCII text
-- params: text 'Über 100%'
SELECT id, display_name, '日本語 🎉 display_name' FROM users WHERE display_name = ?

-- test: non-ASCII text before a placeholder
-- params: text 'Über 100%'
UPDATE users SET email = '🎉' || id, display_name = ? || '🎉' WHERE display_name LIKE 'Ü%'

-- test: a byte order of blanks
-- escapes
\n\n\t SELECT display_name FROM users\n\n

-- test: prefix of the table's name in another table
-- names: none
SELECT note FROM orders

-- test: a table that does not exist
-- error: 42P01
SELECT display_name FROM userz

-- test: syntax error
-- refused: BEFORE, DUAL_WRITE, FALLBACK_READ, NEW_READ: unparsed-statement: the grammar does not know this syntax
-- error: 42601
SELECT display_name FROM users WHERE

-- test: values only
-- names: none
VALUES (1, 'display_name'), (2, 'full_name')

-- test: select without from
-- names: none
SELECT 'users', 'display_name', now() = now()

-- test: explain
-- unordered
-- mask: QUERY PLAN
EXPLAIN (COSTS OFF) SELECT display_name FROM users WHERE id = 1

-- test: show
-- names: none
SHOW server_version_num

-- test: with upper-case key words in odd places
select DISPLAY_NAME from USERS where ID=1 union all select DISPLAY_NAME from USERS where ID=2

-- test: a placeholder as a whole select list
-- params: int 1, text 'Ada'
SELECT ? FROM users WHERE display_name = ?

-- test: interval, date and array literals
SELECT DATE '2020-01-01', INTERVAL '1 day', display_name FROM users WHERE DATE '2020-01-01' < now()

-- test: table name in quotes with another case is another table
-- error: 42P01
SELECT display_name FROM "Users"

-- test: temporary table shadows the tracked one
-- catalog: which schema a bare name means
-- setup: CREATE TEMP TABLE users (id int, full_name text, display_name text) ON COMMIT DROP
-- setup: INSERT INTO users VALUES (1, 'temp old', 'temp new')
-- names: none
SELECT display_name, full_name FROM users

-- test: temporary table shadows the tracked one, written
-- catalog: which schema a bare name means
-- setup: CREATE TEMP TABLE users (id int, full_name text, display_name text) ON COMMIT DROP
-- names: none
INSERT INTO users (id, display_name) VALUES (1, 'temp')

-- test: the tracked table by its schema beside a temporary one
-- catalog: which schema a bare name means
-- setup: CREATE TEMP TABLE users (id int, full_name text, display_name text) ON COMMIT DROP
-- setup: INSERT INTO users VALUES (1, 'temp old', 'temp new')
SELECT t.full_name, t.display_name, u.display_name FROM users t JOIN public.users u USING (id)

-- test: declared cursor
-- empty
DECLARE c CURSOR FOR SELECT display_name FROM users

-- test: create table as
CREATE TEMP TABLE copied ON COMMIT DROP AS SELECT id, display_name FROM users

-- test: select into
SELECT id, display_name INTO TEMP copied FROM users
