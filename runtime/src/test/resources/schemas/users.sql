-- Values repeat and may be NULL; orders and teams have columns of the same names, which are not tracked.
-- rename: users.full_name -> display_name | 'stale ' || id

-- section: original
CREATE SEQUENCE code_seq;
CREATE FUNCTION next_code() RETURNS text LANGUAGE sql VOLATILE AS $$ SELECT 'code ' || nextval('code_seq') $$;
CREATE FUNCTION shout(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT upper(t) || '!' $$;
CREATE TABLE users (
  id int PRIMARY KEY,
  full_name text,
  email text NOT NULL UNIQUE,
  age int,
  manager_id int,
  tags text[],
  doc jsonb
);
CREATE TABLE orders (
  id int PRIMARY KEY,
  user_id int NOT NULL,
  full_name text,
  amount numeric(10, 2),
  note text
);
CREATE TABLE teams (id int PRIMARY KEY, display_name text, full_name text, lead_id int);
CREATE TABLE badges (id int PRIMARY KEY, display_name text, level int);
CREATE TABLE staging (id int PRIMARY KEY, name text, email text, n int);
CREATE SCHEMA archive;
CREATE TABLE archive.users (id int PRIMARY KEY, full_name text, display_name text, email text);
INSERT INTO users VALUES
  (1, 'Ada', 'ada@x', 36, NULL, '{a,b}', '{"full_name": "A", "k": 1}'),
  (2, 'Grace', 'grace@x', 85, 1, '{b}', '{"k": 2}'),
  (3, 'Alan', 'alan@x', 41, 1, NULL, '{"display_name": "B"}'),
  (4, 'Ada', 'ada2@x', 20, 2, '{}', NULL),
  (5, NULL, 'null@x', 50, 2, '{c}', '{}'),
  (6, 'grace', 'grace2@x', NULL, 3, '{a}', '[1]'),
  (7, '', 'empty@x', 36, NULL, '{a}', '{"k": 7}'),
  (8, NULL, 'null2@x', 20, 4, '{}', '{"k": 8}'),
  (9, 'Über 100%', 'uber@x', 33, 6, '{ü}', '{}'),
  (10, 'O''Hara', 'ohara@x', 44, 6, '{o}', '{"k": 10}');
INSERT INTO orders VALUES
  (1, 1, 'Ada', 10.5, 'first'), (2, 1, 'Grace', 5, NULL), (3, 2, 'Zoe', 7.25, 'third'),
  (4, 4, NULL, 100, 'fourth'), (5, 5, 'Ada', 0, 'fifth'), (6, 99, 'nobody', 1, 'orphan');
INSERT INTO teams VALUES (1, 'Ada', 'T1', 1), (2, 'Blue', 'T2', 2), (3, NULL, 'Ada', 5);
INSERT INTO badges VALUES (1, 'gold', 3), (2, 'silver', 2), (3, NULL, 1), (4, 'Ada', 1), (50, 'none', 0);
INSERT INTO staging VALUES (1, 'Ada L.', 'ada@x', 1), (2, 'Newcomer', 'new@x', 2), (20, 'Twenty', 'twenty@x', 3);
INSERT INTO archive.users VALUES (1, 'old ada', 'new ada', 'a'), (2, 'old bob', 'new bob', 'b');

-- section: expand
ALTER TABLE users ADD COLUMN display_name text;

-- section: contract
ALTER TABLE users DROP COLUMN full_name;
