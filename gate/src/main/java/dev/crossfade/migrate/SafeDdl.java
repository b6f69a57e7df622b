package dev.crossfade.migrate;

import dev.crossfade.server.Database;
import dev.crossfade.server.ServerError;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Runs one step under {@code lock_timeout} and {@code statement_timeout} (practice L1), on its own
 * connection whose search_path is {@code pg_catalog}, telling meanwhile who blocks it (L2, L3). Not
 * thread-safe.
 */
final class SafeDdl implements AutoCloseable {

  /** {@code lock_not_available} and {@code deadlock_detected}: nothing was changed, try again. */
  private static final Set<String> RETRYABLE = Set.of("55P03", "40P01");

  private final Connection connection;
  private final Connection watching;
  private final int pid;
  private final DdlPolicy policy;
  private final Progress progress;
  private List<Blocker> blockers = List.of();

  SafeDdl(Database database, DdlPolicy policy, Progress progress) {
    this.policy = policy;
    this.progress = progress;
    this.connection = database.open();
    this.watching = openOrClose(database, connection);
    try {
      this.pid = connection.unwrap(PGConnection.class).getBackendPID();
      execute("SET search_path = pg_catalog");
    } catch (SQLException e) {
      close();
      throw ServerError.problem(e, database.description());
    }
  }

  /**
   * Tries once.
   *
   * @return whether it was done; false if a lock was not granted in time, in which case a step in a
   *     transaction changed nothing, and a concurrent one may have left an invalid index
   */
  boolean attempt(Step step) {
    try (BlockerWatch watch = new BlockerWatch(watching, pid, progress)) {
      try {
        if (step.concurrently()) {
          alone(step.statements().get(0));
        } else {
          together(step.statements());
        }
        return true;
      } catch (SQLException e) {
        String state = e.getSQLState();
        if (state != null && RETRYABLE.contains(state)) {
          blockers = watch.latest();
          return false;
        }
        throw ServerError.problem(e, step.title());
      }
    }
  }

  /** Who held the lock when the last attempt failed. */
  List<Blocker> blockers() {
    return blockers;
  }

  private void together(List<String> statements) throws SQLException {
    connection.setAutoCommit(false);
    try {
      execute("SET LOCAL lock_timeout = " + millis(policy.lockTimeout()));
      execute("SET LOCAL statement_timeout = " + millis(policy.statementTimeout()));
      for (String statement : statements) {
        execute(statement);
      }
      connection.commit();
    } catch (SQLException e) {
      try {
        connection.rollback();
      } catch (SQLException broken) {
        // The first error says more than that the connection is gone, which ends the transaction.
        e.addSuppressed(broken);
      }
      throw e;
    } finally {
      if (!connection.isClosed()) {
        connection.setAutoCommit(true);
      }
    }
  }

  private void alone(String statement) throws SQLException {
    execute("SET lock_timeout = " + millis(policy.concurrentLockTimeout()));
    execute("SET statement_timeout = 0");
    try {
      execute(statement);
    } finally {
      execute("RESET lock_timeout");
      execute("RESET statement_timeout");
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // The driver would turn {…} in a comment's text into an escape.
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  private static String millis(Duration duration) {
    return "'" + duration.toMillis() + "ms'";
  }

  private static Connection openOrClose(Database database, Connection first) {
    Connection second = null;
    try {
      second = database.open();
      return second;
    } finally {
      if (second == null) {
        closeQuietly(first);
      }
    }
  }

  @Override
  public void close() {
    closeQuietly(connection);
    closeQuietly(watching);
  }

  private static void closeQuietly(@Nullable Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      // The server ends the session when the socket closes; nothing of ours depends on it.
    }
  }
}
