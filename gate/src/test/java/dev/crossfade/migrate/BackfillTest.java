package dev.crossfade.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Practice B1 to B4: batches by key, nobody waited for, and an end that a count proves. */
class BackfillTest {

  private static BackfillPolicy batches(int rows, Duration patience) {
    return new BackfillPolicy(rows, rows, Duration.ofMillis(200), patience, 0);
  }

  @Test
  void everyRowIsFilled() {
    Stage stage = Stage.users(5_000);
    stage.expand();
    assertThat(stage.verify().differing()).isEqualTo(5_000);
    Backfill.Result result = stage.backfill();
    assertThat(result.moved()).isEqualTo(5_000);
    assertThat(result.passes()).isEqualTo(1);
    assertThat(stage.verify()).isEqualTo(new Verify.Result(5_000, 0, java.util.List.of(), false));
  }

  @Test
  void runningItAgainWritesNothing() {
    Stage stage = Stage.users(3_000);
    stage.expand();
    stage.backfill();
    String before = stage.one("SELECT max(xmin::text::bigint) FROM users");
    assertThat(stage.backfill().moved()).isZero();
    assertThat(stage.one("SELECT max(xmin::text::bigint) FROM users")).isEqualTo(before);
  }

  @Test
  void nullIsNotNotMigrated() {
    Stage stage = Stage.users(4);
    stage.expand();
    stage.run(
        "UPDATE users SET display_name = 'stale' WHERE id = 1;"
            + "UPDATE users SET full_name = NULL, display_name = 'stale' WHERE id = 2;"
            + "UPDATE users SET display_name = full_name WHERE id = 3");
    assertThat(stage.backfill().moved()).isEqualTo(3);
    assertThat(stage.query("SELECT display_name FROM users ORDER BY id"))
        .containsExactly("name 1", null, "name 3", "name 4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id bigint PRIMARY KEY; i",
        "id uuid PRIMARY KEY; md5(CAST(i AS text))::uuid",
        "id text PRIMARY KEY; 'k' || (i * 7919 % 1000003)",
        "id timestamptz PRIMARY KEY; 'epoch'::timestamptz + i * interval '1.000001 second'",
        "id numeric UNIQUE NOT NULL; i / 7.0",
        "id double precision PRIMARY KEY; i / 7.0::float8",
        "id bytea PRIMARY KEY; decode(md5(CAST(i AS text)), 'hex')",
        "a int, id text, PRIMARY KEY (a, id); i % 10, 'x' || i",
        "a date, id smallint, b bool, PRIMARY KEY (id, a, b);"
            + " 'epoch'::date + i / 100, i % 100, i % 2 = 0",
      })
  void goesThroughAnyKey(String table) {
    String[] parts = table.split(";");
    Stage stage = new Stage("users.full_name:display_name");
    stage.run(
        "CREATE TABLE users ("
            + parts[0]
            + ", full_name text); INSERT INTO users SELECT "
            + parts[1]
            + ", 'n' || i FROM generate_series(1, 1037) i");
    stage.expand();
    Backfill.Result result =
        new Backfill(stage.database(), stage.rename)
            .run(batches(100, Duration.ofSeconds(10)), stage);
    assertThat(result.moved()).isEqualTo(1_037);
    assertThat(result.seen()).isEqualTo(1_037);
    assertThat(stage.one("SELECT count(*) FROM users WHERE full_name = display_name"))
        .isEqualTo("1037");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "json|'{\"a\": 1}'",
        "jsonb|'{\"a\": 1}'",
        "point|'(1,2)'",
        "xml|'<a/>'",
        "int[]|'{1,NULL}'",
        "numeric(8,3)|'1.100'",
        "bytea|'\\x00ff'",
        "mood|'ok'",
        "short|'abc'",
        "pair|ROW(1, NULL)",
        "char(5)|'ab'",
      })
  void copiesAnyType(String type) {
    String[] parts = type.split("\\|");
    Stage stage = new Stage("users.full_name:display_name");
    stage.run(
        "CREATE TYPE mood AS ENUM ('ok'); CREATE DOMAIN short AS varchar(5);"
            + "CREATE TYPE pair AS (a int, b text);"
            + "CREATE TABLE users (id int PRIMARY KEY, full_name "
            + parts[0]
            + "); INSERT INTO users VALUES (1, "
            + parts[1]
            + "), (2, NULL)");
    stage.expand();
    assertThat(stage.backfill().moved()).isEqualTo(1);
    assertThat(stage.one("SELECT CAST(display_name AS text) FROM users WHERE id = 1"))
        .isEqualTo(stage.one("SELECT CAST(full_name AS text) FROM users WHERE id = 1"));
  }

  @Test
  void valuesThatOnlyCompareEqualAreCopiedExactly() {
    Stage stage = new Stage("users.full_name:display_name");
    stage.run(
        "CREATE COLLATION nocase (provider = icu, locale = 'und-u-ks-level2', deterministic = false);"
            + "CREATE TABLE users (id int PRIMARY KEY, full_name text COLLATE nocase);"
            + "INSERT INTO users VALUES (1, 'ABC')");
    stage.expand();
    stage.run("UPDATE users SET display_name = 'abc'");
    assertThat(stage.one("SELECT full_name = display_name FROM users")).isEqualTo("t");
    assertThat(stage.verify().differing()).isEqualTo(1);
    stage.backfill();
    assertThat(stage.one("SELECT display_name FROM users")).isEqualTo("ABC");
  }

  @Test
  void aLockedRowIsSkippedAndComeBackTo() throws Exception {
    Stage stage = Stage.users(2_000);
    stage.expand();
    try (Connection other = stage.postgres.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("UPDATE users SET full_name = 'changed' WHERE id = 777");
      CompletableFuture<Backfill.Result> filling =
          Beside.run(
              () ->
                  new Backfill(stage.database(), stage.rename)
                      .run(batches(100, Duration.ofSeconds(60)), stage));
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      while (!stage
          .one("SELECT count(*) FROM users WHERE display_name IS NOT NULL")
          .equals("1999")) {
        assertThat(System.nanoTime()).isLessThan(deadline);
        TimeUnit.MILLISECONDS.sleep(10);
      }
      assertThat(filling).isNotDone();
      other.commit();
      Backfill.Result result = filling.get(30, TimeUnit.SECONDS);
      assertThat(result.moved()).isEqualTo(2_000);
      assertThat(result.cameBackTo()).isEqualTo(1);
    }
    assertThat(stage.one("SELECT display_name FROM users WHERE id = 777")).isEqualTo("changed");
  }

  @Test
  void rowsThatStayLockedEndWithAnErrorAndNoSuccess() throws Exception {
    Stage stage = Stage.users(100);
    stage.expand();
    try (Connection other = stage.postgres.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("SELECT * FROM users WHERE id = 7 FOR UPDATE");
      assertThatThrownBy(
              () ->
                  new Backfill(stage.database(), stage.rename)
                      .run(batches(10, Duration.ofMillis(300)), stage))
          .hasMessageStartingWith("[rows-stay-locked] 1 row stayed locked");
      other.rollback();
    }
    assertThat(stage.backfill().moved()).isEqualTo(1);
  }

  @Test
  void concurrentWritersOfBothPhasesLoseNothing() throws Exception {
    Stage stage = Stage.users(20_000);
    stage.expand();
    AtomicBoolean stop = new AtomicBoolean();
    CompletableFuture<Integer> dual = Beside.run(() -> write(stage, stop, true, 1));
    CompletableFuture<Integer> onlyOld = Beside.run(() -> write(stage, stop, false, 2));
    CompletableFuture<Backfill.Result> filling =
        Beside.run(
            () -> {
              TimeUnitSleep.untilSome(stage);
              stop.set(true);
              return new Backfill(stage.database(), stage.rename)
                  .run(batches(500, Duration.ofSeconds(30)), stage);
            });
    filling.get(60, TimeUnit.SECONDS);
    assertThat(dual.get(30, TimeUnit.SECONDS)).isPositive();
    assertThat(onlyOld.get(30, TimeUnit.SECONDS)).isPositive();
    stage.backfill();
    assertThat(stage.verify().differing()).isZero();
    assertThat(stage.one("SELECT count(*) FROM users WHERE full_name LIKE 'w%'")).isNotEqualTo("0");
  }

  private static int write(Stage stage, AtomicBoolean stop, boolean both, int seed) {
    java.util.Random random = new java.util.Random(seed);
    int writes = 0;
    try (Connection connection = stage.postgres.connect();
        PreparedStatement update =
            connection.prepareStatement(
                both
                    ? "UPDATE users SET full_name = ?, display_name = ? WHERE id = ?"
                    : "UPDATE users SET full_name = ? WHERE id = ?")) {
      while (!stop.get() || writes == 0) {
        String value = "w" + seed + "-" + writes;
        update.setString(1, value);
        if (both) {
          update.setString(2, value);
        }
        update.setLong(both ? 3 : 2, 1 + random.nextInt(20_000));
        update.executeUpdate();
        writes++;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return writes;
  }

  /** Waits until both writers have written. */
  private static final class TimeUnitSleep {
    static void untilSome(Stage stage) {
      while (Integer.parseInt(
              stage.one(
                  "SELECT count(DISTINCT left(full_name, 2)) FROM users"
                      + " WHERE full_name LIKE 'w%'"))
          < 2) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void aWriterThatKeepsUndoingItEndsWithAnError() {
    Stage stage = Stage.users(50);
    stage.expand();
    stage.run(
        "CREATE FUNCTION undo() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN NEW.display_name := NULL; RETURN NEW; END';"
            + "CREATE TRIGGER undo BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION undo()");
    assertThatThrownBy(stage::backfill)
        .hasMessageStartingWith("[backfill-incomplete] 50 rows of public.users still differ");
  }

  @Test
  void anErrorInATriggerStopsItWithoutShowingTheRow() {
    Stage stage = Stage.users(50);
    stage.expand();
    stage.run(
        "CREATE FUNCTION bad() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN RAISE EXCEPTION ''bad name %'', NEW.full_name; END';"
            + "CREATE TRIGGER bad BEFORE UPDATE ON users FOR EACH ROW WHEN (NEW.id = 33)"
            + " EXECUTE FUNCTION bad()");
    assertThatThrownBy(stage::backfill)
        .hasMessageStartingWith("[database-error]")
        .hasMessageContaining("P0001")
        .hasMessageNotContaining("name 33");
  }

  @Test
  void aTriggersOwnSearchPathIsTheApplications() {
    Stage stage = Stage.users(5);
    stage.expand();
    stage.run(
        "CREATE TABLE log (id bigint);"
            + "CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN INSERT INTO log VALUES (NEW.id); RETURN NEW; END';"
            + "CREATE TRIGGER note AFTER UPDATE ON users FOR EACH ROW EXECUTE FUNCTION note()");
    stage.backfill();
    assertThat(stage.one("SELECT count(*) FROM log")).isEqualTo("5");
  }

  @Test
  void aDatabaseThatDefaultsToRepeatableReadIsBackfilledToo() throws Exception {
    Stage stage = Stage.users(500);
    stage.expand();
    stage.run(
        "DO $$ BEGIN EXECUTE 'ALTER DATABASE ' || current_database()"
            + " || ' SET default_transaction_isolation = ''repeatable read'''; END $$");
    assertThat(stage.backfill().moved()).isEqualTo(500);
  }

  @Test
  void aTableWithoutAKeyIsRefused() {
    Stage stage = new Stage("users.full_name:display_name");
    stage.run("CREATE TABLE users (id int UNIQUE, full_name text)");
    stage.expand();
    assertThatThrownBy(stage::backfill).hasMessageStartingWith("[no-row-key]");
    assertThat(stage.verify().differing()).isZero();
  }

  @Test
  void aMisspeltNewColumnIsNotOverwritten() {
    Stage stage = Stage.users(5);
    stage.expand();
    Backfill wrong = new Backfill(stage.database(), Spelling.parse("users.full_name:email"));
    assertThatThrownBy(() -> wrong.run(BackfillPolicy.DEFAULT, stage))
        .hasMessageStartingWith("[column-not-ours]");
    assertThat(stage.one("SELECT email FROM users WHERE id = 1")).isEqualTo("1@acme.com");
  }

  @Test
  void beforeExpandItIsRefused() {
    assertThatThrownBy(() -> Stage.users(1).backfill())
        .hasMessageStartingWith("[not-expanded]")
        .hasMessageContaining("crossfade expand users.full_name:display_name");
  }

  @Test
  void aDryRunChangesNothing() {
    Stage stage = Stage.users(5);
    stage.expand();
    assertThat(new Backfill(stage.database(), stage.rename).plan(BackfillPolicy.DEFAULT).sql())
        .contains("SKIP LOCKED");
    assertThat(stage.verify().differing()).isEqualTo(5);
  }

  @Test
  void verifyShowsKeysOnlyWhenAsked() {
    Stage stage = Stage.users(25);
    stage.expand();
    stage.backfill();
    stage.run("UPDATE users SET full_name = 'x' WHERE id IN (3, 9, 20)");
    assertThat(stage.verify().keys()).isEmpty();
    Verify.Result result = new Verify(stage.database(), stage.rename, 2).run(stage);
    assertThat(result.differing()).isEqualTo(3);
    assertThat(result.keys()).containsExactly(java.util.List.of("3"), java.util.List.of("9"));
  }
}
