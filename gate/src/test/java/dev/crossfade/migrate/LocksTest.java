package dev.crossfade.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.server.Database;
import dev.crossfade.testing.Postgres;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Practice L1, L2, L5: short waits, retries, blockers told, one migration at a time. */
class LocksTest {

  @Test
  void waitsForAStrangersLockAndSucceedsOnceItIsReleased() throws Exception {
    Stage stage = Stage.users(10);
    try (Connection stranger = stage.postgres.connect();
        Statement statement = stranger.createStatement()) {
      stranger.setAutoCommit(false);
      statement.execute("SELECT email FROM users WHERE full_name = 'secret-canary' AND id = 4711");
      CompletableFuture<Expand.Result> expanding =
          Beside.run(
              () -> new Expand(stage.database(), stage.rename, false).run(Stage.STUBBORN, stage));
      await(stage, "attempt 2 of");
      assertThat(expanding).isNotDone();
      stranger.rollback();
      assertThat(expanding.get(30, TimeUnit.SECONDS).ran()).isEqualTo(1);
    }
    assertThat(stage.told).noneMatch(line -> line.contains("secret") || line.contains("4711"));
  }

  @Test
  void givesUpWithAClearErrorIfTheLockIsNeverReleased() throws Exception {
    Stage stage = Stage.users(10);
    try (Connection stranger = stage.postgres.connect();
        Statement statement = stranger.createStatement()) {
      stranger.setAutoCommit(false);
      statement.execute("SELECT email FROM users WHERE full_name = 'secret-canary'");
      int pid = stranger.unwrap(org.postgresql.PGConnection.class).getBackendPID();
      assertThatThrownBy(stage::expand)
          .isInstanceOf(CrossfadeException.class)
          .hasMessageStartingWith("[lock-not-granted]")
          .hasMessageContaining("in 3 attempts")
          .hasMessageContaining("pid " + pid)
          .hasMessageContaining("idle in transaction")
          .hasMessageContaining("select email from users where full_name = ?")
          .hasMessageNotContaining("secret");
      assertThat(stage.told).anyMatch(line -> line.contains("waiting for pid " + pid));
      stranger.rollback();
    }
    assertThat(stage.expand().ran()).isEqualTo(1);
  }

  @Test
  void aReaderIsNotHeldUpLongerThanTheLockTimeout() throws Exception {
    Stage stage = Stage.users(10);
    try (Connection stranger = stage.postgres.connect();
        Connection reader = stage.postgres.connect();
        Statement holding = stranger.createStatement();
        Statement reading = reader.createStatement()) {
      stranger.setAutoCommit(false);
      holding.execute("SELECT * FROM users");
      CompletableFuture<Expand.Result> expanding =
          Beside.run(
              () -> new Expand(stage.database(), stage.rename, false).run(Stage.STUBBORN, stage));
      await(stage, "waiting for pid");
      reading.execute("SET statement_timeout = '5s'");
      // Stands in the queue behind our ALTER TABLE until its lock_timeout ends.
      reading.execute("SELECT count(*) FROM users");
      stranger.rollback();
      assertThat(expanding.get(30, TimeUnit.SECONDS).ran()).isEqualTo(1);
    }
  }

  @Test
  void aSessionThatIsKilledWhileItBuildsAnIndexIsContinued() throws Exception {
    Stage stage = Stage.users(10).run("CREATE INDEX ON users (full_name)");
    try (Connection stranger = stage.postgres.connect();
        Statement statement = stranger.createStatement()) {
      CompletableFuture<Expand.Result> expanding = null;
      try (SafeDdl first = new SafeDdl(stage.database(), Stage.IMPATIENT, stage)) {
        Step add = new Expand(stage.database(), stage.rename, false).plan().pending().get(0);
        assertThat(first.attempt(add)).isTrue();
      }
      // A transaction that wrote the table keeps CREATE INDEX CONCURRENTLY in its first wait.
      stranger.setAutoCommit(false);
      statement.execute("UPDATE users SET email = 'x' WHERE id = 1");
      expanding = Beside.run(stage::expand);
      await(stage, "waiting for pid");
      assertThat(
              stage.query(
                  "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                      + " WHERE query LIKE 'CREATE INDEX CONCURRENTLY%'"))
          .containsExactly("t");
      assertThatThrownBy(expanding::join).hasMessageContaining("[database-error]");
      assertThat(stage.query("SELECT 1 FROM pg_index WHERE NOT indisvalid")).hasSize(1);
      stranger.rollback();
    }
    assertThat(stage.expand().ran()).isEqualTo(2);
    assertThat(stage.query("SELECT 1 FROM pg_index WHERE NOT indisvalid")).isEmpty();
  }

  @Test
  void aSecondMigrationInTheDatabaseIsRefused() throws Exception {
    Stage stage = Stage.users(10);
    try (MigrationLock first = MigrationLock.ofDatabase(stage.database())) {
      assertThatThrownBy(stage::expand)
          .hasMessageStartingWith("[migration-running]")
          .hasMessageContaining("holds the lock");
    }
    assertThat(stage.expand().ran()).isEqualTo(1);
    Database another = Database.of(Postgres.database().url(), null, null);
    try (MigrationLock first = MigrationLock.ofDatabase(another)) {
      assertThat(stage.expand().ran()).isZero();
    }
  }

  @Test
  void aSecondBackfillOfTheTableIsRefused() {
    Stage stage = Stage.users(10);
    stage.expand();
    long table = Long.parseLong(stage.one("SELECT 'users'::regclass::oid::bigint"));
    try (MigrationLock first = MigrationLock.ofTable(stage.database(), table)) {
      assertThatThrownBy(stage::backfill).hasMessageStartingWith("[migration-running]");
    }
    assertThat(stage.backfill().moved()).isEqualTo(10);
  }

  @Test
  void theSessionsOwnSettingsComeBack() throws Exception {
    Stage stage = Stage.users(10);
    try (SafeDdl ddl = new SafeDdl(stage.database(), Stage.IMPATIENT, stage)) {
      assertThat(ddl.attempt(Step.inTransaction("a", "CREATE TABLE public.a (x int)"))).isTrue();
      assertThat(
              ddl.attempt(
                  Step.inTransaction(
                      "b",
                      "CREATE TABLE public.b AS SELECT current_setting('lock_timeout') AS l,"
                          + " current_setting('statement_timeout') AS s")))
          .isTrue();
      assertThat(ddl.attempt(Step.concurrently("c", "CREATE INDEX CONCURRENTLY ON public.a (x)")))
          .isTrue();
    }
    assertThat(stage.one("SELECT l || s FROM b")).isEqualTo("700ms20s");
  }

  private static void await(Stage stage, String told) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (stage.told.stream().noneMatch(line -> line.contains(told))) {
      assertThat(System.nanoTime()).as(told).isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }
}
