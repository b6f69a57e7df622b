package dev.crossfade.benchmarks;

import dev.crossfade.Crossfade;
import dev.crossfade.model.Phase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** A connection on which both columns are written, and the texts to write them with. */
record SyncConnection(Connection connection, Sync sync) {

  static SyncConnection open(Sync sync, boolean rewriteBatches) throws SQLException {
    PGSimpleDataSource driver = (PGSimpleDataSource) Server.POSTGRES.dataSource();
    driver.setReWriteBatchedInserts(rewriteBatches);
    Connection connection =
        sync == Sync.PROXY
            ? Crossfade.wrap(driver, Tables.phases(Phase.DUAL_WRITE)).getConnection()
            : driver.getConnection();
    return new SyncConnection(connection, sync);
  }

  private String table() {
    return sync == Sync.TRIGGER ? Tables.SYNCED : "users";
  }

  PreparedStatement insert() throws SQLException {
    return connection.prepareStatement(
        sync == Sync.BY_HAND
            ? RewrittenBenchmark.INSERT_BY_HAND
            : RewrittenBenchmark.INSERT.replace("users", table()));
  }

  void bindInsert(PreparedStatement statement, String name, int age) throws SQLException {
    statement.setString(1, name);
    statement.setInt(2, age);
    if (sync == Sync.BY_HAND) {
      statement.setString(3, name);
    }
  }

  PreparedStatement update() throws SQLException {
    return connection.prepareStatement(
        sync == Sync.BY_HAND
            ? RewrittenBenchmark.UPDATE_BY_HAND
            : RewrittenBenchmark.UPDATE.replace("users", table()));
  }

  void bindUpdate(PreparedStatement statement, String name, long id) throws SQLException {
    int at = 1;
    statement.setString(at++, name);
    if (sync == Sync.BY_HAND) {
      statement.setString(at++, name);
    }
    statement.setLong(at, id);
  }
}
