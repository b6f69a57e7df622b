-- schema: schemas

-- test: the tracked table by its full name
SELECT display_name FROM app.users

-- test: the tracked table by its full name, qualified column
SELECT app.users.display_name FROM app.users ORDER BY app.users.id

-- test: the search path's other table
-- names: none
SELECT display_name, full_name FROM users

-- test: the search path's other table, written
-- names: none
UPDATE users SET display_name = full_name, full_name = display_name

-- test: both tables
SELECT a.display_name, b.display_name, b.full_name FROM app.users a JOIN users b ON a.id = b.id

-- test: write to the tracked table
INSERT INTO app.users (id, display_name) VALUES (50, 'x')

-- test: update of the tracked table from the other
UPDATE app.users SET display_name = o.display_name || o.full_name FROM users o WHERE o.id = app.users.id

-- test: search path reaches the tracked table
-- setup: SET LOCAL search_path = app
SELECT display_name FROM users

-- test: search path reaches the tracked table, written
-- setup: SET LOCAL search_path = app
UPDATE users SET display_name = 'x' WHERE id = 1

-- test: star of the tracked table
-- names: star
SELECT * FROM app.users

-- test: star of the other table
-- names: none
SELECT * FROM users

-- test: search path set in the same text
-- setup: SET LOCAL search_path = other
SET LOCAL search_path = app; SELECT display_name FROM users
