package dev.crossfade.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossfade.Crossfade;
import dev.crossfade.model.Phase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * ON CONFLICT is decided by one unique index. A row that another session inserts at the same moment
 * may be met first in the other column's, which PostgreSQL reports as a violation.
 */
class UpsertRaceTest {

  private static final int THREADS = 8;
  private static final int ROUNDS = 150;

  private static final Users DATABASE = Users.expanded();

  private final Users users = DATABASE.reset();

  /** The control: with two indexes an upsert fails that with one never would. */
  @Test
  void withoutTheProxyTheSecondIndexIsViolated() throws Exception {
    String sql =
        "INSERT INTO users (full_name, display_name, age) VALUES (?, ?, 1)"
            + " ON CONFLICT (full_name) DO UPDATE SET age = users.age + 1";
    AtomicInteger violations = new AtomicInteger();
    for (int attempt = 0; attempt < 20 && violations.get() == 0; attempt++) {
      String key = "key " + attempt + "/";
      race(
          users.plain(),
          true,
          sql,
          (insert, round) -> {
            insert.setString(1, key + round);
            insert.setString(2, key + round);
            try {
              insert.executeUpdate();
            } catch (SQLException e) {
              assertThat(e.getSQLState()).isEqualTo("23505");
              violations.incrementAndGet();
            }
          });
    }
    System.out.println("UpsertRaceTest: " + violations + " violations without the proxy");
    assertThat(violations.get()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "DUAL_WRITE,full_name,true", "DUAL_WRITE,display_name,false",
    "FALLBACK_READ,full_name,false", "NEW_READ,display_name,true",
    "NEW_READ,full_name,false", "AFTER,display_name,true",
  })
  void anUpsertNeverFails(Phase phase, String name, boolean autocommit) throws Exception {
    String sql =
        "INSERT INTO users (%1$s, age) VALUES (?, 1) ON CONFLICT (%1$s) DO UPDATE SET age = users.age + 1"
            .formatted(name);
    race(
        users.in(phase),
        autocommit,
        sql,
        (insert, round) -> {
          insert.setString(1, "key " + round);
          assertThat(insert.executeUpdate()).isEqualTo(1);
        });
    assertThat(users.rows("SELECT count(*), min(age), max(age) FROM users"))
        .as("each of them was counted")
        .containsExactly(ROUNDS + "|" + THREADS + "|" + THREADS);
  }

  /** In the middle of a transaction there is no second try without autosave, but an explanation. */
  @ParameterizedTest
  @ValueSource(strings = {"never", "always"})
  void inTheMiddleOfATransactionItIsExplainedOrBehindAutosaveRepeated(String autosave)
      throws Exception {
    PGSimpleDataSource driver = new PGSimpleDataSource();
    driver.setURL(users.postgres().url() + "&autosave=" + autosave);
    AtomicInteger violations = new AtomicInteger();
    race(
        Crossfade.wrap(driver, Users.phases(Phase.NEW_READ)),
        false,
        "INSERT INTO users (display_name, age) VALUES (?, 1)"
            + " ON CONFLICT (display_name) DO UPDATE SET age = users.age + 1",
        (insert, round) -> {
          try (Statement before = insert.getConnection().createStatement()) {
            before.execute("SELECT 1");
          }
          insert.setString(1, "key " + round);
          try {
            insert.executeUpdate();
          } catch (SQLException e) {
            assertThat(e.getSQLState()).isEqualTo("23505");
            assertThat(e.getSuppressed()[0]).hasMessageContaining("upsert-raced");
            violations.incrementAndGet();
            insert.getConnection().rollback();
          }
        });
    System.out.println("UpsertRaceTest: " + violations + " explained, autosave " + autosave);
    if (autosave.equals("always")) {
      assertThat(violations).hasValue(0);
    }
    assertThat(users.rows("SELECT sum(age) FROM users"))
        .containsExactly("" + (ROUNDS * THREADS - violations.get()));
  }

  private interface Upsert {
    void execute(PreparedStatement insert, int round) throws SQLException;
  }

  private static void race(DataSource dataSource, boolean autocommit, String sql, Upsert upsert)
      throws Exception {
    Phaser start = new Phaser(THREADS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Object>> tasks = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        tasks.add(
            () -> {
              try (Connection connection = dataSource.getConnection();
                  PreparedStatement insert = connection.prepareStatement(sql)) {
                connection.setAutoCommit(autocommit);
                for (int round = 0; round < ROUNDS; round++) {
                  start.arriveAndAwaitAdvance();
                  upsert.execute(insert, round);
                  if (!autocommit) {
                    connection.commit();
                  }
                }
              } finally {
                start.arriveAndDeregister();
              }
              return null;
            });
      }
      List<Throwable> failures = new ArrayList<>();
      for (Future<Object> future : threads.invokeAll(tasks)) {
        try {
          future.get();
        } catch (ExecutionException e) {
          failures.add(e.getCause());
        }
      }
      assertThat(failures).isEmpty();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aRealViolationFailsAsItDoesWithoutUs() throws SQLException {
    users.postgres().run("INSERT INTO users (full_name, display_name) VALUES ('taken', 'taken')");
    for (boolean autocommit : new boolean[] {true, false}) {
      try (Connection connection = users.connect(Phase.DUAL_WRITE);
          Statement statement = connection.createStatement()) {
        connection.setAutoCommit(autocommit);
        assertThatThrownBy(
                () ->
                    statement.execute(
                        "INSERT INTO users (id, full_name) VALUES (7, 'taken')"
                            + " ON CONFLICT (id) DO UPDATE SET age = 1"))
            .isInstanceOfSatisfying(
                SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23505"));
        if (!autocommit) {
          assertThatThrownBy(() -> statement.execute("SELECT 1"))
              .as("the transaction has failed, as it would have")
              .isInstanceOfSatisfying(
                  SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("25P02"));
          connection.rollback();
        }
      }
    }
  }
}
