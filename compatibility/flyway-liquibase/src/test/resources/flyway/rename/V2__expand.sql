ALTER TABLE people ADD COLUMN display_name varchar(100) COLLATE "C";
CREATE INDEX people_display_name ON people (display_name);
ALTER TABLE notes ADD COLUMN content varchar(1000);
