-- schema: mixed

-- test: column alias, old name
-- names: old
SELECT p.name FROM people p (k) WHERE p.k < 4

-- test: column alias, bare old name
-- refused: all: column-alias-list: a bare name beside them may be another table's
-- names: old
SELECT name FROM people p (k) WHERE p.k < 4

-- test: column alias, two columns in different phases
-- old: people.nick
-- together: people.name=AFTER_DROPPED people.nick=AFTER_DROPPED tasks.title=DUAL_WRITE
-- together: people.name=DUAL_WRITE people.nick=AFTER_DROPPED tasks.title=DUAL_WRITE
SELECT p.nick, p.label FROM people p (k) WHERE p.k < 4

-- test: column alias and the row as json
-- refused: BEFORE, DUAL_WRITE, FALLBACK_READ, NEW_READ, AFTER_STALE, AFTER_DENIED: whole-row: the substitute's row takes its keys from the column aliases, the table's from the table
-- names: star
SELECT row_to_json(p)::text FROM people p (k)

-- test: star with the column behind
-- names: star
SELECT *, t.subject FROM tasks t

-- test: copy of a star with the column behind
-- skip: BEFORE_MISSING: whoever reads the copy counts columns, so none is appended
-- names: star
COPY (SELECT *, t.subject FROM tasks t) TO STDOUT

-- test: merge by source
-- since: 17
-- together: people.name=FALLBACK_READ people.nick=DUAL_WRITE tasks.title=BEFORE_MISSING
MERGE INTO people p USING tasks t ON t.id = p.id WHEN MATCHED THEN UPDATE SET label = t.subject WHEN NOT MATCHED BY SOURCE THEN UPDATE SET handle = 'gone ' || p.id

-- test: a subquery's value for both columns, without the right to read ctid
-- skip: all: only together
-- catalog: else max may be anybody's, and ctid is read after all
-- together: people.name=FALLBACK_READ people.nick=AFTER_DENIED tasks.title=NEW_READ
UPDATE people SET label = (SELECT max(t.subject) FROM tasks t) WHERE id = 1

-- test: joined by an old name that a subquery in the table's place lacks
-- skip: all: only together
-- old: people.name
-- old: people.nick
-- together: people.name=AFTER_DROPPED people.nick=AFTER_DENIED tasks.title=NEW_READ | join-using
SELECT p.id, q.id FROM tasks t JOIN people p ON t.id = p.id JOIN people q USING (name) WHERE q.nick <> 'x'

-- test: column alias beside a bare name that another table has
-- refused: all: column-alias-list: the subquery in the table's place shows the old name too, which then is ambiguous
SELECT t.subject, v.id FROM tasks t (k) JOIN (VALUES (1, 'ann'), (2, 'write')) v (id, title) ON t.subject = v.title WHERE title = 'ann'

-- test: a bare name that a nearer table with column aliases may own
-- refused: all: column-alias-list: it is the inner table's for the version that has the column
SELECT (SELECT title FROM tasks t2 (k) WHERE t2.k = t.id) FROM tasks t JOIN (VALUES (1, 'ann')) v (id, title) ON t.id = v.id

-- test: a volatile value for both columns, without the right to read ctid
-- open: what has the value computed for each row asks for a right that the statement did not
-- skip: all: only together
-- together: people.name=FALLBACK_READ people.nick=AFTER_DENIED tasks.title=NEW_READ
UPDATE people SET label = left('gone' || random(), 4) WHERE people.id = 1
