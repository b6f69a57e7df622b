-- The table is reached through partitions, children, views and triggers.
-- rename: events.actor -> performer | 'stale ' || id
-- rename: base.label -> caption | 'stale ' || id
-- rename: docs.title -> name | 'stale ' || id

-- section: original
CREATE TABLE events (id int, day date NOT NULL, actor text, kind text, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE events_2020 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE TABLE base (id int PRIMARY KEY, label text);
CREATE TABLE child (extra text) INHERITS (base);
CREATE TABLE docs (id int PRIMARY KEY, title text, body text, changed int NOT NULL DEFAULT 0);
CREATE TABLE audit (doc_id int, what text);
CREATE FUNCTION docs_touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.changed := OLD.changed + 1; RETURN NEW; END $$;
CREATE FUNCTION docs_audit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO audit (doc_id, what) VALUES (NEW.id, TG_OP); RETURN NULL; END $$;
CREATE TRIGGER touch BEFORE UPDATE ON docs FOR EACH ROW EXECUTE FUNCTION docs_touch();
CREATE TRIGGER audit AFTER INSERT OR UPDATE ON docs FOR EACH ROW EXECUTE FUNCTION docs_audit();
CREATE VIEW doc_titles AS SELECT id, title AS heading FROM docs;
CREATE VIEW doc_bodies AS SELECT id, body FROM docs;
INSERT INTO events VALUES (1, '2020-05-01', 'ada', 'login'), (2, '2020-06-01', 'bob', 'logout'), (3, '2021-01-05', 'ada', 'login'), (4, '2022-01-05', NULL, 'login');
INSERT INTO base VALUES (1, 'b1'), (2, 'b2'), (3, NULL);
INSERT INTO child VALUES (11, 'c11', 'x'), (12, 'c12', 'y');
INSERT INTO docs VALUES (1, 't1', 'b1'), (2, 't2', 'b2'), (3, NULL, 'b3'), (4, 't4', NULL);

-- section: expand
ALTER TABLE events ADD performer text;
ALTER TABLE base ADD caption text;
ALTER TABLE docs ADD name text;

-- section: contract
DROP VIEW doc_titles;
CREATE VIEW doc_titles AS SELECT id, name AS heading FROM docs;
ALTER TABLE events DROP actor;
ALTER TABLE base DROP label;
ALTER TABLE docs DROP title;
