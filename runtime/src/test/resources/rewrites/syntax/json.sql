-- schema: users

-- test: JSON_VALUE of a column
-- since: 17
SELECT display_name, JSON_VALUE(doc, '$.k'), JSON_VALUE(doc, '$.k' RETURNING int DEFAULT 0 ON EMPTY) FROM users WHERE doc IS NOT NULL

-- test: JSON_VALUE with the column passed
-- since: 17
SELECT id FROM users WHERE JSON_VALUE(doc, '$.k ? (@ > $n)' PASSING length(display_name) AS n) IS NOT NULL

-- test: JSON_QUERY
-- since: 17
SELECT JSON_QUERY(to_jsonb(display_name), '$' OMIT QUOTES), JSON_QUERY(doc, '$' WITH WRAPPER) FROM users

-- test: JSON_EXISTS in a condition
-- since: 17
SELECT display_name FROM users WHERE JSON_EXISTS(doc, '$.k')

-- test: JSON_TABLE whose column has the new name
-- since: 17
SELECT j.display_name, u.id FROM users u, JSON_TABLE(u.doc, '$' COLUMNS (display_name text PATH '$.display_name')) j

-- test: JSON_TABLE beside the column
-- since: 17
SELECT u.display_name, j.k FROM users u, JSON_TABLE(u.doc, '$' COLUMNS (k text PATH '$.k', NESTED PATH '$.a[*]' COLUMNS (n FOR ORDINALITY))) AS j WHERE u.display_name <> ''

-- test: JSON_TABLE of the column itself
-- since: 17
SELECT u.id, j.v FROM users u, JSON_TABLE(to_jsonb(u.display_name), '$' COLUMNS (v text PATH '$')) j

-- test: JSON_TABLE with the column passed
-- since: 17
SELECT u.id, j.v FROM users u, JSON_TABLE(u.doc, '$' PASSING u.display_name AS n COLUMNS (v text PATH '$.k')) j

-- test: JSON_SCALAR, JSON_SERIALIZE and JSON
-- since: 17
SELECT JSON_SCALAR(display_name), JSON_SERIALIZE(doc), JSON('{"a": 1}') FROM users

-- test: JSON_OBJECT by colon, by VALUE, with options
-- since: 16
SELECT JSON_OBJECT('n': display_name, 'i': id ABSENT ON NULL), JSON_OBJECT('n' VALUE display_name), JSON_OBJECT('n' VALUE display_name WITH UNIQUE KEYS RETURNING jsonb) FROM users

-- test: JSON_OBJECT whose key is the column
-- since: 16
SELECT JSON_OBJECT(display_name: id) FROM users WHERE display_name IS NOT NULL

-- test: JSON_ARRAY of values and of a query
-- since: 16
SELECT JSON_ARRAY(display_name, id ABSENT ON NULL), JSON_ARRAY(SELECT display_name FROM users ORDER BY id) FROM users WHERE id = 1

-- test: JSON_OBJECTAGG and JSON_ARRAYAGG
-- since: 16
SELECT JSON_OBJECTAGG(id: display_name), JSON_ARRAYAGG(display_name ORDER BY id) FROM users

-- test: IS JSON
-- since: 16
SELECT id, display_name IS JSON, display_name IS NOT JSON OBJECT FROM users

-- test: a value from JSON_VALUE stored
-- since: 17
UPDATE users SET display_name = JSON_VALUE(doc, '$.k') WHERE id = 1

-- test: inserted from JSON_TABLE
-- since: 17
INSERT INTO users (id, display_name, email) SELECT j.id, j.n, 'j' || j.id FROM JSON_TABLE(jsonb '[{"id": 50, "n": "a"}, {"id": 51}]', '$[*]' COLUMNS (id int PATH '$.id', n text PATH '$.n')) j
