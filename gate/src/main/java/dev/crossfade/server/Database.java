package dev.crossfade.server;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * A database that the operator named. Immutable, thread-safe; each {@link #open} is a connection of
 * its own, which the caller closes. The password is never printed.
 */
public final class Database {

  private static final String PREFIX = "jdbc:postgresql:";

  private final String url;
  private final Properties properties;
  private final String description;

  private Database(String url, Properties properties, String description) {
    this.url = url;
    this.properties = properties;
    this.description = description;
  }

  /**
   * Checks the URL; connects to nothing yet.
   *
   * @param url {@code jdbc:postgresql://host/database}
   * @param user who connects, or null for the URL's own
   * @param password their password, or null for the URL's own or none
   * @throws CrossfadeException {@code bad-database-url}
   */
  public static Database of(String url, @Nullable String user, @Nullable String password) {
    Properties given = new Properties();
    given.setProperty("ApplicationName", "crossfade");
    given.setProperty("connectTimeout", "10");
    if (user != null) {
      given.setProperty("user", user);
    }
    if (password != null) {
      given.setProperty("password", password);
    }
    Properties parsed = url.startsWith(PREFIX) ? Driver.parseURL(url, given) : null;
    if (parsed == null) {
      // The URL itself stays unprinted: it may hold a password.
      throw new CrossfadeException(
          new Problem(
              "bad-database-url",
              "That is not a PostgreSQL JDBC URL.",
              "--url",
              "it starts with jdbc:postgresql://",
              "write --url jdbc:postgresql://host:5432/database --user name, with the password in"
                  + " PGPASSWORD"));
    }
    String description =
        PGProperty.PG_HOST.getOrDefault(parsed)
            + ":"
            + PGProperty.PG_PORT.getOrDefault(parsed)
            + "/"
            + PGProperty.PG_DBNAME.getOrDefault(parsed);
    return new Database(url, given, description);
  }

  /**
   * A new connection in autocommit, with our application name, in READ COMMITTED.
   *
   * @throws CrossfadeException {@code can-not-connect}
   */
  public Connection open() {
    try {
      Connection connection = new Driver().connect(url, properties);
      if (connection == null) {
        throw new SQLException("not a PostgreSQL URL", "08001");
      }
      try (Statement statement = connection.createStatement()) {
        // A database or role may default to REPEATABLE READ, under which an UPDATE of a row that
        // another session changed fails instead of taking the row as it is now.
        statement.execute("SET default_transaction_isolation = 'read committed'");
        statement.execute("SET client_min_messages = 'warning'");
      }
      return connection;
    } catch (SQLException e) {
      throw new CrossfadeException(
          new Problem(
              "can-not-connect",
              "The database does not answer, or refuses us.",
              description,
              ServerError.describe(e),
              "check --url, --user and the password (PGPASSWORD or --password-file)"));
    }
  }

  /** Host, port and database, without user or password. */
  public String description() {
    return description;
  }

  @Override
  public String toString() {
    return description;
  }
}
