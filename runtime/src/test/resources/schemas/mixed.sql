-- For random statements: two tracked tables, one with two renames, and a third table that has all the same names.
-- rename: people.name -> label | 'stale ' || id
-- rename: people.nick -> handle | 'stale ' || id
-- rename: tasks.title -> subject | 'stale ' || id

-- section: original
CREATE TABLE people (id int PRIMARY KEY, name text, team int, nick varchar(40) UNIQUE, score int, code text UNIQUE);
CREATE TABLE tasks (id int PRIMARY KEY, owner int, title text, points int);
CREATE TABLE extra (id int PRIMARY KEY, name text, label text, subject text, title text, handle text, nick text, points int);
INSERT INTO people VALUES
  (1, 'ann', 1, 'n1', 10, 'c1'), (2, 'bob', 1, 'n2', NULL, 'c2'), (3, 'ann', 2, NULL, 5, 'c3'), (4, NULL, 2, 'n4', 7, 'c4'),
  (5, 'Cyd', NULL, 'n5', 10, NULL), (6, '', 3, NULL, 0, 'c6'), (7, 'bob', 3, 'n7', 3, 'c7');
INSERT INTO tasks VALUES (1, 1, 'ann', 3), (2, 1, 'write', 5), (3, 2, NULL, 1), (4, 9, 'read', NULL), (5, 4, 'write', 2), (6, NULL, 'bob', 8);
INSERT INTO extra VALUES (1, 'xn1', 'ann', 'write', 'xt1', 'n1', 'xk1', 1), (2, 'bob', 'xl2', NULL, 'xt2', NULL, 'n2', 2), (4, NULL, 'xl4', 'xs4', 'ann', 'xh4', 'xk4', NULL);

-- section: expand people.name
ALTER TABLE people ADD label text;

-- section: expand people.nick
ALTER TABLE people ADD handle varchar(40);
ALTER TABLE people ADD CONSTRAINT people_handle_key UNIQUE (handle);

-- section: expand tasks.title
ALTER TABLE tasks ADD subject text;

-- section: contract people.name
ALTER TABLE people DROP name;

-- section: contract people.nick
ALTER TABLE people DROP nick;

-- section: contract tasks.title
ALTER TABLE tasks DROP title;
