-- A change of data like any other, in the words of the old version and of the new one.
UPDATE people SET full_name = 'Ada Lovelace' WHERE full_name = 'Ada';
INSERT INTO people (id, display_name, email, age) VALUES (4, 'Alan', 'alan@x', 41);
UPDATE notes SET content = content || '!' WHERE id = 1;
