-- schema: names

-- test: year and value
SELECT value, month FROM calendar WHERE value = 2020

-- test: value as a label too
SELECT value AS value, c.value AS year FROM calendar c ORDER BY c.value, id

-- test: value grouped
SELECT value, count(*) FROM calendar GROUP BY value ORDER BY value

-- test: value beside the key word VALUES
SELECT value FROM calendar WHERE value IN (VALUES (2020), (2021))

-- test: extract's field is no column
SELECT extract(year FROM date '2020-01-01'), value FROM calendar

-- test: interval's unit is no column
SELECT interval '1' year, value FROM calendar

-- test: json value
-- since: 17
SELECT JSON_VALUE('{"value": 1}', '$.value'), value FROM calendar

-- test: insert value
-- params: int 50, int 1999
INSERT INTO calendar (id, value) VALUES (?, ?)

-- test: update value
UPDATE calendar SET value = value + 1 WHERE value > 2020 RETURNING value

-- test: reserved words in quotes
SELECT "order" FROM calendar ORDER BY "order", id

-- test: reserved words in quotes, qualified
SELECT c."order", user IS NOT NULL FROM calendar c WHERE c."order" LIKE 'u%'

-- test: the function user is no column
SELECT id FROM calendar WHERE user IS NOT NULL AND "order" IS NULL

-- test: update of a reserved word
-- params: text 'x', int 1
UPDATE calendar SET "order" = ? WHERE id = ?

-- test: insert of reserved words
-- names: star
INSERT INTO calendar (id, "order", value) VALUES (50, 'o', 2000) RETURNING "order", value, *

-- test: both keyword columns at once
UPDATE calendar SET value = value + length("order"), "order" = "order" || value WHERE id < 3

-- test: mixed case and spaces
SELECT "Größe ""x""" FROM "Full Table"

-- test: mixed case and spaces, qualified and labelled
SELECT t."Größe ""x""" AS "Other" FROM "Full Table" t WHERE t."Größe ""x""" = 'F1' ORDER BY "Other"

-- test: upper-case name beside its lower-case twin
SELECT "FULL_NAME" FROM "Full Table" WHERE "FULL_NAME" <> 'l2'

-- test: insert of mixed-case names
-- params: int 50, text 'a', text 'b'
INSERT INTO "Full Table" (id, "Größe ""x""", "FULL_NAME") VALUES (?, ?, ?) RETURNING "FULL_NAME", "Größe ""x"""

-- test: update of mixed-case names
UPDATE "Full Table" SET "Größe ""x""" = "FULL_NAME", "FULL_NAME" = "Größe ""x""" || '!' WHERE id < 4

-- test: unicode-escaped identifier
SELECT U&"Gr\00F6\00DFe ""x""" FROM "Full Table"

-- test: unicode-escaped identifier with another escape character
SELECT U&"Gr!00F6!00DFe ""x""" UESCAPE '!' FROM "Full Table"

-- test: star of mixed case
-- names: star
SELECT * FROM "Full Table"

-- test: 63 bytes
SELECT b23456789012345678901234567890123456789012345678901234567890123 FROM long ORDER BY id

-- test: more than 63 bytes are cut by the server
SELECT b23456789012345678901234567890123456789012345678901234567890123456 FROM long

-- test: non-ASCII without quotes
SELECT naïve FROM long WHERE naïve > 'g1'

-- test: non-ASCII in capitals
SELECT l.NAïVE FROM long l

-- test: insert of non-ASCII names
INSERT INTO long (id, naïve, b23456789012345678901234567890123456789012345678901234567890123) VALUES (50, 'ñ', '漢字') RETURNING naïve

-- test: update of non-ASCII names
UPDATE long SET naïve = naïve || '日本' WHERE id = 1

-- test: everything is a key word
SELECT "where" FROM "select" WHERE "where" <> 'f1' ORDER BY "where"

-- test: everything is a key word, grouped
SELECT "group", max("where") FROM "select" GROUP BY "group" HAVING max("where") > 'f'

-- test: everything is a key word, written
UPDATE "select" SET "where" = "where" || "group" WHERE "where" = 'f1' RETURNING "where"

-- test: everything is a key word, inserted
INSERT INTO "select" (id, "where", "group") VALUES (50, 'w', 'g')

-- test: a name with an end of comment and a question mark
-- names: star
SELECT * FROM "sp ace"

-- test: a name with an end of comment
-- params: text 'q1'
SELECT "c*/d" FROM "sp ace" WHERE "c*/d" = ?

-- test: a name with an end of comment, written
-- params: text 'q9', int 1
UPDATE "sp ace" SET "c*/d" = ? WHERE id = ?
