-- Names that need care: key words, mixed case, non-ASCII, 63 bytes.
-- rename: calendar."year" -> value | 7000 + id
-- rename: calendar."user" -> "order" | 'stale ' || id
-- rename: "Full Table"."Full Name" -> "Größe ""x""" | 'stale ' || id
-- rename: "Full Table".full_name -> "FULL_NAME" | 'stale ' || id
-- rename: long.a23456789012345678901234567890123456789012345678901234567890123 -> b23456789012345678901234567890123456789012345678901234567890123 | 'stale ' || id
-- rename: long.größe -> naïve | 'stale ' || id
-- rename: "select"."from" -> "where" | 'stale ' || id
-- rename: "sp ace"."a?b" -> "c*/d" | 'stale ' || id

-- section: original
CREATE TABLE calendar (id int PRIMARY KEY, "year" int, "user" text, month int);
CREATE TABLE "Full Table" (id int PRIMARY KEY, "Full Name" text, full_name text, "Other" text);
CREATE TABLE long (id int PRIMARY KEY, a23456789012345678901234567890123456789012345678901234567890123 text, größe text);
CREATE TABLE "select" (id int PRIMARY KEY, "from" text, "group" text);
CREATE TABLE "sp ace" (id int PRIMARY KEY, "a?b" text);
INSERT INTO calendar VALUES (1, 2020, 'u1', 1), (2, 2021, 'u2', 2), (3, 2022, 'u3', 3), (4, 2020, NULL, 4);
INSERT INTO "Full Table" VALUES (1, 'F1', 'l1', 'o1'), (2, 'F2', 'l2', 'o2'), (3, 'F3', 'l3', 'o3'), (4, NULL, 'l4', 'o4');
INSERT INTO long VALUES (1, 'L1', 'g1'), (2, 'L2', 'g2'), (3, NULL, 'g3');
INSERT INTO "select" VALUES (1, 'f1', 'g1'), (2, 'f2', 'g1'), (3, 'f3', 'g2');
INSERT INTO "sp ace" VALUES (1, 'q1'), (2, 'q2'), (3, 'q3');

-- section: expand
ALTER TABLE calendar ADD value int, ADD "order" text;
ALTER TABLE "Full Table" ADD "Größe ""x""" text, ADD "FULL_NAME" text;
ALTER TABLE long ADD b23456789012345678901234567890123456789012345678901234567890123 text, ADD naïve text;
ALTER TABLE "select" ADD "where" text;
ALTER TABLE "sp ace" ADD "c*/d" text;

-- section: contract
ALTER TABLE calendar DROP "year", DROP "user";
ALTER TABLE "Full Table" DROP "Full Name", DROP full_name;
ALTER TABLE long DROP a23456789012345678901234567890123456789012345678901234567890123, DROP größe;
ALTER TABLE "select" DROP "from";
ALTER TABLE "sp ace" DROP "a?b";
