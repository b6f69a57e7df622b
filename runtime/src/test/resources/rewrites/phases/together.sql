-- schema: mixed
-- Transitions in different phases at once: two of one table, one of another.

-- test: both columns read
-- skip: all: the other files have them in one phase
-- together: people.name=BEFORE_MISSING people.nick=AFTER_STALE tasks.title=FALLBACK_READ
-- together: people.name=NEW_READ people.nick=BEFORE_MISSING tasks.title=AFTER_STALE
-- together: people.name=BEFORE_ADDED people.nick=NEW_READ tasks.title=AFTER_DROPPED
SELECT id, label, handle FROM people

-- test: both in conditions
-- skip: all: the other files have them in one phase
-- together: people.name=DUAL_WRITE people.nick=AFTER_DROPPED tasks.title=BEFORE_MISSING
-- together: people.name=AFTER_STALE people.nick=DUAL_WRITE tasks.title=NEW_READ
-- together: people.name=DUAL_WRITE people.nick=BEFORE_ADDED tasks.title=FALLBACK_READ
SELECT id FROM people WHERE label = 'ann' AND handle IS NOT NULL

-- test: one compared with the other
-- skip: all: the other files have them in one phase
-- together: people.name=FALLBACK_READ people.nick=NEW_READ tasks.title=DUAL_WRITE
-- together: people.name=AFTER_DROPPED people.nick=FALLBACK_READ tasks.title=BEFORE_ADDED
-- together: people.name=BEFORE_MISSING people.nick=AFTER_STALE tasks.title=FALLBACK_READ
SELECT id FROM people WHERE label > handle OR label IS NULL

-- test: sorted by both
-- skip: all: the other files have them in one phase
-- together: people.name=NEW_READ people.nick=BEFORE_MISSING tasks.title=AFTER_STALE
-- together: people.name=BEFORE_ADDED people.nick=NEW_READ tasks.title=AFTER_DROPPED
-- together: people.name=DUAL_WRITE people.nick=AFTER_DROPPED tasks.title=BEFORE_MISSING
SELECT id, label, handle FROM people ORDER BY label NULLS FIRST, handle DESC, id

-- test: grouped by one, the other aggregated
-- skip: all: the other files have them in one phase
-- together: people.name=AFTER_STALE people.nick=DUAL_WRITE tasks.title=NEW_READ
-- together: people.name=DUAL_WRITE people.nick=BEFORE_ADDED tasks.title=FALLBACK_READ
-- together: people.name=FALLBACK_READ people.nick=NEW_READ tasks.title=DUAL_WRITE
SELECT label, count(handle), max(handle) FROM people GROUP BY label

-- test: distinct pairs
-- skip: all: the other files have them in one phase
-- together: people.name=AFTER_DROPPED people.nick=FALLBACK_READ tasks.title=BEFORE_ADDED
-- together: people.name=BEFORE_MISSING people.nick=AFTER_STALE tasks.title=FALLBACK_READ
-- together: people.name=NEW_READ people.nick=BEFORE_MISSING tasks.title=AFTER_STALE
SELECT DISTINCT label, handle FROM people

-- test: two tables joined
-- skip: all: the other files have them in one phase
-- together: people.name=BEFORE_ADDED people.nick=NEW_READ tasks.title=AFTER_DROPPED
-- together: people.name=DUAL_WRITE people.nick=AFTER_DROPPED tasks.title=BEFORE_MISSING
-- together: people.name=AFTER_STALE people.nick=DUAL_WRITE tasks.title=NEW_READ
SELECT p.label, t.subject, p.handle FROM people p JOIN tasks t ON t.owner = p.id

-- test: two tables joined by their columns in transition
-- skip: all: the other files have them in one phase
-- together: people.name=DUAL_WRITE people.nick=BEFORE_ADDED tasks.title=FALLBACK_READ
-- together: people.name=FALLBACK_READ people.nick=NEW_READ tasks.title=DUAL_WRITE
-- together: people.name=AFTER_DROPPED people.nick=FALLBACK_READ tasks.title=BEFORE_ADDED
SELECT p.id, t.id FROM people p JOIN tasks t ON t.subject = p.label

-- test: two tables, bare names
-- skip: all: the other files have them in one phase
-- together: people.name=BEFORE_MISSING people.nick=AFTER_STALE tasks.title=FALLBACK_READ
-- together: people.name=NEW_READ people.nick=BEFORE_MISSING tasks.title=AFTER_STALE
-- together: people.name=BEFORE_ADDED people.nick=NEW_READ tasks.title=AFTER_DROPPED
SELECT label, handle, subject FROM people, tasks WHERE owner = people.id

-- test: correlated subquery over the other table
-- skip: all: the other files have them in one phase
-- together: people.name=DUAL_WRITE people.nick=AFTER_DROPPED tasks.title=BEFORE_MISSING
-- together: people.name=AFTER_STALE people.nick=DUAL_WRITE tasks.title=NEW_READ
-- together: people.name=DUAL_WRITE people.nick=BEFORE_ADDED tasks.title=FALLBACK_READ
SELECT label, (SELECT max(t.subject) FROM tasks t WHERE t.owner = p.id AND t.subject <> p.handle) FROM people p

-- test: exists over the other table
-- skip: all: the other files have them in one phase
-- together: people.name=FALLBACK_READ people.nick=NEW_READ tasks.title=DUAL_WRITE
-- together: people.name=AFTER_DROPPED people.nick=FALLBACK_READ tasks.title=BEFORE_ADDED
-- together: people.name=BEFORE_MISSING people.nick=AFTER_STALE tasks.title=FALLBACK_READ
SELECT handle FROM people p WHERE EXISTS (SELECT 1 FROM tasks t WHERE t.subject = p.label)

-- test: lateral
-- skip: all: the other files have them in one phase
-- together: people.name=NEW_READ people.nick=BEFORE_MISSING tasks.title=AFTER_STALE
-- together: people.name=BEFORE_ADDED people.nick=NEW_READ tasks.title=AFTER_DROPPED
-- together: people.name=DUAL_WRITE people.nick=AFTER_DROPPED tasks.title=BEFORE_MISSING
SELECT p.label, l.subject FROM people p, LATERAL (SELECT subject FROM tasks t WHERE t.owner = p.id ORDER BY subject LIMIT 1) l

-- test: CTEs over both tables
-- skip: all: the other files have them in one phase
-- together: people.name=AFTER_STALE people.nick=DUAL_WRITE tasks.title=NEW_READ
-- together: people.name=DUAL_WRITE people.nick=BEFORE_ADDED tasks.title=FALLBACK_READ
-- together: people.name=FALLBACK_READ people.nick=NEW_READ tasks.title=DUAL_WRITE
WITH a AS (SELECT id, label AS n, handle FROM people), b AS (SELECT owner, subject AS n FROM tasks) SELECT a.n, b.n, handle FROM a JOIN b ON b.owner = a.id

-- test: union of columns in transition
-- skip: all: the other files have them in one phase
-- together: people.name=AFTER_DROPPED people.nick=FALLBACK_READ tasks.title=BEFORE_ADDED
-- together: people.name=BEFORE_MISSING people.nick=AFTER_STALE tasks.title=FALLBACK_READ
-- together: people.name=NEW_READ people.nick=BEFORE_MISSING tasks.title=AFTER_STALE
SELECT label FROM people UNION SELECT subject FROM tasks UNION ALL SELECT handle FROM people

-- test: window over both
-- skip: all: the other files have them in one phase
-- together: people.name=BEFORE_ADDED people.nick=NEW_READ tasks.title=AFTER_DROPPED
-- together: people.name=DUAL_WRITE people.nick=AFTER_DROPPED tasks.title=BEFORE_MISSING
-- together: people.name=AFTER_STALE people.nick=DUAL_WRITE tasks.title=NEW_READ
SELECT id, row_number() OVER (PARTITION BY label ORDER BY handle, id), lag(handle) OVER (ORDER BY id) FROM people

-- test: case over both
-- skip: all: the other files have them in one phase
-- together: people.name=DUAL_WRITE people.nick=BEFORE_ADDED tasks.title=FALLBACK_READ
-- together: people.name=FALLBACK_READ people.nick=NEW_READ tasks.title=DUAL_WRITE
-- together: people.name=AFTER_DROPPED people.nick=FALLBACK_READ tasks.title=BEFORE_ADDED
SELECT id, CASE WHEN label IS NULL THEN handle ELSE label END FROM people

-- test: coalesce of both
-- skip: all: the other files have them in one phase
-- together: people.name=BEFORE_MISSING people.nick=AFTER_STALE tasks.title=FALLBACK_READ
-- together: people.name=NEW_READ people.nick=BEFORE_MISSING tasks.title=AFTER_STALE
-- together: people.name=BEFORE_ADDED people.nick=NEW_READ tasks.title=AFTER_DROPPED
SELECT COALESCE(label, handle, 'none') FROM people

-- test: using over three tables
-- skip: all: the other files have them in one phase
-- together: people.name=DUAL_WRITE people.nick=AFTER_DROPPED tasks.title=BEFORE_MISSING
-- together: people.name=AFTER_STALE people.nick=DUAL_WRITE tasks.title=NEW_READ
-- together: people.name=DUAL_WRITE people.nick=BEFORE_ADDED tasks.title=FALLBACK_READ
SELECT x.id, label FROM people p JOIN (SELECT id, subject AS label FROM tasks) x USING (label)

-- test: insert into both columns
-- skip: all: the other files have them in one phase
-- together: people.name=FALLBACK_READ people.nick=NEW_READ tasks.title=DUAL_WRITE
-- together: people.name=AFTER_DROPPED people.nick=FALLBACK_READ tasks.title=BEFORE_ADDED
-- together: people.name=BEFORE_MISSING people.nick=AFTER_STALE tasks.title=FALLBACK_READ
INSERT INTO people (id, label, handle) VALUES (100, 'new', 'h100')

-- test: insert with parameters
-- params: text 'l', int 101, text 'h101'
-- skip: all: the other files have them in one phase
-- together: people.name=NEW_READ people.nick=BEFORE_MISSING tasks.title=AFTER_STALE
-- together: people.name=BEFORE_ADDED people.nick=NEW_READ tasks.title=AFTER_DROPPED
-- together: people.name=DUAL_WRITE people.nick=AFTER_DROPPED tasks.title=BEFORE_MISSING
INSERT INTO people (label, id, handle) VALUES (?, ?, ?)

-- test: insert into one of them
-- skip: all: the other files have them in one phase
-- together: people.name=AFTER_STALE people.nick=DUAL_WRITE tasks.title=NEW_READ
-- together: people.name=DUAL_WRITE people.nick=BEFORE_ADDED tasks.title=FALLBACK_READ
-- together: people.name=FALLBACK_READ people.nick=NEW_READ tasks.title=DUAL_WRITE
INSERT INTO people (id, handle) VALUES (100, 'h100'), (101, NULL)

-- test: insert into the other
-- skip: all: the other files have them in one phase
-- together: people.name=AFTER_DROPPED people.nick=FALLBACK_READ tasks.title=BEFORE_ADDED
-- together: people.name=BEFORE_MISSING people.nick=AFTER_STALE tasks.title=FALLBACK_READ
-- together: people.name=NEW_READ people.nick=BEFORE_MISSING tasks.title=AFTER_STALE
INSERT INTO people (id, label) VALUES (100, 'l100') RETURNING id, label, handle

-- test: insert with defaults
-- skip: all: the other files have them in one phase
-- together: people.name=BEFORE_ADDED people.nick=NEW_READ tasks.title=AFTER_DROPPED
-- together: people.name=DUAL_WRITE people.nick=AFTER_DROPPED tasks.title=BEFORE_MISSING
-- together: people.name=AFTER_STALE people.nick=DUAL_WRITE tasks.title=NEW_READ
INSERT INTO people (id, label, handle) VALUES (100, DEFAULT, 'h'), (101, 'l', DEFAULT)

-- test: insert from the other table
-- skip: all: the other files have them in one phase
-- together: people.name=DUAL_WRITE people.nick=BEFORE_ADDED tasks.title=FALLBACK_READ
-- together: people.name=FALLBACK_READ people.nick=NEW_READ tasks.title=DUAL_WRITE
-- together: people.name=AFTER_DROPPED people.nick=FALLBACK_READ tasks.title=BEFORE_ADDED
INSERT INTO tasks (id, owner, subject) SELECT id + 100, id, handle || label FROM people WHERE handle IS NOT NULL

-- test: insert from itself
-- skip: all: the other files have them in one phase
-- together: people.name=BEFORE_MISSING people.nick=AFTER_STALE tasks.title=FALLBACK_READ
-- together: people.name=NEW_READ people.nick=BEFORE_MISSING tasks.title=AFTER_STALE
-- together: people.name=BEFORE_ADDED people.nick=NEW_READ tasks.title=AFTER_DROPPED
INSERT INTO people (id, label, handle) SELECT id + 100, handle, label || id FROM people

-- test: insert of a subquery over the other table
-- skip: all: the other files have them in one phase
-- together: people.name=DUAL_WRITE people.nick=AFTER_DROPPED tasks.title=BEFORE_MISSING
-- together: people.name=AFTER_STALE people.nick=DUAL_WRITE tasks.title=NEW_READ
-- together: people.name=DUAL_WRITE people.nick=BEFORE_ADDED tasks.title=FALLBACK_READ
INSERT INTO people (id, label, handle) VALUES (100, (SELECT max(subject) FROM tasks), 'h100')

-- test: upsert on one, setting the other
-- skip: all: the other files have them in one phase
-- together: people.name=FALLBACK_READ people.nick=NEW_READ tasks.title=DUAL_WRITE
-- together: people.name=AFTER_DROPPED people.nick=FALLBACK_READ tasks.title=BEFORE_ADDED
-- together: people.name=BEFORE_MISSING people.nick=AFTER_STALE tasks.title=FALLBACK_READ
INSERT INTO people (id, label, handle) VALUES (100, 'up', 'n1') ON CONFLICT (handle) DO UPDATE SET label = EXCLUDED.label || people.label

-- test: upsert on the key, setting both
-- skip: all: the other files have them in one phase
-- together: people.name=NEW_READ people.nick=BEFORE_MISSING tasks.title=AFTER_STALE
-- together: people.name=BEFORE_ADDED people.nick=NEW_READ tasks.title=AFTER_DROPPED
-- together: people.name=DUAL_WRITE people.nick=AFTER_DROPPED tasks.title=BEFORE_MISSING
INSERT INTO people AS p (id, label, handle) VALUES (1, 'up', 'h1') ON CONFLICT (id) DO UPDATE SET label = p.handle, handle = EXCLUDED.handle WHERE p.label IS NOT NULL

-- test: upsert that does nothing
-- skip: all: the other files have them in one phase
-- together: people.name=AFTER_STALE people.nick=DUAL_WRITE tasks.title=NEW_READ
-- together: people.name=DUAL_WRITE people.nick=BEFORE_ADDED tasks.title=FALLBACK_READ
-- together: people.name=FALLBACK_READ people.nick=NEW_READ tasks.title=DUAL_WRITE
INSERT INTO people (id, label, handle) VALUES (100, 'x', 'n1'), (101, 'y', 'free') ON CONFLICT (handle) DO NOTHING RETURNING handle

-- test: update of both
-- skip: all: the other files have them in one phase
-- together: people.name=AFTER_DROPPED people.nick=FALLBACK_READ tasks.title=BEFORE_ADDED
-- together: people.name=BEFORE_MISSING people.nick=AFTER_STALE tasks.title=FALLBACK_READ
-- together: people.name=NEW_READ people.nick=BEFORE_MISSING tasks.title=AFTER_STALE
UPDATE people SET label = upper(label), handle = handle || '!' WHERE id < 4

-- test: update that swaps them
-- skip: all: the other files have them in one phase
-- together: people.name=BEFORE_ADDED people.nick=NEW_READ tasks.title=AFTER_DROPPED
-- together: people.name=DUAL_WRITE people.nick=AFTER_DROPPED tasks.title=BEFORE_MISSING
-- together: people.name=AFTER_STALE people.nick=DUAL_WRITE tasks.title=NEW_READ
UPDATE people SET label = handle, handle = left(label, 2) || id

-- test: update as a row
-- skip: all: the other files have them in one phase
-- together: people.name=DUAL_WRITE people.nick=BEFORE_ADDED tasks.title=FALLBACK_READ
-- together: people.name=FALLBACK_READ people.nick=NEW_READ tasks.title=DUAL_WRITE
-- together: people.name=AFTER_DROPPED people.nick=FALLBACK_READ tasks.title=BEFORE_ADDED
UPDATE people SET (label, handle) = ('r', 'r' || id) WHERE label = 'ann'

-- test: update as a subquery
-- skip: all: the other files have them in one phase
-- together: people.name=BEFORE_MISSING people.nick=AFTER_STALE tasks.title=FALLBACK_READ
-- together: people.name=NEW_READ people.nick=BEFORE_MISSING tasks.title=AFTER_STALE
-- together: people.name=BEFORE_ADDED people.nick=NEW_READ tasks.title=AFTER_DROPPED
UPDATE people SET (label, handle) = (SELECT t.subject, t.subject || t.id FROM tasks t WHERE t.id = people.id) WHERE id < 3

-- test: update to default
-- skip: all: the other files have them in one phase
-- together: people.name=DUAL_WRITE people.nick=AFTER_DROPPED tasks.title=BEFORE_MISSING
-- together: people.name=AFTER_STALE people.nick=DUAL_WRITE tasks.title=NEW_READ
-- together: people.name=DUAL_WRITE people.nick=BEFORE_ADDED tasks.title=FALLBACK_READ
UPDATE people SET label = DEFAULT, handle = DEFAULT WHERE handle = 'n2'

-- test: update from the other table
-- skip: all: the other files have them in one phase
-- together: people.name=FALLBACK_READ people.nick=NEW_READ tasks.title=DUAL_WRITE
-- together: people.name=AFTER_DROPPED people.nick=FALLBACK_READ tasks.title=BEFORE_ADDED
-- together: people.name=BEFORE_MISSING people.nick=AFTER_STALE tasks.title=FALLBACK_READ
UPDATE people p SET handle = t.subject || p.id, label = 'from ' || t.subject FROM tasks t WHERE t.owner = p.id AND t.id IN (1, 3)

-- test: update of the other table by both
-- skip: all: the other files have them in one phase
-- together: people.name=NEW_READ people.nick=BEFORE_MISSING tasks.title=AFTER_STALE
-- together: people.name=BEFORE_ADDED people.nick=NEW_READ tasks.title=AFTER_DROPPED
-- together: people.name=DUAL_WRITE people.nick=AFTER_DROPPED tasks.title=BEFORE_MISSING
UPDATE tasks t SET subject = p.label || '/' || p.handle FROM people p WHERE p.id = t.owner AND p.handle = 'n1'

-- test: update returning
-- skip: all: the other files have them in one phase
-- together: people.name=AFTER_STALE people.nick=DUAL_WRITE tasks.title=NEW_READ
-- together: people.name=DUAL_WRITE people.nick=BEFORE_ADDED tasks.title=FALLBACK_READ
-- together: people.name=FALLBACK_READ people.nick=NEW_READ tasks.title=DUAL_WRITE
UPDATE people SET label = 'u' WHERE handle IN ('n1', 'n2') RETURNING id, label, handle

-- test: delete by both
-- skip: all: the other files have them in one phase
-- together: people.name=AFTER_DROPPED people.nick=FALLBACK_READ tasks.title=BEFORE_ADDED
-- together: people.name=BEFORE_MISSING people.nick=AFTER_STALE tasks.title=FALLBACK_READ
-- together: people.name=NEW_READ people.nick=BEFORE_MISSING tasks.title=AFTER_STALE
DELETE FROM people WHERE label = 'bob' AND handle <> 'n2' RETURNING handle

-- test: delete using the other table
-- skip: all: the other files have them in one phase
-- together: people.name=BEFORE_ADDED people.nick=NEW_READ tasks.title=AFTER_DROPPED
-- together: people.name=DUAL_WRITE people.nick=AFTER_DROPPED tasks.title=BEFORE_MISSING
-- together: people.name=AFTER_STALE people.nick=DUAL_WRITE tasks.title=NEW_READ
DELETE FROM tasks t USING people p WHERE p.id = t.owner AND (p.label = t.subject OR p.handle = 'n4')

-- test: writes to both tables in CTEs
-- skip: all: the other files have them in one phase
-- together: people.name=DUAL_WRITE people.nick=BEFORE_ADDED tasks.title=FALLBACK_READ
-- together: people.name=FALLBACK_READ people.nick=NEW_READ tasks.title=DUAL_WRITE
-- together: people.name=AFTER_DROPPED people.nick=FALLBACK_READ tasks.title=BEFORE_ADDED
WITH u AS (UPDATE people SET label = 'cte' WHERE handle = 'n1' RETURNING id, label), i AS (INSERT INTO tasks (id, owner, subject) SELECT 100, id, label FROM u RETURNING subject) SELECT subject FROM i

-- test: two statements
-- skip: all: the other files have them in one phase
-- together: people.name=BEFORE_MISSING people.nick=AFTER_STALE tasks.title=FALLBACK_READ
-- together: people.name=NEW_READ people.nick=BEFORE_MISSING tasks.title=AFTER_STALE
-- together: people.name=BEFORE_ADDED people.nick=NEW_READ tasks.title=AFTER_DROPPED
UPDATE people SET label = 'one' WHERE id = 1; UPDATE tasks SET subject = 'two' WHERE id = 2

-- test: derived table with a condition
-- skip: all: the other files have them in one phase
-- together: people.name=DUAL_WRITE people.nick=AFTER_DROPPED tasks.title=BEFORE_MISSING
-- together: people.name=AFTER_STALE people.nick=DUAL_WRITE tasks.title=NEW_READ
-- together: people.name=DUAL_WRITE people.nick=BEFORE_ADDED tasks.title=FALLBACK_READ
SELECT s.l, s.h FROM (SELECT label AS l, handle AS h FROM people WHERE label IS NOT NULL) s WHERE s.h LIKE 'n%'

-- test: count of distinct in both
-- skip: all: the other files have them in one phase
-- together: people.name=FALLBACK_READ people.nick=NEW_READ tasks.title=DUAL_WRITE
-- together: people.name=AFTER_DROPPED people.nick=FALLBACK_READ tasks.title=BEFORE_ADDED
-- together: people.name=BEFORE_MISSING people.nick=AFTER_STALE tasks.title=FALLBACK_READ
SELECT count(DISTINCT label), count(DISTINCT handle) FROM people

-- test: json of columns
-- skip: all: the other files have them in one phase
-- together: people.name=NEW_READ people.nick=BEFORE_MISSING tasks.title=AFTER_STALE
-- together: people.name=BEFORE_ADDED people.nick=NEW_READ tasks.title=AFTER_DROPPED
-- together: people.name=DUAL_WRITE people.nick=AFTER_DROPPED tasks.title=BEFORE_MISSING
SELECT json_build_object('l', p.label, 'h', p.handle, 's', t.subject) FROM people p LEFT JOIN tasks t ON t.owner = p.id

-- test: array of both
-- skip: all: the other files have them in one phase
-- together: people.name=AFTER_STALE people.nick=DUAL_WRITE tasks.title=NEW_READ
-- together: people.name=DUAL_WRITE people.nick=BEFORE_ADDED tasks.title=FALLBACK_READ
-- together: people.name=FALLBACK_READ people.nick=NEW_READ tasks.title=DUAL_WRITE
SELECT ARRAY[label, handle::text] FROM people WHERE handle = ANY (ARRAY['n1', 'n4'])

-- test: grouping sets of both
-- skip: all: the other files have them in one phase
-- together: people.name=AFTER_DROPPED people.nick=FALLBACK_READ tasks.title=BEFORE_ADDED
-- together: people.name=BEFORE_MISSING people.nick=AFTER_STALE tasks.title=FALLBACK_READ
-- together: people.name=NEW_READ people.nick=BEFORE_MISSING tasks.title=AFTER_STALE
SELECT label, handle, count(*) FROM people GROUP BY GROUPING SETS ((label), (handle), ())
