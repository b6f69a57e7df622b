SELECT * FROM t AS u
SELECT * FROM t u (a, b)
SELECT * FROM s.t u
SELECT * FROM db.s.t
SELECT * FROM ONLY t
SELECT * FROM ONLY (t) AS u
SELECT * FROM t * AS u
SELECT * FROM t*, u
SELECT * FROM t TABLESAMPLE bernoulli (10) REPEATABLE (5)
SELECT * FROM t AS u TABLESAMPLE system (10)
SELECT * FROM t TABLESAMPLE s.m (1, 2)
SELECT * FROM (SELECT 1) AS x
SELECT * FROM (SELECT 1) x (a)
SELECT * FROM (SELECT 1) -- since 16
SELECT * FROM (VALUES (1, 2)) v (a, b)
SELECT * FROM (TABLE t) u
SELECT * FROM ((SELECT 1)) x
SELECT * FROM ((SELECT 1) UNION (SELECT 2)) x
SELECT * FROM ((SELECT 1) ORDER BY 1 LIMIT 1) x
SELECT * FROM ((SELECT 1) a JOIN (SELECT 2) b ON true)
SELECT * FROM (((SELECT 1) a JOIN (SELECT 2) b ON true) CROSS JOIN c) j
SELECT * FROM (((t JOIN u ON true)))
SELECT * FROM (((t JOIN u ON true) JOIN v ON true) JOIN w ON true)
SELECT * FROM (t JOIN u USING (a)) AS j (x, y)
SELECT * FROM (t) -- refused
SELECT * FROM ((SELECT 1) AS a) -- refused
SELECT * FROM LATERAL (SELECT 1) x
SELECT * FROM t, LATERAL (SELECT t.a) x, LATERAL f(t.a) AS y
SELECT * FROM t JOIN u ON t.a = u.a
SELECT * FROM t INNER JOIN u ON t.a = u.a LEFT JOIN v ON true RIGHT OUTER JOIN w USING (a, b) FULL OUTER JOIN x ON false
SELECT * FROM t CROSS JOIN u NATURAL JOIN v NATURAL LEFT JOIN w NATURAL FULL OUTER JOIN x NATURAL INNER JOIN y
SELECT * FROM t JOIN u JOIN v ON v.a = u.a ON u.a = t.a
SELECT * FROM t LEFT JOIN u CROSS JOIN v ON true
SELECT * FROM t JOIN u USING (id) AS j -- since 14
SELECT * FROM t JOIN (u JOIN v ON true) ON true
SELECT * FROM t JOIN u -- refused
SELECT * FROM t CROSS JOIN u ON true -- refused
SELECT * FROM t NATURAL JOIN u USING (a) -- refused
SELECT * FROM f()
SELECT * FROM f(1) AS x
SELECT * FROM f(1) x (a, b)
SELECT * FROM f(1) AS x (a int, b text COLLATE "C")
SELECT * FROM f(1) AS (a int, b text[])
SELECT * FROM f(1) x (a int)
SELECT * FROM s.f(1) WITH ORDINALITY AS x (a, n)
SELECT * FROM ROWS FROM (f(1), g(2) AS (a int, b text)) WITH ORDINALITY x
SELECT * FROM LATERAL ROWS FROM (f(1)) x
SELECT * FROM rows
SELECT * FROM generate_series(1, 10) g, unnest(ARRAY[1, 2]) WITH ORDINALITY u (v, n)
SELECT * FROM current_date, current_user u, coalesce(1, 2) c, cast(1 AS int) k
SELECT * FROM current_timestamp(3) x
SELECT * FROM json_to_recordset('[]') AS x (a int, b text)
SELECT * FROM left('a', 1) l
SELECT * FROM XMLTABLE('/r' PASSING d COLUMNS a int PATH 'x', n FOR ORDINALITY, b text DEFAULT 'z' NOT NULL, c xml NULL)
SELECT * FROM t, LATERAL XMLTABLE(XMLNAMESPACES('http://x' AS x, DEFAULT 'http://y'), '/x:r' PASSING BY REF t.d BY REF COLUMNS a int) AS q (z)
SELECT * FROM XMLTABLE('/r' PASSING BY VALUE d COLUMNS a int PATH '@a' || 'b') x
SELECT * FROM JSON_TABLE('[]', '$[*]' COLUMNS (a int PATH '$.a', n FOR ORDINALITY)) AS j -- since 17
SELECT * FROM t, JSON_TABLE(t.j FORMAT JSON, '$' AS root PASSING t.x AS x, 1 AS y COLUMNS (a int, b text EXISTS PATH '$.b' TRUE ON ERROR, c jsonb FORMAT JSON PATH '$.c' WITH WRAPPER KEEP QUOTES NULL ON EMPTY DEFAULT '{}' ON ERROR, NESTED PATH '$.n[*]' AS nn COLUMNS (d int DEFAULT 1 ON EMPTY, NESTED '$.m' COLUMNS (e int)))  ERROR ON ERROR) j -- since 17
SELECT * FROM nested, json_table
SELECT * FROM t WHERE t.a IN (SELECT a FROM u)
SELECT * FROM t name, u value
SELECT * FROM t set, u offset -- refused
SELECT * FROM t set
SELECT * FROM pg_catalog.pg_class c, information_schema.columns
SELECT * FROM "T" "U"
SELECT * FROM t left JOIN u ON true
SELECT * FROM t lateral -- refused
SELECT * FROM a, -- refused
SELECT * FROM t u v -- refused
SELECT * FROM f(1) WITH ORDINALITY
SELECT * FROM f(x => 1, y := 2, VARIADIC z => ARRAY[1])
SELECT * FROM (SELECT 1) x JOIN LATERAL (SELECT 2) y ON true
SELECT 1 FROM (SELECT 2) x, ONLY (s.t) y
SELECT * FROM t AS (a) -- refused
