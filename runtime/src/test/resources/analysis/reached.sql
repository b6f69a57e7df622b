-- schema: reached

-- test: 1
SELECT actor FROM events

-- test: 2
SELECT actor FROM events_2020

-- test: 3
SELECT kind FROM events_2020

-- test: 4
SELECT * FROM events_2020

-- test: 5
INSERT INTO events_2020 (id, day, actor) VALUES (50, '2020-07-01', 'x')

-- test: 6
INSERT INTO events_2020 (id, day) VALUES (50, '2020-07-01')

-- test: 7
INSERT INTO events_2020 VALUES (50, '2020-07-01', 'x')

-- test: 8
UPDATE events_2020 SET actor = 'x'

-- test: 9
SELECT label FROM child

-- test: 10
SELECT extra FROM child

-- test: 11
SELECT * FROM child

-- test: 12
UPDATE child SET label = 'x'

-- test: 13
SELECT label FROM ONLY base

-- test: 14
SELECT id FROM base *

-- test: 15
SELECT heading FROM doc_titles

-- test: 16
SELECT id FROM doc_titles

-- test: 17
SELECT * FROM doc_titles

-- test: 18
SELECT count(*) FROM doc_titles

-- test: 19
UPDATE doc_titles SET heading = 'x'

-- test: 20
INSERT INTO doc_titles (id, heading) VALUES (50, 'x')

-- test: 21
DELETE FROM doc_titles WHERE id = 1

-- test: 22
SELECT body FROM doc_bodies

-- test: 23
UPDATE doc_bodies SET body = 'x'

-- test: 24
SELECT title FROM docs

-- test: 25
SELECT what FROM audit
