UPDATE people SET ${name} = upper(${name}) WHERE ${name} = 'Ada';
INSERT INTO people (id, ${name}, email, age) SELECT 50, ${name} || ' the 2nd', 'second@x', age FROM people WHERE id = 2;
DELETE FROM people WHERE ${name} = 'O''Hara';
UPDATE notes n SET ${text} = p.${name} FROM people p WHERE p.id = n.person_id AND n.id = 3;
