package dev.crossfade.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fresh database on the JVM's one embedded server. Each test class makes its own, so that classes
 * do not see each other.
 *
 * @param url a JDBC URL with user
 */
public record Postgres(String url) {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  /** A new, empty database. */
  public static Postgres database() {
    String name = "test_" + DATABASES.incrementAndGet();
    EmbeddedPostgres server = Server.INSTANCE;
    try (Connection connection =
            DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new Postgres(server.getJdbcUrl("postgres", name));
  }

  /** The server's major version. */
  public static int version() {
    return Server.VERSION;
  }

  /** Drops the database, whoever is still connected. */
  public void drop() {
    String name = url.replaceAll(".*/([^?]*).*", "$1");
    EmbeddedPostgres server = Server.INSTANCE;
    try (Connection connection =
            DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url);
  }

  /** Runs statements separated by semicolons, in autocommit. */
  public Postgres run(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  private static final class Server {
    static final EmbeddedPostgres INSTANCE = start();
    static final int VERSION = versionOf(INSTANCE);

    /** Another version than the one asked for would prove nothing about that. */
    private static int versionOf(EmbeddedPostgres server) {
      try (Connection connection =
          DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"))) {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        String wanted = System.getProperty("crossfade.postgres", "");
        if (!wanted.isEmpty() && !wanted.equals(Integer.toString(version))) {
          throw new IllegalStateException(
              "crossfade.postgres is " + wanted + ", but the server is " + version);
        }
        return version;
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "200")
                .setServerConfig("max_prepared_transactions", "20")
                .start();
        Runtime.getRuntime()
            .addShutdownHook(
                new Thread(
                    () -> {
                      try {
                        server.close();
                      } catch (IOException e) {
                        throw new UncheckedIOException(e);
                      }
                    }));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
