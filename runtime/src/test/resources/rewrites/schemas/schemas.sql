-- schema: schemas

-- test: the tracked table by its full name
-- catalog: which schema a bare name means
SELECT display_name FROM app.users

-- test: the tracked table by its full name, qualified column
-- catalog: which schema a bare name means
SELECT app.users.display_name FROM app.users ORDER BY app.users.id

-- test: the search path's other table
-- catalog: which schema a bare name means
-- names: none
SELECT display_name, full_name FROM users

-- test: the search path's other table, written
-- catalog: which schema a bare name means
-- names: none
UPDATE users SET display_name = full_name, full_name = display_name

-- test: both tables
-- catalog: which schema a bare name means
SELECT a.display_name, b.display_name, b.full_name FROM app.users a JOIN users b ON a.id = b.id

-- test: write to the tracked table
-- catalog: which schema a bare name means
INSERT INTO app.users (id, display_name) VALUES (50, 'x')

-- test: update of the tracked table from the other
-- catalog: which schema a bare name means
UPDATE app.users SET display_name = o.display_name || o.full_name FROM users o WHERE o.id = app.users.id

-- test: search path reaches the tracked table
-- catalog: which schema a bare name means
-- setup: SET LOCAL search_path = app
SELECT display_name FROM users

-- test: search path reaches the tracked table, written
-- catalog: which schema a bare name means
-- setup: SET LOCAL search_path = app
UPDATE users SET display_name = 'x' WHERE id = 1

-- test: star of the tracked table
-- catalog: which schema a bare name means
-- names: star
SELECT * FROM app.users

-- test: star of the other table
-- catalog: which schema a bare name means
-- names: none
SELECT * FROM users

-- test: search path set in the same text
-- refused: all: moving-names: what the name means changes within the text
-- catalog: which schema a bare name means
-- setup: SET LOCAL search_path = other
SET LOCAL search_path = app; SELECT display_name FROM users
