-- schema: defaults

-- test: steady default left out
INSERT INTO fixed (id, note) VALUES (50, 'x') RETURNING rating

-- test: steady default by DEFAULT
INSERT INTO fixed (id, rating) VALUES (50, DEFAULT), (51, 'Z')

-- test: steady default restored
UPDATE fixed SET rating = DEFAULT

-- test: steady default from a select without the column
INSERT INTO fixed (id, note) SELECT id + 100, note FROM fixed

-- test: default values
-- error: 23502
INSERT INTO fixed DEFAULT VALUES

-- test: volatile default left out
-- refused: DUAL_WRITE, FALLBACK_READ, NEW_READ: volatile-default: the default would be evaluated for each column
INSERT INTO random (id, note) VALUES (50, 'x') RETURNING token

-- test: volatile default by DEFAULT
-- refused: DUAL_WRITE, FALLBACK_READ, NEW_READ: volatile-default: the default would be evaluated for each column
INSERT INTO random (id, token) VALUES (50, DEFAULT)

-- test: volatile default by DEFAULT among others
-- refused: DUAL_WRITE, FALLBACK_READ, NEW_READ: volatile-default: the default would be evaluated for each column
INSERT INTO random (id, token) VALUES (50, DEFAULT), (51, 'given'), (52, DEFAULT)

-- test: volatile default restored
-- refused: DUAL_WRITE, FALLBACK_READ, NEW_READ: volatile-default: the default would be evaluated for each column
UPDATE random SET token = DEFAULT WHERE id = 1

-- test: volatile default with its value given
INSERT INTO random (id, token) VALUES (50, 'given')

-- test: volatile default from a select without the column
-- refused: DUAL_WRITE, FALLBACK_READ, NEW_READ: volatile-default: the default would be evaluated for each column
INSERT INTO random (id, note) SELECT id + 100, note FROM random ORDER BY id

-- test: sequence default left out
-- refused: DUAL_WRITE, FALLBACK_READ, NEW_READ: volatile-default: the default would be evaluated for each column
INSERT INTO counted (id, note) VALUES (50, 'x') RETURNING serial_no

-- test: sequence default by DEFAULT
-- refused: DUAL_WRITE, FALLBACK_READ, NEW_READ: volatile-default: the default would be evaluated for each column
INSERT INTO counted (id, serial_no) VALUES (50, DEFAULT) RETURNING serial_no

-- test: sequence default, several rows
-- refused: DUAL_WRITE, FALLBACK_READ, NEW_READ: volatile-default: the default would be evaluated for each column
INSERT INTO counted (id, note) VALUES (50, 'x'), (51, 'y')

-- test: sequence default in a multi-column set
-- refused: DUAL_WRITE, FALLBACK_READ, NEW_READ: volatile-default: the default would be evaluated for each column
UPDATE counted SET (serial_no, note) = (DEFAULT, 'd') WHERE id = 1

-- test: volatile default on conflict
-- refused: DUAL_WRITE, FALLBACK_READ, NEW_READ: volatile-default: the default would be evaluated for each column
INSERT INTO random (id, note) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET token = EXCLUDED.token

-- test: volatile default left out, without a column list
-- refused: DUAL_WRITE, FALLBACK_READ, NEW_READ: volatile-default: the default would be evaluated for each column
-- names: old
-- skip: AFTER_DROPPED: positions have moved, which no text can know
INSERT INTO random VALUES (50)

-- test: read
SELECT r.token, f.rating, c.serial_no FROM random r JOIN fixed f USING (id) JOIN counted c USING (id)
