-- schema: reached

-- test: read of a partitioned table
-- catalog: what reaches the table
SELECT performer FROM events ORDER BY id

-- test: read of a partition by its own name
-- catalog: what reaches the table
SELECT performer FROM events_2020

-- test: read of another column of a partition
-- catalog: what reaches the table
SELECT kind FROM events_2020

-- test: star of a partition
-- catalog: what reaches the table
-- names: star
SELECT * FROM events_2020

-- test: write to a partitioned table
-- catalog: what reaches the table
INSERT INTO events (id, day, performer) VALUES (50, '2020-07-01', 'zed'), (51, '2023-01-01', 'yan')

-- test: write to a partition by its own name
-- catalog: what reaches the table
INSERT INTO events_2020 (id, day, performer) VALUES (50, '2020-07-01', 'zed')

-- test: update of a partitioned table
-- catalog: what reaches the table
UPDATE events SET performer = upper(performer) WHERE kind = 'login' RETURNING id, performer

-- test: update of a partition by its own name
-- catalog: what reaches the table
UPDATE events_2020 SET performer = 'x'

-- test: update of a partition by its own old name
-- catalog: what reaches the table
-- names: old
UPDATE events_2020 SET actor = 'x'

-- test: update of a partition's other column
-- catalog: what reaches the table
UPDATE events_2020 SET kind = 'x'

-- test: delete from a partitioned table
-- catalog: what reaches the table
DELETE FROM events WHERE performer = 'ada'

-- test: delete from a partition by the column
-- catalog: what reaches the table
DELETE FROM events_2020 WHERE performer = 'ada'

-- test: read of a parent includes its children
-- catalog: what reaches the table
SELECT caption FROM base

-- test: read of only the parent
-- catalog: what reaches the table
SELECT caption FROM ONLY base

-- test: read of the parent with an asterisk
-- catalog: what reaches the table
SELECT caption FROM base *

-- test: read of a child by its own name
-- catalog: what reaches the table
SELECT caption, extra FROM child

-- test: update of a parent reaches its children
-- catalog: what reaches the table
UPDATE base SET caption = caption || '!'

-- test: update of only the parent
-- catalog: what reaches the table
UPDATE ONLY base SET caption = caption || '!'

-- test: update of a child by its own name
-- catalog: what reaches the table
UPDATE child SET caption = 'x'

-- test: update of a child by its old name
-- catalog: what reaches the table
-- names: old
UPDATE child SET label = 'x'

-- test: insert into a child by its own name
-- catalog: what reaches the table
INSERT INTO child (id, caption, extra) VALUES (50, 'cap', 'e')

-- test: star of a parent
-- catalog: what reaches the table
-- names: star
SELECT * FROM base

-- test: table with triggers updated
-- catalog: what reaches the table
UPDATE docs SET name = name || '!' WHERE id < 3

-- test: table with triggers inserted
-- catalog: what reaches the table
INSERT INTO docs (id, name) VALUES (50, 'n') RETURNING id, name, changed

-- test: update counts once with triggers
-- catalog: what reaches the table
UPDATE docs SET body = 'x' RETURNING name, changed

-- test: view over the column, read
-- usage: the view uses the old column, until it is made anew
-- refused: NEW_READ, AFTER_STALE, AFTER_DENIED: read-through-view: the view still reads the old column
-- catalog: what reaches the table
-- skip: NEW_READ_BESIDE_AFTER: the view names the old column
SELECT heading FROM doc_titles

-- test: view over the column joined with its table
-- usage: the view uses the old column, until it is made anew
-- refused: NEW_READ, AFTER_STALE, AFTER_DENIED: read-through-view: the view still reads the old column
-- catalog: what reaches the table
-- skip: NEW_READ_BESIDE_AFTER: the view names the old column
SELECT d.name, v.heading FROM docs d JOIN doc_titles v ON v.id = d.id

-- test: view over other columns, read
-- catalog: what reaches the table
SELECT body FROM doc_bodies

-- test: view over the column, updated
-- refused: DUAL_WRITE, FALLBACK_READ, NEW_READ, AFTER_STALE, AFTER_DENIED: write-through-view: the rewriting does not reach the columns behind it
-- usage: the view uses the old column, until it is made anew
-- catalog: what reaches the table
UPDATE doc_titles SET heading = 'through' WHERE id = 1

-- test: view over the column, inserted
-- refused: DUAL_WRITE, FALLBACK_READ, NEW_READ, AFTER_STALE, AFTER_DENIED: write-through-view: the rewriting does not reach the columns behind it
-- usage: the view uses the old column, until it is made anew
-- catalog: what reaches the table
INSERT INTO doc_titles (id, heading) VALUES (50, 'through')

-- test: view over other columns, updated
-- catalog: what reaches the table
UPDATE doc_bodies SET body = 'through' WHERE id = 1

-- test: view over other columns, deleted from
-- catalog: what reaches the table
DELETE FROM doc_bodies WHERE id = 1
