package dev.crossfade.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossfade.model.Phase;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the application lets go is let go by the proxy, and cancelling reaches the server. */
class LeaksTest {

  private static final Users DATABASE = Users.expanded();

  private final Users users = DATABASE.reset();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void statementsAndResultsOfAnOpenConnectionAreCollected(boolean closed) throws SQLException {
    try (Connection connection = users.connect(Phase.DUAL_WRITE)) {
      List<WeakReference<?>> references = use(connection, closed);
      for (int i = 0; i < 100 && references.stream().anyMatch(r -> r.get() != null); i++) {
        System.gc();
      }
      assertThat(references).allSatisfy(reference -> assertThat(reference.get()).isNull());
    }
  }

  @SuppressWarnings("resource") // Left open on purpose.
  private static List<WeakReference<?>> use(Connection connection, boolean closed)
      throws SQLException {
    List<WeakReference<?>> references = new ArrayList<>();
    for (String sql : List.of("SELECT full_name FROM users", "SELECT note FROM orders")) {
      Statement statement = connection.createStatement();
      PreparedStatement prepared = connection.prepareStatement(sql);
      ResultSet one = statement.executeQuery(sql);
      ResultSet two = prepared.executeQuery();
      for (AutoCloseable each : List.of(one, two, statement, prepared)) {
        references.add(new WeakReference<>(each));
      }
      if (closed) {
        statement.close();
        prepared.close();
      }
    }
    return references;
  }

  @Test
  void aConnectionThatWasClosedIsCollected() throws SQLException {
    List<WeakReference<?>> references = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Connection connection = users.connect(Phase.DUAL_WRITE);
      Users.rows(connection, "SELECT full_name FROM users");
      connection.close();
      references.add(new WeakReference<>(connection));
    }
    for (int i = 0; i < 100 && references.stream().anyMatch(r -> r.get() != null); i++) {
      System.gc();
    }
    assertThat(references).allSatisfy(reference -> assertThat(reference.get()).isNull());
  }

  @Test
  void cancelReachesTheStatementThatRuns() throws Exception {
    users.postgres().run("INSERT INTO users (full_name) VALUES ('a')");
    try (Connection connection = users.connect(Phase.DUAL_WRITE);
        PreparedStatement slow =
            connection.prepareStatement("SELECT full_name, pg_sleep(60) FROM users")) {
      CountDownLatch done = new CountDownLatch(1);
      Thread canceller =
          new Thread(
              () -> {
                try {
                  // A cancel that comes before the statement does nothing.
                  while (!done.await(20, TimeUnit.MILLISECONDS)) {
                    slow.cancel();
                  }
                } catch (InterruptedException | SQLException e) {
                  throw new IllegalStateException(e);
                }
              });
      canceller.start();
      assertThatThrownBy(slow::executeQuery)
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("57014"));
      done.countDown();
      canceller.join();
      // A cancel that is late would meet the next statement, so none is tried.
      assertThat(connection.isClosed()).isFalse();
    }
  }
}
