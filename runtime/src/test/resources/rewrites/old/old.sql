-- schema: users

-- test: read of the old name
-- names: old
SELECT full_name FROM users

-- test: read of the old name, qualified and labelled
-- names: old
SELECT u.full_name AS n, u.full_name, full_name::varchar(2) FROM users u

-- test: condition on the old name
-- names: old
-- params: text 'Ada'
SELECT id, full_name FROM users WHERE full_name = ? ORDER BY full_name, id

-- test: old name grouped
-- names: old
SELECT full_name, count(*) FROM users GROUP BY full_name HAVING full_name <> '' ORDER BY full_name

-- test: old name distinct
-- names: old
SELECT DISTINCT full_name FROM users ORDER BY full_name

-- test: old name beside another table's new name
-- names: old
SELECT full_name, t.display_name FROM users JOIN (SELECT id, display_name FROM teams) t USING (id)

-- test: bare old name where the other table has the new name
-- names: old
SELECT (SELECT max(full_name || t.display_name) FROM (SELECT display_name FROM teams) t) FROM users

-- test: old name joined using
-- refused: AFTER_DROPPED: join-using: the join is by a name that the phase replaces
-- names: old
SELECT full_name, o.id FROM users u JOIN orders o USING (full_name)

-- test: old name in a natural join
-- refused: BEFORE, DUAL_WRITE, FALLBACK_READ, NEW_READ, AFTER_STALE, AFTER_DENIED, AFTER_DROPPED: join-using: the join is by a name that the phase replaces
-- names: old
SELECT note FROM users NATURAL JOIN orders

-- test: old name in the outer query where the inner table has the new name
-- names: old
SELECT id, (SELECT count(*) FROM staging s WHERE s.name <> full_name) FROM users

-- test: old name in the outer query where the inner one has the new name too
-- names: old
SELECT id, (SELECT full_name FROM (SELECT display_name FROM teams WHERE id = 1) t) FROM users

-- test: update of the old name
-- names: old
-- params: text 'New', int 1
UPDATE users SET full_name = ? WHERE id = ?

-- test: update of the old name by itself
-- names: old
UPDATE users SET full_name = full_name || '!' WHERE full_name LIKE 'A%' RETURNING id, full_name

-- test: update of the old name with volatile
-- names: old
UPDATE users SET full_name = next_code() WHERE id = 1

-- test: update of the old name in a row
-- names: old
UPDATE users SET (full_name, age) = ('r', 1) WHERE id = 1

-- test: update of the old name in a select
-- names: old
UPDATE users SET (age, full_name) = (SELECT n, name FROM staging WHERE id = 1) WHERE id = 1

-- test: update of the old name from another table
-- names: old
UPDATE users u SET full_name = o.full_name || u.full_name FROM orders o WHERE o.id = 3 AND o.user_id = u.id

-- test: insert of the old name
-- names: old
-- params: int 50, text 'New', text 'n@x'
INSERT INTO users (id, full_name, email) VALUES (?, ?, ?) RETURNING full_name

-- test: insert of the old name with volatile
-- names: old
INSERT INTO users (id, full_name, email) VALUES (50, next_code(), 'n@x'), (51, 'x', 'm@x')

-- test: insert select of the old name
-- names: old
INSERT INTO users (id, full_name, email) SELECT id + 100, full_name, 'x' || email FROM users

-- test: upsert of the old name
-- names: old
INSERT INTO users (id, full_name, email) VALUES (1, 'up', 'e@x') ON CONFLICT (id) DO UPDATE SET full_name = EXCLUDED.full_name || users.full_name

-- test: merge of the old name
-- since: 15
-- names: old
MERGE INTO users u USING staging s ON s.email = u.email
WHEN MATCHED THEN UPDATE SET full_name = s.name
WHEN NOT MATCHED THEN INSERT (id, full_name, email) VALUES (s.id + 100, s.name, s.email)

-- test: delete by the old name
-- names: old
DELETE FROM users WHERE full_name = 'Ada' RETURNING full_name

-- test: old name in a cte and a union
-- names: old
WITH x AS (SELECT full_name FROM users) SELECT full_name FROM x UNION SELECT full_name FROM orders ORDER BY full_name

-- test: old name in a window
-- names: old
SELECT id, rank() OVER (PARTITION BY full_name ORDER BY id) FROM users

-- test: old name of a whole row
-- refused: AFTER_DROPPED: whole-row: the row holds columns that the phase replaces
-- names: old
SELECT (u).full_name, full_name(u) FROM users u

-- test: star and the old name
-- names: star old
SELECT full_name, * FROM users ORDER BY full_name, id

-- test: star ordered by the old name
-- names: star old
SELECT * FROM users ORDER BY full_name, id

-- test: update of the old name returning star
-- names: star old
UPDATE users SET full_name = 'x' WHERE id < 3 RETURNING *

-- test: insert of the old name returning star
-- names: star old
INSERT INTO users (id, full_name, email) VALUES (50, 'New', 'n@x') RETURNING *

-- test: insert without a column list returning star
-- names: star old
INSERT INTO users VALUES (50, 'New', 'n@x') RETURNING *

-- test: column list on the table by position
-- names: old
-- skip: AFTER_DROPPED: positions have moved, which no text can know
SELECT a, b FROM users AS u (a, b) WHERE a < 4

-- test: order by the old name where the new one is a label
-- names: old
SELECT email AS display_name, id FROM users ORDER BY full_name, id

-- test: write of both names is refused
-- names: both
-- refused: all: both-columns-written: the text itself would have to be right in every phase
UPDATE users SET full_name = 'a', display_name = 'a' WHERE id = 1

-- test: insert of both names is refused
-- names: both
-- refused: all: both-columns-written: the text itself would have to be right in every phase
INSERT INTO users (id, full_name, display_name, email) VALUES (50, 'a', 'a', 'n@x')

-- test: one name written from the other
-- names: both
UPDATE users SET display_name = full_name WHERE id < 3

-- test: other name written from the one
-- names: both old
UPDATE users SET full_name = display_name || '!' WHERE id < 3

-- test: bare name of another table's column that the new one will share
-- catalog: which table has the name
-- names: old
SELECT full_name, display_name FROM users u JOIN badges b ON b.id = u.id

-- test: another table's column that the new one will share, in every clause
-- catalog: which table has the name
-- names: old
SELECT display_name, count(full_name) FROM users JOIN badges USING (id) WHERE display_name <> '' GROUP BY display_name HAVING max(display_name) > '' ORDER BY display_name

-- test: update from another table's column that the new one will share
-- catalog: which table has the name
-- names: old
UPDATE users SET full_name = display_name FROM badges WHERE badges.id = users.id

-- test: update returning another table's column that the new one will share
-- catalog: which table has the name
-- names: old
UPDATE users SET full_name = upper(full_name) FROM badges WHERE badges.id = users.id RETURNING users.id, full_name, display_name

-- test: delete by another table's column that the new one will share
-- catalog: which table has the name
-- names: old
DELETE FROM users USING badges WHERE badges.id = users.id AND display_name = full_name

-- test: natural join that the new column would narrow
-- refused: all: join-using: the join is by a name that the phase replaces
-- names: old
SELECT full_name, level FROM users NATURAL JOIN badges

-- test: natural join that the new column would narrow, of other columns
-- usage: the join is possible use
SELECT email, level FROM (SELECT id, email FROM users) u NATURAL JOIN badges

-- test: outer column that the new one would capture
-- refused: all: uncertain-column: the other version means the outer column
-- names: old
SELECT b.id FROM badges b WHERE EXISTS (SELECT 1 FROM users u WHERE u.id = b.id AND display_name = full_name)

-- test: outer column that the new one would capture, in a scalar subquery
-- refused: all: uncertain-column: the other version means the outer column
-- names: old
SELECT b.id, (SELECT max(full_name || display_name) FROM users u WHERE u.id = b.id) FROM badges b

-- test: insert select of another table's column that the new one will share
-- catalog: which table has the name
-- names: old
INSERT INTO users (id, full_name, email) SELECT u.id + 100, display_name, 'b' || u.id FROM users u JOIN badges b ON b.id = u.id

-- test: merge from another table's column that the new one will share
-- since: 15
-- catalog: which table has the name
-- names: old
MERGE INTO users u USING badges b ON b.id = u.id
WHEN MATCHED AND level > 1 THEN UPDATE SET full_name = display_name
WHEN NOT MATCHED THEN INSERT (id, full_name, email) VALUES (id, display_name, 'm' || id)

-- test: join using a column that only the other two share
-- catalog: that badges has the column
-- names: old
SELECT u.full_name, b.level, t.id FROM users u JOIN badges b ON b.id = u.id LEFT JOIN (SELECT id, display_name FROM teams) t USING (display_name)
