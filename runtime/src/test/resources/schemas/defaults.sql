-- Columns that fill themselves.
-- rename: fixed.grade -> rating | 'stale ' || id
-- rename: random.code -> token | 'stale ' || id
-- rename: counted.number -> serial_no | 7000 + id

-- section: original
CREATE SEQUENCE code_seq;
CREATE SEQUENCE number_seq;
CREATE FUNCTION next_code() RETURNS text LANGUAGE sql VOLATILE AS $$ SELECT 'code ' || nextval('code_seq') $$;
CREATE TABLE fixed (id int PRIMARY KEY, grade text NOT NULL DEFAULT 'C', note text);
CREATE TABLE random (id int PRIMARY KEY, code text DEFAULT next_code(), note text);
CREATE TABLE counted (id int PRIMARY KEY, number int DEFAULT nextval('number_seq'), note text);
INSERT INTO fixed VALUES (1, 'A', 'n1'), (2, 'B', 'n2'), (3, 'C', 'n3');
INSERT INTO random VALUES (1, 'A', 'n1'), (2, 'B', 'n2'), (3, 'C', 'n3');
INSERT INTO counted VALUES (1, 11, 'n1'), (2, 12, 'n2'), (3, 13, 'n3');

-- section: expand
ALTER TABLE fixed ADD rating text; ALTER TABLE fixed ALTER rating SET DEFAULT 'C';
ALTER TABLE random ADD token text;
ALTER TABLE counted ADD serial_no int;

-- section: after
ALTER TABLE fixed ALTER grade DROP NOT NULL, ALTER grade DROP DEFAULT, ALTER rating SET NOT NULL;
ALTER TABLE random ALTER code DROP DEFAULT, ALTER token SET DEFAULT next_code();
ALTER TABLE counted ALTER number DROP DEFAULT, ALTER serial_no SET DEFAULT nextval('number_seq');

-- section: contract
ALTER TABLE fixed DROP grade;
ALTER TABLE random DROP code;
ALTER TABLE counted DROP number;
