package dev.crossfade.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossfade.model.CrossfadeException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Practice E1, E3, E8: the new column gets what the old one has, and nobody is broken. */
class ExpandTest {

  private static String indexOn(Stage stage, String name) {
    return stage.one("SELECT pg_get_indexdef(CAST('" + name + "' AS regclass))");
  }

  @Test
  void addsANullableColumnOfTheSameTypeWithoutFillingIt() {
    Stage stage = new Stage("users.full_name:display_name");
    stage.run(
        "CREATE COLLATION german (provider = libc, locale = 'C');"
            + "CREATE TABLE users (id int PRIMARY KEY,"
            + " full_name varchar(40) COLLATE german NOT NULL DEFAULT 'nobody');"
            + "INSERT INTO users VALUES (1, 'Ada')");
    stage.expand();
    assertThat(
            stage.one(
                "SELECT format_type(atttypid, atttypmod) || attnotnull || collname FROM pg_attribute a"
                    + " JOIN pg_collation c ON c.oid = attcollation"
                    + " WHERE attrelid = 'users'::regclass AND attname = 'display_name'"))
        .isEqualTo("character varying(40)falsegerman");
    // A default that filled old rows would hide the old column's value from a fallback read.
    assertThat(stage.one("SELECT display_name FROM users WHERE id = 1")).isNull();
    stage.run("INSERT INTO users VALUES (2)");
    assertThat(stage.one("SELECT display_name FROM users WHERE id = 2")).isEqualTo("nobody");
  }

  @Test
  void marksItsColumnForPeopleAndKeepsTheComment() {
    Stage stage = Stage.users(1).run("COMMENT ON COLUMN users.full_name IS 'it''s \\ a name'");
    stage.expand();
    assertThat(stage.one("SELECT col_description('users'::regclass, 4)"))
        .isEqualTo("it's \\ a name\n[crossfade] takes the place of \"full_name\"");
  }

  @Test
  void buildsEveryKindOfIndexConcurrently() {
    Stage stage =
        Stage.users(100)
            .run(
                "CREATE INDEX plain ON users (full_name);"
                    + "CREATE UNIQUE INDEX pair ON users (email, full_name DESC NULLS LAST);"
                    + "CREATE INDEX partial ON users (full_name text_pattern_ops)"
                    + " INCLUDE (email) WITH (fillfactor = 70) WHERE id > 10;"
                    + "CREATE INDEX mixed ON users (lower(email), full_name COLLATE \"C\");"
                    + "CREATE INDEX hashed ON users USING hash (full_name);"
                    + "CREATE INDEX untouched ON users (email)");
    Expand.Result result = stage.expand();
    assertThat(result.decisions()).isEmpty();
    assertThat(indexOn(stage, "users_display_name_idx"))
        .isEqualTo("CREATE INDEX users_display_name_idx ON public.users USING hash (display_name)");
    assertThat(indexOn(stage, "users_email_display_name_idx"))
        .isEqualTo(
            "CREATE UNIQUE INDEX users_email_display_name_idx ON public.users USING btree"
                + " (email, display_name DESC NULLS LAST)");
    assertThat(indexOn(stage, "users_expr_display_name_idx"))
        .isEqualTo(
            "CREATE INDEX users_expr_display_name_idx ON public.users USING btree"
                + " (lower(email), display_name COLLATE \"C\")");
    assertThat(indexOn(stage, "users_display_name_idx1"))
        .isEqualTo(
            "CREATE INDEX users_display_name_idx1 ON public.users USING btree"
                + " (display_name text_pattern_ops) INCLUDE (email) WITH (fillfactor='70')"
                + " WHERE (id > 10)");
    assertThat(indexOn(stage, "users_display_name_idx2"))
        .isEqualTo(
            "CREATE INDEX users_display_name_idx2 ON public.users USING btree (display_name)");
    assertThat(stage.query("SELECT 1 FROM pg_index WHERE NOT indisvalid")).isEmpty();
  }

  @Test
  void carriesUniqueConstraintsGrantsAndStatistics() {
    Stage stage =
        Stage.users(10)
            .run(
                "ALTER TABLE users ADD CONSTRAINT one_name UNIQUE (full_name)"
                    + " DEFERRABLE INITIALLY DEFERRED;"
                    + "ALTER TABLE users ALTER COLUMN full_name SET STATISTICS 500;"
                    + "DROP ROLE IF EXISTS \"app reader\"; CREATE ROLE \"app reader\";"
                    + "GRANT SELECT (full_name), UPDATE (full_name) ON users TO \"app reader\""
                    + " WITH GRANT OPTION; GRANT SELECT (full_name) ON users TO PUBLIC");
    stage.expand();
    assertThat(
            stage.one(
                "SELECT pg_get_constraintdef(oid) FROM pg_constraint"
                    + " WHERE conname = 'users_display_name_key'"))
        .isEqualTo("UNIQUE (display_name) DEFERRABLE INITIALLY DEFERRED");
    assertThat(
            stage.query(
                "SELECT DISTINCT CAST(attacl AS text) || attstattarget FROM pg_attribute"
                    + " WHERE attrelid = 'users'::regclass"
                    + " AND attname IN ('full_name', 'display_name')"))
        .hasSize(1);
  }

  @Test
  void runningItAgainFindsNothingToDo() {
    Stage stage = Stage.users(10).run("CREATE INDEX ON users (full_name)");
    assertThat(stage.expand().ran()).isEqualTo(2);
    assertThat(stage.expand().ran()).isZero();
    assertThat(new Expand(stage.database(), stage.rename, false).plan().pending()).isEmpty();
  }

  @Test
  void aRunThatWasKilledAfterAnyStepIsContinued() {
    Stage stage =
        Stage.users(10)
            .run(
                "CREATE INDEX ON users (full_name); CREATE INDEX ON users (email, full_name);"
                    + "ALTER TABLE users ALTER COLUMN full_name SET DEFAULT 'x',"
                    + " ALTER COLUMN full_name SET STATISTICS 7");
    int steps = 0;
    while (true) {
      List<Step> pending = new Expand(stage.database(), stage.rename, false).plan().pending();
      if (pending.isEmpty()) {
        break;
      }
      // One step alone, as if the process ended behind it.
      try (SafeDdl ddl = new SafeDdl(stage.database(), Stage.IMPATIENT, stage)) {
        assertThat(ddl.attempt(pending.get(0))).isTrue();
      }
      steps++;
      assertThat(steps).isLessThanOrEqualTo(5);
    }
    assertThat(steps).isEqualTo(5);
    assertThat(stage.expand().ran()).isZero();
  }

  @Test
  void anInvalidIndexIsDroppedAndBuiltAnew() {
    Stage stage = Stage.users(10).run("CREATE UNIQUE INDEX ON users (full_name)");
    stage.run(
        "ALTER TABLE users ADD COLUMN display_name text;"
            + "COMMENT ON COLUMN users.display_name IS"
            + " '[crossfade] takes the place of \"full_name\"';"
            + "UPDATE users SET display_name = 'canary'");
    // As a real failure leaves it: duplicates stop the build in its second phase.
    assertThatThrownBy(() -> stage.expand())
        .isInstanceOf(CrossfadeException.class)
        .hasMessageContaining("[database-error]")
        .hasMessageContaining("23505")
        .hasMessageNotContaining("canary");
    assertThat(stage.query("SELECT 1 FROM pg_index WHERE NOT indisvalid")).hasSize(1);
    stage.run("UPDATE users SET display_name = full_name");
    assertThat(stage.expand().ran()).isEqualTo(2);
    assertThat(stage.told).anyMatch(line -> line.contains("drop the invalid index"));
    assertThat(stage.query("SELECT 1 FROM pg_index WHERE NOT indisvalid")).isEmpty();
    assertThat(indexOn(stage, "users_display_name_idx")).contains("UNIQUE");
  }

  @Test
  void whatCanNotBeCarriedOverIsTold() {
    Stage stage =
        Stage.users(10)
            .run(
                "ALTER TABLE users ALTER COLUMN full_name SET NOT NULL,"
                    + " ALTER COLUMN full_name SET DEFAULT gen_random_uuid(),"
                    + " ADD CONSTRAINT not_blank CHECK (full_name <> ''),"
                    + " ADD COLUMN shout text GENERATED ALWAYS AS (upper(full_name)) STORED;"
                    + "CREATE INDEX lowered ON users (lower(full_name));"
                    + "CREATE INDEX named ON users (email) WHERE full_name IS NOT NULL;"
                    + "CREATE VIEW names AS SELECT full_name FROM users;"
                    + "CREATE STATISTICS st ON full_name, email FROM users;"
                    + "CREATE FUNCTION greet() RETURNS text LANGUAGE sql AS"
                    + " 'SELECT full_name FROM users LIMIT 1';"
                    + "CREATE PUBLICATION pub FOR TABLE users (id, full_name)");
    assertThat(stage.expand().decisions())
        .extracting(Decision::what)
        .containsExactlyInAnyOrder(
            "DEFAULT gen_random_uuid()",
            "NOT NULL of full_name",
            "index lowered",
            "index named",
            "check constraint not_blank",
            "generated column shout",
            "view public.names",
            "extended statistics st",
            "publication pub",
            "function public.greet()");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nobody.full_name:display_name | no-such-table",
        "users.fullname:display_name   | no-such-column",
        "users.full_name:age           | column-type-differs",
        "users.full_name:email         | column-not-ours",
        "users.id:key                  | unsupported-column",
        "users.serial:number           | unsupported-column",
        "users.twice:double            | unsupported-column",
        "parted.full_name:display_name | unsupported-table",
        "names.full_name:display_name  | unsupported-table",
        "parent.full_name:display_name | unsupported-table",
        "users.full_name:nick          | column-in-transition",
        "users.calling_name:nick       | column-in-transition",
        "users.nick:nickname           | column-in-transition",
      })
  void whatCanNotBeIsRefusedAndNothingChanges(String rename, String id) {
    Stage stage = new Stage(rename);
    stage.run(
        "CREATE TABLE users (id int PRIMARY KEY, full_name text, email text, age int,"
            + " serial int GENERATED ALWAYS AS IDENTITY,"
            + " twice int GENERATED ALWAYS AS (age * 2) STORED, calling_name text);"
            + "CREATE TABLE parted (full_name text) PARTITION BY LIST (full_name);"
            + "CREATE VIEW names AS SELECT full_name FROM users;"
            + "CREATE TABLE parent (full_name text); CREATE TABLE child () INHERITS (parent)");
    if (rename.startsWith("users.full_name:nick")) {
      new Expand(stage.database(), Spelling.parse("users.full_name:shown_name"), false)
          .run(Stage.IMPATIENT, stage);
    } else if (rename.contains("nick")) {
      stage.run(
          "ALTER TABLE users ADD COLUMN nick text;"
              + "COMMENT ON COLUMN users.nick IS '[crossfade] takes the place of \"email\"'");
    }
    String columns =
        "SELECT string_agg(attrelid::regclass || attname, ',' ORDER BY 1) FROM pg_attribute"
            + " WHERE attnum > 0 AND attrelid > 16384";
    String before = stage.one(columns);
    assertThatThrownBy(stage::expand)
        .isInstanceOf(CrossfadeException.class)
        .hasMessageStartingWith("[" + id + "]");
    assertThat(stage.one(columns)).isEqualTo(before);
  }

  @Test
  void aColumnThatAnotherToolAddedIsTakenOnlyOnTheOperatorsWord() {
    Stage stage = Stage.users(1).run("ALTER TABLE users ADD COLUMN display_name text");
    assertThatThrownBy(stage::expand).hasMessageContaining("--adopt");
    new Expand(stage.database(), stage.rename, true).run(Stage.IMPATIENT, stage);
    assertThat(stage.expand().ran()).isZero();
  }

  @Test
  void namesThatNeedQuotesAreQuoted() {
    Stage stage = new Stage("\"Users; DROP\".\"Full \"\"Name\":\"order by\"");
    stage.run(
        "CREATE TABLE \"Users; DROP\" (id int PRIMARY KEY, \"Full \"\"Name\" text);"
            + "CREATE INDEX ON \"Users; DROP\" (\"Full \"\"Name\");"
            + "INSERT INTO \"Users; DROP\" VALUES (1, 'x')");
    stage.expand();
    stage.backfill();
    assertThat(stage.one("SELECT \"order by\" FROM \"Users; DROP\"")).isEqualTo("x");
    assertThat(stage.verify().differing()).isZero();
  }

  @Test
  void aNameOf63BytesGetsAnIndexWhoseNameIsNotCut() {
    String longest = "ü".repeat(31) + "x";
    Stage stage = new Stage("users.full_name:" + longest);
    stage.run(
        "CREATE TABLE users (id int PRIMARY KEY, full_name text);"
            + "CREATE INDEX ON users (full_name); CREATE INDEX ON users (full_name DESC)");
    stage.expand();
    assertThat(stage.query("SELECT 1 FROM pg_index WHERE indrelid = 'users'::regclass")).hasSize(5);
    assertThat(stage.expand().ran()).isZero();
  }

  @Test
  void ofTwoSchemasTheNamedOneIsChanged() {
    Stage stage = new Stage("audit.users.full_name:display_name");
    stage.run(
        "CREATE SCHEMA audit; CREATE TABLE audit.users (id int PRIMARY KEY, full_name text);"
            + "CREATE TABLE users (id int PRIMARY KEY, full_name text)");
    stage.expand();
    assertThat(
            stage.query(
                "SELECT attrelid::regclass FROM pg_attribute WHERE attname = 'display_name'"))
        .containsExactly("audit.users");
  }
}
