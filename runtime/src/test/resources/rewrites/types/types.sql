-- schema: things

-- test: all of them read
SELECT i_new, v_new, c_new, num_new, j_new, ts_new, d_new, u_new, m_new, a_new, b_new, dom_new, p_new, r_new FROM things

-- test: insert of literals that take the column's type
INSERT INTO things (id, i_new, v_new, c_new, num_new, j_new, ts_new, d_new, u_new, m_new, a_new, b_new, dom_new, p_new, r_new) VALUES (50, '5', 'abc', 'x', '1.005', '{"z": 1}', '2021-01-01 00:00Z', '2021-01-01', '55555555-5555-5555-5555-555555555555', 'happy', '{p,q}', 'yes', '5', '(5,5)', '(e,5)')

-- test: insert of two rows of literals
INSERT INTO things (id, i_new, j_new, m_new, d_new) VALUES (50, '5', '{"z": 1}', 'happy', '2021-01-01'), (51, NULL, '2', NULL, 'epoch')

-- test: insert of untyped parameters
-- params: unknown '50', unknown '5', unknown '{"z": 1}', unknown 'happy', unknown '2021-01-01', unknown '{p,q}', unknown 't', unknown '(5,5)'
INSERT INTO things (id, i_new, j_new, m_new, d_new, a_new, b_new, p_new) VALUES (?, ?, ?, ?, ?, ?, ?, ?)

-- test: insert of typed parameters
-- params: int 50, int 5, jsonb '{"z": 1}', date 2021-01-01, timestamptz 2021-01-01T00:00:00Z, uuid 55555555-5555-5555-5555-555555555555, text[] p|q, bool true, numeric 1.005
INSERT INTO things (id, i_new, j_new, d_new, ts_new, u_new, a_new, b_new, num_new) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)

-- test: insert of untyped NULLs
-- params: null unknown, null unknown, null unknown
INSERT INTO things (id, i_new, j_new, m_new) VALUES (50, ?, ?, ?)

-- test: bigint parameter into an int column
-- params: bigint 5
INSERT INTO things (id, i_new) VALUES (50, ?)

-- test: text parameter into an int column fails alike
-- params: text '5'
-- error: 42804
INSERT INTO things (id, i_new) VALUES (50, ?)

-- test: text parameter into a jsonb column fails alike
-- params: text '{}'
-- error: 42804
UPDATE things SET j_new = ? WHERE id = 1

-- test: numeric is rounded on assignment
-- params: numeric 1.005
UPDATE things SET num_new = ? WHERE id = 1 RETURNING num_new

-- test: numeric expression is rounded once
UPDATE things SET num_new = num_new / 3 RETURNING num_new

-- test: float is assigned to int
UPDATE things SET i_new = 2.5::float8 * i_new RETURNING i_new

-- test: char is padded
UPDATE things SET c_new = 'z' WHERE id = 1 RETURNING c_new, length(c_new), c_new || '|'

-- test: too long for varchar
-- error: 22001
UPDATE things SET v_new = 'too long' WHERE id = 1

-- test: spaces beyond varchar are cut
UPDATE things SET v_new = 'abc        ' WHERE id = 1

-- test: explicit cast cuts
UPDATE things SET v_new = 'too long'::varchar(5) WHERE id = 1

-- test: numeric overflow
-- error: 22003
UPDATE things SET num_new = 99999 WHERE id = 1

-- test: domain check
-- error: 23514
UPDATE things SET dom_new = -1 WHERE id = 1

-- test: enum value
-- params: unknown 'sad'
UPDATE things SET m_new = ? WHERE m_new > 'sad'

-- test: enum wrong
-- error: 22P02
UPDATE things SET m_new = 'angry'

-- test: increment
-- params: int 2
UPDATE things SET i_new = i_new + ? WHERE i_new > 1

-- test: increment with an untyped parameter
-- params: unknown '2'
UPDATE things SET i_new = i_new + ? WHERE i_new > 1

-- test: untyped parameter alone
-- params: unknown '7', unknown '2'
UPDATE things SET i_new = ? WHERE i_new = ?

-- test: untyped parameter in COALESCE
-- params: unknown '7'
UPDATE things SET i_new = COALESCE(?, i_new)

-- test: untyped NULL parameter in COALESCE
-- params: null unknown
UPDATE things SET i_new = COALESCE(?, i_new + 1)

-- test: untyped parameter in a case
-- params: unknown '7'
UPDATE things SET i_new = CASE WHEN id = 1 THEN ? ELSE i_new END

-- test: jsonb element assignment
-- since: 14
-- refused: DUAL_WRITE, FALLBACK_READ, NEW_READ: partial-write: a part of a column is not written twice
UPDATE things SET j_new['a'] = '5' WHERE id = 1

-- test: array element assignment
-- refused: DUAL_WRITE, FALLBACK_READ, NEW_READ: partial-write: a part of a column is not written twice
UPDATE things SET a_new[2] = 'second'

-- test: array element assignment by parameter
-- refused: DUAL_WRITE, FALLBACK_READ, NEW_READ: partial-write: a part of a column is not written twice
-- params: text 'first'
UPDATE things SET a_new[1] = ? WHERE id = 1

-- test: composite field assignment
-- refused: DUAL_WRITE, FALLBACK_READ, NEW_READ: partial-write: a part of a column is not written twice
UPDATE things SET r_new.name = 'field' WHERE id = 1

-- test: point element assignment
-- refused: DUAL_WRITE, FALLBACK_READ, NEW_READ: partial-write: a part of a column is not written twice
UPDATE things SET p_new[0] = 9 WHERE id = 1

-- test: array append
UPDATE things SET a_new = a_new || '{more}', j_new = j_new || '{"more": 1}'

-- test: array element read
SELECT a_new[1], a_new[1:2], (a_new)[1] FROM things

-- test: composite field read
SELECT (r_new).name, (t.r_new).n FROM things t

-- test: composite field read of all
SELECT (r_new).* FROM things

-- test: jsonb read
-- since: 14
-- params: text 'a'
SELECT j_new -> 'a', j_new ->> 'a', j_new #>> '{b,c}', j_new['b']['c'] FROM things WHERE j_new ?? ?

-- test: jsonb contains
SELECT id FROM things WHERE j_new @> '{"a": 1}'

-- test: boolean alone as a condition
SELECT id FROM things WHERE b_new

-- test: negated boolean
SELECT id FROM things WHERE NOT b_new OR b_new IS NOT TRUE

-- test: boolean in case
SELECT CASE WHEN b_new THEN 1 ELSE 0 END FROM things

-- test: filter by boolean
SELECT count(*) FILTER (WHERE b_new), bool_and(b_new) FROM things

-- test: any over an array column
-- params: text 'y'
SELECT id FROM things WHERE ? = ANY (a_new)

-- test: unnest of it
SELECT id, x FROM things, unnest(a_new) x

-- test: unnest in the list
SELECT id, unnest(a_new) FROM things

-- test: date arithmetic
SELECT d_new + 1, d_new - date '2020-01-01', ts_new + interval '1 day', extract(year FROM d_new), date_trunc('day', ts_new) FROM things

-- test: overlaps
SELECT id FROM things WHERE (d_new, d_new + 1) OVERLAPS (date '2020-01-02', date '2020-01-03')

-- test: arithmetic and precedence
SELECT -i_new, i_new * 2 + 1, i_new % 2, i_new ^ 2, num_new * 1.5, abs(i_new), i_new::text || 'x' FROM things

-- test: unary minus before a power
SELECT -i_new ^ 2, NOT b_new = false, i_new IS NULL = false FROM things

-- test: sum and average
SELECT sum(i_new), avg(num_new), max(ts_new), min(d_new), count(u_new) FROM things

-- test: enum order
SELECT id FROM things ORDER BY m_new, id

-- test: point operators
SELECT id FROM things WHERE p_new <@ box '(0,0,2,2)'

-- test: point can not be compared by distinct
-- error: 42883
SELECT DISTINCT p_new FROM things

-- test: char compares without its padding
SELECT id, c_new FROM things WHERE c_new = 'c1'

-- test: numeric keeps its scale
SELECT num_new, num_new + 0, COALESCE(num_new, 0) FROM things

-- test: cast with typmod
SELECT num_new::numeric(6, 1), v_new::varchar(2), ts_new::date, i_new::bigint, j_new::text FROM things

-- test: insert select that converts
INSERT INTO things (id, num_new, i_new, v_new) SELECT id + 100, i_new, num_new, 'i' || i_new FROM things

-- test: insert select of untyped constants
INSERT INTO things (id, i_new, d_new) SELECT 50, '5', '2021-01-01'

-- test: insert select of untyped constants, distinct
-- error: 42804
INSERT INTO things (id, i_new, d_new) SELECT DISTINCT 50, '5', '2021-01-01'

-- test: insert select of untyped parameters
-- params: unknown '50', unknown '5', unknown '{}'
INSERT INTO things (id, i_new, j_new) SELECT ?, ?, ?

-- test: insert from values in from has its own types
-- refused: DUAL_WRITE, FALLBACK_READ, NEW_READ: uncounted-values: the values are not told one by one
-- error: 42804
INSERT INTO things (id, i_new) SELECT * FROM (VALUES (50, '5')) v

-- test: update from values in from
UPDATE things SET i_new = v.i FROM (VALUES (1, 100), (2, 200)) v (id, i) WHERE v.id = things.id

-- test: multi-column set of literals
UPDATE things SET (i_new, d_new, m_new) = ('9', '2022-02-02', 'sad') WHERE id = 1

-- test: multi-column set from a select of untyped literals
UPDATE things SET (i_new, num_new) = (SELECT 9, 9.999) WHERE id = 1

-- test: date infinity and special inputs
UPDATE things SET d_new = 'infinity', ts_new = '-infinity' WHERE id = 1

-- test: now and steady functions
UPDATE things SET ts_new = date_trunc('millennium', now()), d_new = CURRENT_DATE WHERE id = 1

-- test: volatile uuid
-- random
UPDATE things SET u_new = gen_random_uuid() WHERE id = 1

-- test: between dates with parameters
-- params: date 2020-01-01, date 2020-01-03
SELECT id FROM things WHERE d_new BETWEEN ? AND ?

-- test: in list of uuids
-- params: uuid 11111111-1111-1111-1111-111111111111, unknown '22222222-2222-2222-2222-222222222222'
SELECT id FROM things WHERE u_new IN (?, ?)

-- test: group by array and jsonb
SELECT a_new, j_new, count(*) FROM things GROUP BY a_new, j_new
