SELECT a + b * c - d / e % f ^ g
SELECT -a, +a, - - a, -a ^ 2, -a::int, @ a, ~ a, |/ a
SELECT a || b || 'c', a -> 'b' ->> 'c', a #> '{b}' #>> '{c}', a @> b, a <@ b, a && b
SELECT a = b, a <> b, a != b, a < b, a <= b, a >= b, a > b
SELECT a = b = c -- refused
SELECT a < b > c -- refused
SELECT (a = b) = c, a = (b = c)
SELECT a = b AND c = d OR NOT e = f
SELECT NOT a, NOT NOT a, NOT a = b, NOT a IS NULL
SELECT 1 + NOT true = false
SELECT a IS NULL, a IS NOT NULL, a ISNULL, a NOTNULL
SELECT a IS TRUE, a IS NOT TRUE, a IS FALSE, a IS NOT FALSE, a IS UNKNOWN, a IS NOT UNKNOWN
SELECT a IS DISTINCT FROM b, a IS NOT DISTINCT FROM b + 1
SELECT a IS DISTINCT FROM b IS DISTINCT FROM c -- refused
SELECT a IS NULL IS NULL, a IS NULL = b, a = b IS NULL
SELECT a IS NULL::text
SELECT a IS DOCUMENT, a IS NOT DOCUMENT
SELECT a IS NORMALIZED, a IS NOT NORMALIZED, a IS NFC NORMALIZED, a IS NOT NFKD NORMALIZED
SELECT a IS JSON, a IS NOT JSON OBJECT, a IS JSON ARRAY WITH UNIQUE KEYS, a IS JSON SCALAR, a IS JSON VALUE WITHOUT UNIQUE -- since 16
SELECT a IS OF (int, text) -- until 13
SELECT a BETWEEN 1 AND 2, a NOT BETWEEN b + 1 AND c * 2, a BETWEEN SYMMETRIC 3 AND 1, a BETWEEN ASYMMETRIC 1 AND 3
SELECT a BETWEEN 1 AND 2 AND b
SELECT a BETWEEN b < c AND d
SELECT a BETWEEN b IS DISTINCT FROM c AND d
SELECT a BETWEEN b AND c BETWEEN d AND e -- refused
SELECT a LIKE 'b%', a NOT LIKE b || '%', a ILIKE 'b' ESCAPE '!', a NOT ILIKE b ESCAPE c || d
SELECT a SIMILAR TO 'b', a NOT SIMILAR TO 'b' ESCAPE '!'
SELECT a ~ 'b', a ~* 'b', a !~ 'b', a !~* 'b', a ~~ 'b', a ^@ 'b'
SELECT a LIKE b LIKE c -- refused
SELECT a LIKE b = c, a = b LIKE c
SELECT a IN (1, 2), a NOT IN (SELECT 1), a IN ((SELECT 1)), a IN ((SELECT 1), 2), a IN ((1), (2))
SELECT (a, b) IN ((1, 2), (3, 4)), (a, b) IN (SELECT 1, 2)
SELECT a IN (VALUES (1), (2)), a IN ((SELECT 1) UNION (SELECT 2)), a IN (((SELECT 1)) LIMIT 1)
SELECT a IN (1) IN (true), a IN (1) = b, a IN (1)::bool
SELECT a IN () -- refused
SELECT a IN 1 -- refused
SELECT a = ANY (b), a <> ALL (SELECT 1), a = SOME (ARRAY[1]), a + 1 > ANY ((SELECT 1)), a = ANY ((SELECT ARRAY[1])::int[])
SELECT a LIKE ANY (b), a NOT LIKE ALL (ARRAY['a']), a ILIKE SOME (b), a NOT ILIKE ANY (SELECT 'b')
SELECT a OPERATOR(pg_catalog.=) ANY (b), a OPERATOR(pg_catalog.+) b, OPERATOR(pg_catalog.-) a, a OPERATOR(+) b
SELECT a || ANY (b), a = ANY (VALUES (1))
SELECT a = ANY b -- refused
SELECT any(a) -- refused
SELECT a COLLATE "C", a COLLATE pg_catalog."C" || b, a || b COLLATE "C" = c
SELECT a AT TIME ZONE 'utc', a AT TIME ZONE 'utc' AT TIME ZONE b, a::timestamp AT TIME ZONE interval '1h' + b
SELECT a AT LOCAL -- since 17
SELECT a at FROM t -- since 14
SELECT a::int, a::numeric(10, 2), a::text[], a::int[][], a::int[3], a::int ARRAY, a::int ARRAY[4], a::s.t, a::"T", a::double precision
SELECT a::timestamp with time zone, a::timestamp(3) without time zone, a::time(2) with time zone, a::time
SELECT a::interval, a::interval(3), a::interval day to second(2), a::interval year to month
SELECT a::char, a::char(3), a::character varying(10), a::varchar, a::national character varying(3), a::nchar(2), a::bit(3), a::bit varying, a::dec(3), a::float(4), a::real, a::"char"
SELECT a::json, a::name, a::setof int
SELECT a::json, a::name, a::users, a::public.users[], a::users%TYPE
SELECT CAST(a AS int), CAST(a || b AS text), CAST(NULL AS users), CAST((1, 2) AS t)
SELECT a::int::text, (a)::int, -1::int, 'a'::text || 'b'::text
SELECT date '2020-01-01', time '10:00', timestamp '2020-01-01', timestamp with time zone '2020-01-01', timestamp(3) '2020-01-01', interval '1 day', interval '1' day, interval '1-2' year to month, interval '1' second(3), interval(3) '1', int '1', numeric(3, 1) '1.5', double precision '1', char 'a', character varying(3) 'abc', bit '101', boolean 't', json '{}', point '(1,2)', s.t 'x', "Type" 'x', float8 '1', real '1', nchar varying(3) 'a', national character 'a'
SELECT mytype(3) 'x', time with time zone '10:00', varchar(3) 'a', dec(3) '1'
SELECT CASE WHEN a THEN b END, CASE a WHEN 1 THEN 'x' WHEN 2 THEN 'y' ELSE 'z' END, CASE WHEN CASE WHEN a THEN b END THEN c END
SELECT CASE END -- refused
SELECT CASE a ELSE b END -- refused
SELECT ROW(1, 2), ROW(), ROW(a), (1, 2), (a), ((a)), ROW(t.*), (t.*, 1)
SELECT () -- refused
SELECT (1, 2) = (3, 4), ROW(1, 2) < ROW(3, 4), (1, 2) IS DISTINCT FROM (3, 4), (1, 2) IS NULL
SELECT (a, b) OVERLAPS (c, d), ROW(a, b) OVERLAPS ROW(c, d), x = (a, b) OVERLAPS (c, d), NOT (a, b) OVERLAPS (c, d) AND e
SELECT (a) OVERLAPS (b) -- refused
SELECT ARRAY[1, 2], ARRAY[[1, 2], [3, 4]], ARRAY[]::int[], ARRAY[ARRAY[1]], '{}'::int[]
SELECT a[1], a[1][2], a[1:2], a[:2], a[1:], a[:], a[b + 1], t.a[1], a[1].f, (a[1]).f, a[1:2][3]
SELECT (a).f, (a).f.g, (a).*, (a)[1], (f(x)).y, (f(x)).*, (ARRAY[1])[1], ($1).f, $1[1], $1.f
SELECT f(x).y -- refused
SELECT f(x)[1] -- refused
SELECT ARRAY[1][1] -- refused
SELECT f(), f(a), f(a, b), s.f(a), db.s.f(a), "F"(a), f(*), count(*), f(DISTINCT a, b), f(ALL a), f(a ORDER BY b DESC, c), f(VARIADIC a), f(a, VARIADIC b), f(x => 1, y := 2), f(1, z => 2)
SELECT f(DISTINCT a ORDER BY a) FILTER (WHERE b) OVER (PARTITION BY c), percentile_cont(0.5) WITHIN GROUP (ORDER BY a), mode() WITHIN GROUP (ORDER BY a DESC) FILTER (WHERE a > 1)
SELECT f(a) filter, f(b) over -- refused
SELECT f(,) -- refused
SELECT f(a b) -- refused
SELECT f(SELECT 1) -- refused
SELECT f((SELECT 1)), f((SELECT 1), 2), f((SELECT 1) ORDER BY 1), f(ARRAY(SELECT 1))
SELECT coalesce(a, b), greatest(a, b), least(a), nullif(a, b)
SELECT coalesce() -- refused
SELECT extract(year FROM a), extract('year' FROM a), extract(epoch FROM a - b), extract("Year" FROM a), extract(day FROM interval '1 day'), extract(second FROM a)
SELECT substring(a FROM 1 FOR 2), substring(a FOR 2), substring(a FROM 1), substring(a FOR 2 FROM 1), substring(a, 1, 2), substring(a FROM b)
SELECT substring(a SIMILAR b ESCAPE c), substring(), substring(x => a, y => 1) -- since 14
SELECT substring((SELECT 'abc') FROM 2 FOR 1), substring((SELECT 'abc') FOR 1)
SELECT position(a IN b), position('x' || a IN b || 'c'), overlay(a PLACING b FROM 1 FOR 2), overlay(a PLACING b FROM 1)
SELECT overlay(a, b, 1), overlay(), overlay(x => a, y => b), overlay(a, y => b) -- since 14
SELECT trim(a), trim(both FROM a), trim(leading 'x' FROM a), trim(trailing FROM a), trim('x' FROM a), trim(a, 'x'), trim(both a), trim(FROM a)
SELECT normalize(a), normalize(a, NFC), normalize(a, nfkd), collation FOR (a), treat(a AS int)
SELECT current_date, current_time, current_time(3), current_timestamp, current_timestamp(3), localtime, localtime(3), localtimestamp, current_user, current_role, session_user, user, current_catalog, current_schema, current_schema()
SELECT system_user
SELECT system_user() -- refused since 16
SELECT xmlelement(name foo), xmlelement(name foo, xmlattributes(a, b AS c)), xmlelement(name foo, xmlattributes(a AS x), 'content', b), xmlelement(name "Foo", a)
SELECT xmlconcat(a, b), xmlforest(a, b AS c), xmlparse(DOCUMENT a), xmlparse(CONTENT a PRESERVE WHITESPACE), xmlparse(CONTENT a STRIP WHITESPACE), xmlpi(name foo), xmlpi(name foo, 'bar')
SELECT xmlroot(a, VERSION '1.0', STANDALONE YES), xmlroot(a, VERSION NO VALUE), xmlroot(a, VERSION NO VALUE, STANDALONE NO VALUE), xmlroot(a, VERSION b, STANDALONE NO)
SELECT xmlserialize(CONTENT a AS text), xmlserialize(DOCUMENT a AS varchar(10)), xmlexists('//a' PASSING b), xmlexists('//a' PASSING BY REF b), xmlexists('//a' PASSING BY VALUE b BY REF)
SELECT xmlserialize(CONTENT a AS text INDENT), xmlserialize(CONTENT a AS text NO INDENT) -- since 16
SELECT json_object('{a,b}'), json_object(a, b), json_object(a)
SELECT json_object('a': 1, b: c NULL ON NULL WITH UNIQUE KEYS RETURNING jsonb), json_object('a' VALUE 1, b VALUE c FORMAT JSON), json_object(), json_object(RETURNING text FORMAT JSON ENCODING utf8), json_object('a': 1 ABSENT ON NULL WITHOUT UNIQUE) -- since 16
SELECT json_array(1, 2, a FORMAT JSON ABSENT ON NULL RETURNING jsonb), json_array(), json_array(SELECT a FROM t ORDER BY a), json_array(VALUES (1) RETURNING text), json_array((SELECT 1), 2), json_array((SELECT 1)) -- since 16
SELECT json_objectagg(a: b), json_objectagg(a VALUE b ABSENT ON NULL WITH UNIQUE KEYS RETURNING jsonb) FILTER (WHERE c) OVER (), json_arrayagg(a ORDER BY b DESC NULL ON NULL RETURNING jsonb), json_arrayagg(a) FILTER (WHERE b) OVER w FROM t WINDOW w AS () -- since 16
SELECT json('{}'), json(a FORMAT JSON WITH UNIQUE KEYS), json_scalar(1), json_serialize(a RETURNING bytea FORMAT JSON ENCODING utf8) -- since 17
SELECT json_value(a, '$.b'), json_value(a FORMAT JSON, '$.b' PASSING 1 AS x, c + 1 AS "Y" RETURNING int DEFAULT 0 ON EMPTY ERROR ON ERROR), json_value(a, b || 'c' NULL ON EMPTY) -- since 17
SELECT json_query(a, '$' WITH WRAPPER), json_query(a, '$' RETURNING jsonb WITH UNCONDITIONAL ARRAY WRAPPER), json_query(a, '$' WITHOUT ARRAY WRAPPER OMIT QUOTES ON SCALAR STRING), json_query(a, '$' WITH CONDITIONAL WRAPPER EMPTY ARRAY ON EMPTY EMPTY OBJECT ON ERROR), json_query(a, '$' KEEP QUOTES EMPTY ON ERROR) -- since 17
SELECT json_exists(a, '$.b'), json_exists(a, '$.b' PASSING 1 AS x UNKNOWN ON ERROR), json_exists(a, '$' TRUE ON ERROR) -- since 17
SELECT merge_action()
SELECT json_value, json_array FROM t
SELECT 1, 1.5, .5, 1., 1e10, 1.5e-3, 1E+5
SELECT 0x1F, 0b101, 0o17, 1_000, 1_000.5e1_0 -- since 16
SELECT 'a', E'a\'b\\', U&'d\0061t', U&'d!0061t' UESCAPE '!', B'101', X'1F', N'a', $$a$$, $x$a$$b$x$, 'it''s', ''
SELECT 'a'
  'b', E'c'
  'd\'' -- comment
  'e'
SELECT 'a' 'b' -- refused
SELECT U&"d\0061t", U&"d!0061t" UESCAPE '!', "a""b", "Ä", é, a$b, _x, a1
SELECT "" -- refused
SELECT 'abc -- refused
SELECT "abc -- refused
SELECT /* a /* b */ c */ 1 -- d
SELECT /* a /* b */ 1 -- refused
SELECT $1, $2::int, $1 + $2
SELECT 1a -- refused since 15
SELECT $1a -- refused since 15
SELECT a<b, a<-b, a<=-b, a=-b, a@-1, a*-1, a||-b, a--b
  + c
SELECT a<>-1, a!=-1, a/*c*/+b, a-/*d*/b
SELECT a ?| b, a ?& b, a ? b, a #- b, a @? b, a @@ b
SELECT a :: int, a : : int -- refused
SELECT a => b -- refused
SELECT a := b -- refused
SELECT a..b -- refused
SELECT {a} -- refused
SELECT a \ b -- refused
SELECT DEFAULT
SELECT true, false, null, NOT null
SELECT t.a.b.c, t . a, "t"."a"
SELECT a.* FROM a
SELECT a.*.b FROM a -- refused
SELECT count(a.*), f(a.*), row(a.*), (a.*)::text, a.*::text, a.* IS NULL FROM a
SELECT a.* x FROM a
SELECT interval FROM t
SELECT 5 !, 5 ! + 1 -- until 13
SELECT !! 5
SELECT a FROM t WHERE (a, b) = (SELECT 1, 2) AND ROW(a, b) = (SELECT 1, 2)
SELECT a FROM t WHERE a = 1 OR b = 2 AND NOT c = 3 OR d IN (1) AND e LIKE 'f' ESCAPE 'g'
SELECT a FROM t WHERE CURRENT OF c -- refused
SELECT NULLIF(a, '') || b, -(-1), 2 - -1
SELECT a IS NOT NULL AND b IS NULL OR c
SELECT (a OR b) AND c, a AND (b), ((a)) = ((b))
SELECT unique FROM t -- refused
SELECT a COLLATE FROM t -- since 14
SELECT x'1' , b'1'
SELECT x 'abc', date
  '2020-01-01'
SELECT a, b FROM t WHERE a = ALL (ARRAY(SELECT 1))
SELECT a ^ b ^ c, a - b - c, a / b * c, a || b + c || d, a + b || c
SELECT (SELECT 1) + (SELECT 2), (SELECT 1) IN (SELECT 1), (SELECT 1) = ANY (SELECT 1)
SELECT none, out, inout, setof, precision, nchar FROM t
SELECT a operator FROM t -- since 14
SELECT precision 'x' -- refused
SELECT national 'x' -- refused
SELECT e'\\', e'\'', E'a''b'
SELECT - 'a', + 'b', -a.b, -(a), - f(a)
SELECT a NOT NULL -- refused
SELECT a NOT b -- refused
SELECT CASE WHEN a IS NULL THEN 1 ELSE 2 END + 1, CASE WHEN a THEN b END::text
