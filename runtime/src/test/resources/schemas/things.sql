-- One renamed column of each type that assignment treats in its own way.
-- rename: things.i_old -> i_new | 7000 + id
-- rename: things.v_old -> v_new | 'g' || id
-- rename: things.c_old -> c_new | 'g' || id
-- rename: things.num_old -> num_new | 7000 + id
-- rename: things.j_old -> j_new | '{"stale": true}'
-- rename: things.ts_old -> ts_new | timestamptz '1970-01-01' + id * interval '1 day'
-- rename: things.d_old -> d_new | date '1970-01-01' + id
-- rename: things.u_old -> u_new | ('00000000-0000-0000-0000-' || lpad(id::text, 12, '9'))::uuid
-- rename: things.m_old -> m_new | CASE WHEN m_old = 'sad' THEN 'ok' ELSE 'sad' END::mood
-- rename: things.a_old -> a_new | ARRAY['stale']
-- rename: things.b_old -> b_new | NOT b_old
-- rename: things.dom_old -> dom_new | 7000 + id
-- rename: things.p_old -> p_new | point(7, 7)
-- rename: things.r_old -> r_new | ROW('stale', id)::pair

-- section: original
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE TYPE pair AS (name text, n int);
CREATE TABLE things (
  id int PRIMARY KEY,
  i_old int, v_old varchar(5), c_old char(4), num_old numeric(6, 2), j_old jsonb, ts_old timestamptz,
  d_old date, u_old uuid, m_old mood, a_old text[], b_old boolean, dom_old positive, p_old point, r_old pair,
  note text
);
INSERT INTO things VALUES
  (1, 1, 'one', 'c1', 1.5, '{"a": 1}', '2020-01-01 00:00Z', '2020-01-01', '11111111-1111-1111-1111-111111111111', 'sad', '{x,y}', true, 1, '(1,1)', '(a,1)', 'n1'),
  (2, 2, 'two', 'c2', 2.25, '[1, 2]', '2020-01-02 00:00Z', '2020-01-02', '22222222-2222-2222-2222-222222222222', 'ok', '{y}', false, 2, '(2,2)', '(b,2)', 'n2'),
  (3, 3, 'three', 'c3', 3, '{"b": {"c": [1]}}', '2020-01-03 00:00Z', '2020-01-03', '33333333-3333-3333-3333-333333333333', 'happy', '{}', true, 3, '(3,3)', '(c,3)', 'n3'),
  (4, 4, 'four', 'c4', 4, '{"a": 4}', '2020-01-04 00:00Z', '2020-01-04', '44444444-4444-4444-4444-444444444444', 'ok', '{z}', false, 4, '(4,4)', '(d,4)', NULL);

-- section: expand
ALTER TABLE things
  ADD i_new int, ADD v_new varchar(5), ADD c_new char(4), ADD num_new numeric(6, 2), ADD j_new jsonb,
  ADD ts_new timestamptz, ADD d_new date, ADD u_new uuid, ADD m_new mood, ADD a_new text[], ADD b_new boolean,
  ADD dom_new positive, ADD p_new point, ADD r_new pair;

-- section: contract
ALTER TABLE things DROP i_old, DROP v_old, DROP c_old, DROP num_old, DROP j_old, DROP ts_old, DROP d_old,
  DROP u_old, DROP m_old, DROP a_old, DROP b_old, DROP dom_old, DROP p_old, DROP r_old;
