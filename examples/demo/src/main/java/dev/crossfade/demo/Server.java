package dev.crossfade.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** An embedded PostgreSQL server with one database. Ends with the JVM at the latest. */
final class Server implements AutoCloseable {

  private final EmbeddedPostgres postgres;
  private final String url;

  private Server(EmbeddedPostgres postgres) {
    this.postgres = postgres;
    this.url = postgres.getJdbcUrl("postgres", "postgres");
  }

  static Server start() throws IOException {
    return new Server(
        EmbeddedPostgres.builder()
            // A scratch server: a power cut would lose it, a killed service does not.
            .setServerConfig("fsync", "off")
            .setServerConfig("synchronous_commit", "off")
            .setServerConfig("max_wal_size", "2GB")
            .start());
  }

  /** The JDBC URL, with user. */
  String url() {
    return url;
  }

  /** The same for a service that goes through the proxy. */
  String proxyUrl() {
    return url.replaceFirst("^jdbc:", "jdbc:crossfade:");
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url);
  }

  /** {@code 18.6}. */
  String version() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW server_version")) {
      row.next();
      return row.getString(1).replaceFirst(" .*", "");
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
