-- schema: users

-- test: insert returning the column
INSERT INTO users (id, display_name, email) VALUES (50, 'New', 'n@x') RETURNING display_name

-- test: insert returning with label and expression
-- params: text 'New', text 'pre'
INSERT INTO users (id, display_name, email) VALUES (50, ?, 'n@x') RETURNING id AS key, display_name AS name, ? || upper(display_name), display_name::varchar(2)

-- test: insert returning qualified
INSERT INTO users AS u (id, display_name, email) VALUES (50, 'New', 'n@x') RETURNING u.display_name

-- test: insert returning star
-- names: star
INSERT INTO users (id, display_name, email) VALUES (50, 'New', 'n@x') RETURNING *

-- test: insert returning table star and more
-- names: star
INSERT INTO users (id, display_name, email) VALUES (50, 'New', 'n@x'), (51, NULL, 'm@x') RETURNING users.*, id + 1

-- test: insert returning whole row
-- refused: BEFORE, DUAL_WRITE, FALLBACK_READ, NEW_READ, AFTER_STALE, AFTER_DENIED: whole-row: the row holds columns that the phase replaces
-- names: star
INSERT INTO users (id, display_name, email) VALUES (50, 'New', 'n@x') RETURNING row_to_json(users)

-- test: insert returning key only
INSERT INTO users (id, display_name, email) VALUES (50, 'New', 'n@x') RETURNING id

-- test: insert without the column returning it
INSERT INTO users (id, email) VALUES (50, 'n@x') RETURNING id, display_name

-- test: insert of a volatile returning it
INSERT INTO users (id, display_name, email) VALUES (50, next_code(), 'n@x') RETURNING display_name

-- test: insert returning a volatile expression of it
INSERT INTO users (id, display_name, email) VALUES (50, 'a', 'n@x') RETURNING display_name || next_code()

-- test: insert returning a subselect
INSERT INTO users (id, display_name, email) VALUES (50, 'a', 'n@x') RETURNING (SELECT count(*) FROM users u WHERE u.display_name = users.display_name)

-- test: insert select returning
INSERT INTO users (id, display_name, email) SELECT id + 100, name, 'x' || email FROM staging RETURNING id, display_name

-- test: update returning
UPDATE users SET display_name = display_name || '!' WHERE id < 4 RETURNING id, display_name

-- test: update of another column returning the column
UPDATE users SET age = age + 1 RETURNING id, display_name, age

-- test: update returning star
-- names: star
UPDATE users SET display_name = 'x' WHERE id < 3 RETURNING *

-- test: update of another column returning star
-- names: star
UPDATE users SET age = 1 WHERE id < 5 RETURNING *

-- test: update from returning both tables
-- catalog: which table has the name
UPDATE users u SET display_name = o.full_name FROM orders o WHERE o.id = 3 AND o.user_id = u.id RETURNING u.id, display_name, full_name, o.note

-- test: update from returning star of the other table
UPDATE users u SET display_name = o.full_name FROM orders o WHERE o.id = 3 AND o.user_id = u.id RETURNING o.*, u.display_name

-- test: update from returning star of both
-- names: star
UPDATE users u SET display_name = s.name FROM staging s WHERE s.email = u.email RETURNING *

-- test: update returning with CASE and parameters
-- params: text 'New', int 1, text 'yes', text 'no'
UPDATE users SET display_name = ? WHERE id = ? RETURNING CASE WHEN display_name = 'New' THEN ? ELSE ? END

-- test: update returning old and new
-- since: 18
UPDATE users SET display_name = 'x' WHERE id = 1 RETURNING old.display_name, new.display_name

-- test: update returning old and new with aliases
-- since: 18
UPDATE users SET display_name = 'x' WHERE id = 1 RETURNING WITH (OLD AS o, NEW AS n) o.display_name AS before, n.display_name AS after, display_name

-- test: update returning old star
-- since: 18
-- names: star
UPDATE users SET age = 3 WHERE id = 1 RETURNING old.*, new.age

-- test: insert on conflict returning old and new
-- since: 18
INSERT INTO users (id, display_name, email) VALUES (1, 'x', 'y') ON CONFLICT (id) DO UPDATE SET display_name = excluded.display_name RETURNING old.display_name, new.display_name

-- test: update multi-column returning
UPDATE users SET (display_name, age) = (SELECT name, n FROM staging WHERE id = 1) WHERE id = 1 RETURNING display_name, age

-- test: update returning labels the column by its cast
UPDATE users SET display_name = 'abc' WHERE id = 1 RETURNING display_name::varchar(1), (display_name)

-- test: update returning the xmin-like system column
-- skip: AFTER_DENIED: a system column needs the privilege on the whole table
UPDATE users SET display_name = 'abc' WHERE id = 1 RETURNING tableoid::regclass, display_name
