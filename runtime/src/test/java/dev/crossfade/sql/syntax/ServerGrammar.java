package dev.crossfade.sql.syntax;

import dev.crossfade.testing.Postgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Asks the server whether its grammar accepts a text, without executing it: a simple query's whole
 * text is parsed before its first statement, which fails, runs.
 */
final class ServerGrammar implements AutoCloseable {

  private static final String DIVISION_BY_ZERO = "22012";

  private final Connection connection;

  ServerGrammar(Postgres database) throws SQLException {
    this.connection = DriverManager.getConnection(database.url() + "&preferQueryMode=simple");
  }

  /** The server's major version. */
  int version() throws SQLException {
    return connection.getMetaData().getDatabaseMajorVersion();
  }

  /** The server's objection to the text, or null if its grammar accepts it. */
  @Nullable String objection(String sql) throws SQLException {
    try (java.sql.Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute("SELECT 1/0; " + sql);
    } catch (SQLException e) {
      return DIVISION_BY_ZERO.equals(e.getSQLState())
          ? null
          : e.getSQLState() + " " + e.getMessage();
    }
    throw new IllegalStateException("a division by zero went through: " + sql);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
