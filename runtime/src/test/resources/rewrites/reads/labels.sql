-- schema: users

-- test: cast keeps the column's label
SELECT display_name::text FROM users

-- test: CAST keeps the column's label
SELECT CAST(display_name AS varchar(3)) FROM users

-- test: double cast
SELECT display_name::varchar(5)::text FROM users

-- test: cast to another type's name
SELECT (display_name)::name FROM users

-- test: parentheses keep the label
SELECT (display_name) FROM users

-- test: qualified in parentheses
SELECT (u.display_name), ((u.display_name)) FROM users u

-- test: function's label is the function's
SELECT upper(display_name), lower(display_name) FROM users

-- test: coalesce
SELECT COALESCE(display_name, 'none') FROM users

-- test: nullif and greatest
SELECT NULLIF(display_name, ''), GREATEST(display_name, 'B'), LEAST(display_name, 'B') FROM users

-- test: case with an else that is the column is labelled by it
SELECT CASE WHEN id = 1 THEN 'first' ELSE display_name END FROM users

-- test: case whose else is another column
SELECT CASE WHEN display_name = 'Ada' THEN 'x' ELSE email END FROM users

-- test: case without else
SELECT CASE WHEN id < 3 THEN display_name END FROM users

-- test: simple case
SELECT CASE display_name WHEN 'Ada' THEN 1 WHEN 'Grace' THEN 2 ELSE 0 END FROM users

-- test: expression has no label
SELECT display_name || 'x', 'x' || display_name FROM users

-- test: scalar subquery is labelled by its column
SELECT (SELECT display_name FROM users WHERE id = 1)

-- test: scalar subquery with label inside
SELECT (SELECT display_name AS inner_name FROM users WHERE id = 1)

-- test: scalar subquery over an expression
SELECT (SELECT upper(display_name) FROM users WHERE id = 1), (SELECT max(display_name) FROM users)

-- test: array subquery
SELECT ARRAY(SELECT display_name FROM users ORDER BY id)

-- test: array literal
SELECT ARRAY[display_name, email] FROM users

-- test: exists label
SELECT EXISTS (SELECT display_name FROM users)

-- test: row
SELECT ROW(display_name, id) FROM users

-- test: implicit row
SELECT (display_name, id) FROM users

-- test: subscript of an array over it
SELECT (ARRAY[display_name, 'x'])[1] FROM users

-- test: collate keeps the label
SELECT display_name COLLATE "C" FROM users ORDER BY display_name COLLATE "C", id

-- test: is null
SELECT display_name IS NULL, display_name IS NOT NULL, display_name IS DISTINCT FROM 'Ada' FROM users

-- test: between, like, in
SELECT display_name BETWEEN 'A' AND 'B', display_name LIKE 'A%', display_name IN ('Ada', 'Alan') FROM users

-- test: aggregate with filter and order
SELECT string_agg(display_name, ',' ORDER BY id) FILTER (WHERE display_name <> 'Ada') FROM users

-- test: aggregate ordered by itself
SELECT string_agg(DISTINCT display_name, ',' ORDER BY display_name) FROM users

-- test: within group
SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY display_name), mode() WITHIN GROUP (ORDER BY display_name) FROM users

-- test: named argument and variadic
SELECT concat_ws('-', VARIADIC ARRAY[display_name, email]), make_interval(days => length(display_name)) FROM users

-- test: user function
SELECT shout(display_name) FROM users

-- test: special function syntax
SELECT substring(display_name FROM 1 FOR 2), trim(BOTH 'A' FROM display_name), position('a' IN display_name), overlay(display_name PLACING 'x' FROM 1 FOR 1) FROM users

-- test: extract-like keywords as labels
-- since: 14
SELECT display_name AS year, display_name AS "order", display_name value FROM users

-- test: json construction
SELECT json_build_object('display_name', display_name), jsonb_build_array(display_name) FROM users

-- test: SQL json constructors
-- since: 16
SELECT JSON_OBJECT('display_name': display_name), JSON_ARRAY(display_name NULL ON NULL) FROM users

-- test: xml
SELECT xmlelement(name display_name, display_name), xmlforest(id AS n) FROM users

-- test: xmlforest labels by the column
SELECT xmlforest(display_name) FROM users

-- test: label equals a keyword that needs AS
SELECT display_name AS "Display Name" FROM users
