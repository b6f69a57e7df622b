-- schema: accounts

-- test: upsert on the old unique column
-- names: old
-- params: text 'ada', text 'fresh'
INSERT INTO accounts (id, login) VALUES (50, ?), (51, ?) ON CONFLICT (login) DO UPDATE SET logins = accounts.logins + 1, status = 'back'

-- test: upsert on the old constraint
-- skip: NEW_READ_BESIDE_AFTER: see the next one
-- names: old
-- fails: AFTER_DROPPED: 42704: the constraint went with its column
INSERT INTO accounts (id, login) VALUES (50, 'ada') ON CONFLICT ON CONSTRAINT accounts_login_key DO UPDATE SET logins = 9

-- test: upsert on the old constraint beside AFTER
-- skip: BEFORE, DUAL_WRITE, FALLBACK_READ, AFTER: see the one before
-- names: old
INSERT INTO accounts (id, login) VALUES (50, 'ada') ON CONFLICT ON CONSTRAINT accounts_login_key DO UPDATE SET logins = 9

-- test: upsert on an expression over the old column
-- names: old
INSERT INTO accounts (id, login) VALUES (50, 'ADA') ON CONFLICT (lower(login)) DO UPDATE SET logins = 4

-- test: both tables by their old names
-- names: old
SELECT a.login, a.status, p.headline FROM accounts a JOIN posts p ON p.account_id = a.id

-- test: unique violation by the old name
-- names: old
-- error: 23505
UPDATE accounts SET login = 'grace' WHERE id = 1
