-- The same table's name in two schemas, one of them tracked by its full name.
-- rename: app.users.full_name -> display_name | 'stale ' || id
-- session: CREATE SCHEMA IF NOT EXISTS app
-- session: CREATE SCHEMA IF NOT EXISTS other
-- session: SET search_path = other, public

-- section: original
CREATE TABLE app.users (id int PRIMARY KEY, full_name text, email text);
CREATE TABLE other.users (id int PRIMARY KEY, full_name text, display_name text);
INSERT INTO app.users VALUES (1, 'Ada', 'a'), (2, 'Bob', 'b'), (3, 'Cyd', 'c'), (4, NULL, 'd');
INSERT INTO other.users VALUES (1, 'O1', 'D1'), (2, 'O2', 'D2');

-- section: expand
ALTER TABLE app.users ADD display_name text;

-- section: contract
ALTER TABLE app.users DROP full_name;
