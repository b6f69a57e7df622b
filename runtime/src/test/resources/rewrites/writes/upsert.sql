-- schema: accounts

-- test: do nothing without target
-- empty
INSERT INTO accounts (id, handle) VALUES (1, 'x') ON CONFLICT DO NOTHING

-- test: do nothing, new row
INSERT INTO accounts (id, handle) VALUES (50, 'x') ON CONFLICT DO NOTHING

-- test: do nothing on the column
-- params: text 'ada', text 'fresh'
INSERT INTO accounts (id, handle) VALUES (50, ?), (51, ?) ON CONFLICT (handle) DO NOTHING

-- test: do nothing on the column, returning
INSERT INTO accounts (id, handle) VALUES (50, 'ada'), (51, 'fresh') ON CONFLICT (handle) DO NOTHING RETURNING id, handle

-- test: do nothing on the key
INSERT INTO accounts (id, handle) VALUES (1, 'x'), (50, 'y') ON CONFLICT (id) DO NOTHING

-- test: do nothing on the key, conflict on the column fails alike
-- error: 23505
INSERT INTO accounts (id, handle) VALUES (50, 'ada') ON CONFLICT (id) DO NOTHING

-- test: do update on the key
-- params: int 1, text 'ada2'
INSERT INTO accounts (id, handle) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET handle = EXCLUDED.handle

-- test: do update on the column
-- params: text 'ada', text 'fresh'
INSERT INTO accounts (id, handle) VALUES (50, ?), (51, ?) ON CONFLICT (handle) DO UPDATE SET logins = accounts.logins + 1

-- test: do update on the column sets the column
INSERT INTO accounts (id, handle) VALUES (50, 'ada') ON CONFLICT (handle) DO UPDATE SET handle = accounts.handle || '-' || EXCLUDED.handle

-- test: do update with unqualified target column
INSERT INTO accounts (id, handle) VALUES (50, 'grace') ON CONFLICT (handle) DO UPDATE SET logins = 77, state = 'back'

-- test: do update with alias
INSERT INTO accounts AS a (id, handle) VALUES (50, 'grace') ON CONFLICT (handle) DO UPDATE SET handle = upper(a.handle), logins = a.logins + 1 WHERE a.handle = 'grace'

-- test: do update with a where that is false
-- empty
INSERT INTO accounts AS a (id, handle) VALUES (50, 'grace') ON CONFLICT (handle) DO UPDATE SET logins = 5 WHERE a.handle <> EXCLUDED.handle

-- test: do update on two columns
INSERT INTO accounts (id, tenant, handle) VALUES (50, 1, 'grace') ON CONFLICT (tenant, handle) DO UPDATE SET state = EXCLUDED.handle

-- test: do update on two columns in another order
INSERT INTO accounts (id, tenant, handle) VALUES (50, 1, 'grace') ON CONFLICT (handle, tenant) DO UPDATE SET logins = 9

-- test: do update on an expression
INSERT INTO accounts (id, handle) VALUES (50, 'GRACE') ON CONFLICT (lower(handle)) DO UPDATE SET handle = EXCLUDED.handle

-- test: do update on the constraint
-- fails: BEFORE_MISSING: 42704: there is no such constraint yet
INSERT INTO accounts (id, handle) VALUES (50, 'grace') ON CONFLICT ON CONSTRAINT accounts_handle_key DO UPDATE SET logins = 8

-- test: do nothing on the constraint of the key
INSERT INTO accounts (id, handle) VALUES (1, 'q'), (60, 'r') ON CONFLICT ON CONSTRAINT accounts_pkey DO NOTHING

-- test: do update with multi-column set
INSERT INTO accounts (id, handle, state) VALUES (50, 'grace', 's') ON CONFLICT (handle) DO UPDATE SET (handle, state) = (EXCLUDED.handle || '2', EXCLUDED.state)

-- test: do update with multi-column select
INSERT INTO accounts (id, handle, state) VALUES (50, 'grace', 's') ON CONFLICT (handle) DO UPDATE SET (handle, state) = (SELECT EXCLUDED.handle || '3', accounts.state)

-- test: do update with DEFAULT
INSERT INTO accounts (id, handle, state) VALUES (50, 'grace', 's') ON CONFLICT (handle) DO UPDATE SET state = DEFAULT

-- test: do update of a volatile value
INSERT INTO accounts (id, handle) VALUES (50, 'grace') ON CONFLICT (handle) DO UPDATE SET state = next_code()

-- test: insert of a volatile value with do update
INSERT INTO accounts (id, handle) VALUES (1, next_code()) ON CONFLICT (id) DO UPDATE SET handle = EXCLUDED.handle

-- test: upsert from a select
-- catalog: which unique indexes there are
INSERT INTO accounts (id, handle, state) SELECT id + 100, handle, 'copy' FROM accounts ON CONFLICT (handle) DO UPDATE SET state = EXCLUDED.state || accounts.id

-- test: upsert from a select with where true
INSERT INTO accounts (id, handle) SELECT id + 100, title FROM posts WHERE true ON CONFLICT (handle) DO NOTHING

-- test: upsert many rows with parameters on both sides
-- params: int 50, text 'ada', int 51, text 'zed', int 3, text 'x'
INSERT INTO accounts (id, handle) VALUES (?, ?), (?, ?) ON CONFLICT (handle) DO UPDATE SET logins = accounts.logins + ?, state = ? || EXCLUDED.handle

-- test: upsert hits the same row twice
-- error: 21000
INSERT INTO accounts (id, handle) VALUES (50, 'ada'), (51, 'ada') ON CONFLICT (handle) DO UPDATE SET logins = 1

-- test: upsert returning
INSERT INTO accounts (id, handle) VALUES (50, 'ada'), (51, 'zed') ON CONFLICT (handle) DO UPDATE SET state = 'again' RETURNING id, handle, state

-- test: upsert returning star
-- names: star
INSERT INTO accounts (id, handle) VALUES (50, 'ada') ON CONFLICT (handle) DO UPDATE SET state = 'again' RETURNING *

-- test: upsert with conflict target and a predicate, which a whole index satisfies
INSERT INTO accounts (id, handle) VALUES (50, 'ada'), (51, 'zed') ON CONFLICT (handle) WHERE tenant > 0 DO NOTHING

-- test: upsert with collation in the target
INSERT INTO accounts (id, handle) VALUES (50, 'ada') ON CONFLICT (handle COLLATE "default") DO UPDATE SET logins = 3

-- test: excluded in a subselect
INSERT INTO accounts (id, handle) VALUES (50, 'ada') ON CONFLICT (handle) DO UPDATE SET state = (SELECT left(max(p.title), 10) FROM posts p WHERE p.title <> EXCLUDED.handle)

-- test: insert without the column, conflict on the key, set the column from excluded
-- error: 23502
INSERT INTO accounts (id, state) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET handle = EXCLUDED.handle

-- test: excluded default reaches the column
INSERT INTO accounts (id, handle) VALUES (1, 'one') ON CONFLICT (id) DO UPDATE SET state = EXCLUDED.state

-- test: target has no index
-- error: 42P10
INSERT INTO accounts (id, handle) VALUES (1, 'one') ON CONFLICT (state) DO NOTHING

-- test: generated key
INSERT INTO accounts (handle, state) VALUES ('gen', 'g') RETURNING id

-- test: too long for the column
-- error: 22001
INSERT INTO accounts (id, handle) VALUES (50, 'a name that is longer than thirty characters')

-- test: null in the required column
-- error: 23502
INSERT INTO accounts (id, handle) VALUES (50, NULL)

-- test: column left out of a required insert
-- error: 23502
INSERT INTO accounts (id) VALUES (50)

-- test: steady default left out
INSERT INTO accounts (id, handle) VALUES (50, 'x') RETURNING state

-- test: steady default written
INSERT INTO accounts (id, handle, state) VALUES (50, 'x', DEFAULT) RETURNING state

-- test: default and value in one list
INSERT INTO accounts (id, handle, state) VALUES (50, 'x', DEFAULT), (51, 'y', 'given'), (52, 'z', NULL) RETURNING id, state

-- test: update to default
UPDATE accounts SET state = DEFAULT WHERE id = 1

-- test: update to default in a row
UPDATE accounts SET (state, logins) = (DEFAULT, DEFAULT) WHERE id = 1

-- test: update of both renamed columns
-- params: text 'h', text 's', int 1
UPDATE accounts SET handle = ?, state = ? WHERE id = ?

-- test: update swaps both renamed columns
UPDATE accounts SET handle = COALESCE(state, 'none') || id, state = left(handle, 10)

-- test: update in a row of both renamed columns
UPDATE accounts SET (state, handle) = (left(handle, 3), 'h' || id || state) WHERE state IS NOT NULL

-- test: update in a select of both renamed columns
UPDATE accounts SET (state, handle) = (SELECT p.title, p.title || accounts.handle FROM posts p WHERE p.id = accounts.id AND length(p.title) < 10) WHERE id IN (1, 2, 4)

-- test: unique violation on the column
-- error: 23505
UPDATE accounts SET handle = 'grace' WHERE id = 1

-- test: two tracked tables joined
SELECT a.handle, a.state, p.title FROM accounts a JOIN posts p ON p.account_id = a.id WHERE p.title <> a.handle

-- test: two tracked tables, bare names
SELECT handle, title FROM accounts, posts WHERE account_id = accounts.id ORDER BY title, posts.id

-- test: two tracked tables, star
-- names: star
SELECT * FROM accounts a JOIN posts p ON p.account_id = a.id

-- test: update of one tracked table from the other
UPDATE accounts a SET state = left(p.title, 10) FROM posts p WHERE p.account_id = a.id AND p.id IN (1, 3)

-- test: insert into one tracked table from the other
INSERT INTO posts (id, account_id, title) SELECT id + 100, id, handle || ' ' || COALESCE(state, '-') FROM accounts

-- test: delete using the other tracked table
DELETE FROM posts USING accounts a WHERE a.id = posts.account_id AND a.state = 'active' AND posts.title LIKE '%e%'

-- test: chain of writes to both tracked tables
WITH u AS (UPDATE accounts SET state = 'moved' WHERE handle = 'ada' RETURNING id, handle), i AS (INSERT INTO posts (id, account_id, title) SELECT 100, u.id, u.handle FROM u RETURNING title) SELECT title FROM i

-- test: foreign key violation fails alike
-- error: 23503
INSERT INTO posts (id, account_id, title) VALUES (100, 999, 'x')

-- test: same value twice in one statement violates
-- error: 23505
INSERT INTO accounts (id, handle) VALUES (50, 'twin'), (51, 'twin')

-- test: lower-cased unique index decides
-- error: 23505
INSERT INTO accounts (id, handle) VALUES (50, 'ADA')

-- test: varchar keeps its length in the result
SELECT handle, state, handle || state, COALESCE(handle, state) FROM accounts

-- test: varchar in a union keeps its length
SELECT handle FROM accounts UNION SELECT handle FROM accounts

-- test: varchar in a case keeps its length
SELECT CASE WHEN id > 2 THEN handle ELSE handle END FROM accounts

-- test: min and max of varchar
SELECT min(handle), max(state) FROM accounts

-- test: array of varchar
SELECT array_agg(handle ORDER BY handle), ARRAY[handle] FROM accounts GROUP BY handle

-- test: varchar in a derived table
SELECT s.handle FROM (SELECT handle FROM accounts) s
