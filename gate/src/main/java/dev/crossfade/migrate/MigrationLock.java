package dev.crossfade.migrate;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Problem;
import dev.crossfade.server.Database;
import dev.crossfade.server.ServerError;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Keeps a second crossfade out (practice L5) by a session-level advisory lock: it goes with the
 * session, so that a killed run leaves nothing behind. Needs a direct connection; a pooler in
 * transaction mode would hand the session to others.
 */
final class MigrationLock implements AutoCloseable {

  /** "CF", as the first of two keys, so that other programs' locks are unlikely to meet ours. */
  private static final int CLASS = 0x4346;

  private final Connection connection;

  private MigrationLock(Connection connection) {
    this.connection = connection;
  }

  /** For changes of the schema: one at a time in this database. */
  static MigrationLock ofDatabase(Database database) {
    return take(database, 0, "another crossfade changes this database's schema");
  }

  /** For backfills: one at a time on this table. */
  static MigrationLock ofTable(Database database, long table) {
    return take(database, (int) table, "another crossfade works on this table's rows");
  }

  private static MigrationLock take(Database database, int key, String why) {
    Connection connection = database.open();
    boolean held = false;
    try (PreparedStatement query =
        connection.prepareStatement("SELECT pg_catalog.pg_try_advisory_lock(?, ?)")) {
      query.setInt(1, CLASS);
      query.setInt(2, key);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        held = row.getBoolean(1);
      }
      if (!held) {
        throw taken(connection, database, key, why);
      }
      return new MigrationLock(connection);
    } catch (SQLException e) {
      throw ServerError.problem(e, database.description());
    } finally {
      if (!held) {
        close(connection);
      }
    }
  }

  private static CrossfadeException taken(
      Connection connection, Database database, int key, String why) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            SELECT l.pid, COALESCE(CAST(a.client_addr AS text), 'local') FROM pg_catalog.pg_locks l
            LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
            WHERE l.locktype = 'advisory' AND l.classid = ? AND l.objid = ? AND l.granted
            """)) {
      query.setLong(1, CLASS);
      query.setLong(2, Integer.toUnsignedLong(key));
      String holder = "it has just ended";
      try (ResultSet row = query.executeQuery()) {
        if (row.next()) {
          holder = "pid " + row.getInt(1) + " from " + row.getString(2) + " holds the lock";
        }
      }
      return new CrossfadeException(
          new Problem(
              "migration-running",
              "Another crossfade is at work here.",
              database.description(),
              why + ": " + holder,
              "let it end and run again"));
    }
  }

  @Override
  public void close() {
    close(connection);
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // The server frees the lock when the socket closes.
    }
  }
}
