package dev.crossfade.server;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Problem;
import dev.crossfade.model.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the server's catalog over one connection. Every question runs in a read-only transaction
 * whose search_path is {@code pg_catalog} alone, so that the server prints every other name with
 * its schema.
 */
public final class Catalog {

  private final Connection connection;

  /** Reads over {@code connection}, which must be in autocommit and stays open. */
  public Catalog(Connection connection) {
    this.connection = connection;
  }

  /** A question to the catalog. */
  interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  /**
   * The table, by the session's search_path where its schema is open.
   *
   * @throws CrossfadeException {@code no-such-table}
   */
  public TableFacts table(TableName name) {
    long oid = oid(name);
    return ask(catalog -> TableReader.read(catalog, oid));
  }

  /** What a table holds now, which was read before. */
  public TableFacts again(TableFacts table) {
    return ask(catalog -> TableReader.read(catalog, table.oid()));
  }

  /** Everything in the database that depends on the column, or names it in a function's body. */
  public List<Dependent> dependents(TableFacts table, ColumnFacts column) {
    return ask(catalog -> DependentReader.read(catalog, table, column));
  }

  /** Whether a relation of that name stands in the way of a new one. */
  public boolean taken(String schema, String relation) {
    return ask(
        catalog -> {
          try (PreparedStatement query =
              catalog.prepareStatement(
                  """
                  SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                  WHERE n.nspname = ? AND c.relname = ?
                  """)) {
            query.setString(1, schema);
            query.setString(2, relation);
            try (ResultSet row = query.executeQuery()) {
              return row.next();
            }
          }
        });
  }

  /** The major version of the server. */
  public int version() {
    try {
      return connection.getMetaData().getDatabaseMajorVersion();
    } catch (SQLException e) {
      throw ServerError.problem(e, "the server's version");
    }
  }

  private long oid(TableName name) {
    List<Long> visible = new ArrayList<>();
    List<String> elsewhere = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            SELECT c.oid, n.nspname,
                   CASE WHEN CAST(? AS text) IS NULL THEN pg_catalog.pg_table_is_visible(c.oid)
                        ELSE n.nspname = ? END
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relname = ? AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
              AND n.nspname NOT LIKE 'pg\\_temp%' AND n.nspname <> 'pg_catalog'
            ORDER BY n.nspname
            """)) {
      query.setString(1, name.schema());
      query.setString(2, name.schema());
      query.setString(3, name.name());
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          if (rows.getBoolean(3)) {
            visible.add(rows.getLong(1));
          } else {
            elsewhere.add(new TableName(rows.getString(2), name.name()).toString());
          }
        }
      }
    } catch (SQLException e) {
      throw ServerError.problem(e, name.toString());
    }
    if (visible.isEmpty()) {
      throw new CrossfadeException(
          new Problem(
              "no-such-table",
              "There is no table " + name + ".",
              name.toString(),
              elsewhere.isEmpty()
                  ? "no schema of this database has one"
                  : "it is not on the search_path; there is " + String.join(", ", elsewhere),
              elsewhere.isEmpty()
                  ? "check the name and that --url names the right database"
                  : "write it with its schema"));
    }
    return visible.get(0);
  }

  private <T> T ask(Question<T> question) {
    try {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET LOCAL search_path = pg_catalog");
        statement.execute("SET TRANSACTION READ ONLY");
        return question.ask(connection);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw ServerError.problem(e, "the catalog");
    }
  }
}
