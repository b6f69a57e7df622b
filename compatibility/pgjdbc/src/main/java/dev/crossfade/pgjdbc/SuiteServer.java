package dev.crossfade.pgjdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A fresh server set up as the suite expects it, with its user, database and passwords. */
final class SuiteServer implements AutoCloseable {

  private static final String SETUP =
      """
      CREATE ROLE test LOGIN PASSWORD 'test';
      CREATE DATABASE test OWNER test;
      """;

  /** The superuser comes without a password; md5 lets a SCRAM verifier in too. */
  private static final String HBA =
      """
      COPY (VALUES ('local all all trust'),
          ('host all postgres 127.0.0.1/32 trust'), ('host all postgres ::1/128 trust'),
          ('host replication postgres 127.0.0.1/32 trust'),
          ('host replication postgres ::1/128 trust'),
          ('host all all 127.0.0.1/32 md5'), ('host all all ::1/128 md5'))
        TO '%s'
      """;

  private final EmbeddedPostgres server;

  private SuiteServer(EmbeddedPostgres server) {
    this.server = server;
  }

  static SuiteServer start(Path work, Way way) throws IOException {
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(work.resolve("server").toFile())
            .setServerConfig("fsync", "off")
            .setServerConfig("max_connections", "200")
            .setServerConfig("max_prepared_transactions", "64")
            .setServerConfig("wal_level", "logical")
            .setServerConfig("max_wal_senders", "10")
            .setServerConfig("max_replication_slots", "10")
            .start();
    try (Connection connection =
            DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
        Statement statement = connection.createStatement()) {
      for (String sql : SETUP.split(";\n")) {
        statement.execute(sql);
      }
      String hba = value(statement, "SHOW hba_file");
      statement.execute(HBA.formatted(hba));
      statement.execute("SELECT pg_reload_conf()");
    } catch (SQLException e) {
      server.close();
      throw new IOException("the server could not be set up", e);
    }
    try (Connection test = DriverManager.getConnection(server.getJdbcUrl("postgres", "test"));
        Statement statement = test.createStatement()) {
      statement.execute("GRANT ALL ON SCHEMA public TO test");
      for (String extension : new String[] {"hstore", "citext", "tablefunc"}) {
        statement.execute("CREATE EXTENSION IF NOT EXISTS " + extension);
      }
      if (way == Way.TRANSITION) {
        statement.execute(UntouchedTable.DDL);
      }
    } catch (SQLException e) {
      server.close();
      throw new IOException("the database could not be set up", e);
    }
    return new SuiteServer(server);
  }

  private static String value(Statement statement, String sql) throws SQLException {
    try (var result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }

  int port() {
    return server.getPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
