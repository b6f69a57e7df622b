package dev.crossfade.demo;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The table's own side of the rename: what an operator does by hand, and how it must end. */
final class Schema {

  /** As expand advises: no scan of the table happens under a lock that stops writes. */
  static final List<String> NOT_NULL =
      List.of(
          "ALTER TABLE users ADD CONSTRAINT named CHECK (display_name IS NOT NULL) NOT VALID",
          "ALTER TABLE users VALIDATE CONSTRAINT named",
          "ALTER TABLE users ALTER COLUMN display_name SET NOT NULL",
          "ALTER TABLE users DROP CONSTRAINT named");

  private static final String COLUMNS =
      """
      SELECT a.attname, a.attnotnull, col_description(a.attrelid, a.attnum), EXISTS (
               SELECT FROM pg_index i
               WHERE i.indrelid = a.attrelid AND i.indkey[0] = a.attnum AND i.indisvalid)
      FROM pg_attribute a
      WHERE a.attrelid = 'users'::regclass AND a.attname IN ('full_name', 'display_name')
      """;

  private Schema() {}

  /** Runs statements one by one, none of which waits long for its lock. */
  static void run(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET lock_timeout = '5s'");
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** In what the table differs from one whose column was always called display_name. */
  static List<String> problems(Connection connection) throws SQLException {
    List<String> problems = new ArrayList<>();
    boolean found = false;
    try (Statement statement = connection.createStatement();
        ResultSet column = statement.executeQuery(COLUMNS)) {
      while (column.next()) {
        if (column.getString(1).equals("full_name")) {
          problems.add("full_name still exists");
          continue;
        }
        found = true;
        if (!column.getBoolean(2)) {
          problems.add("display_name may be NULL");
        }
        if (column.getString(3) != null) {
          problems.add("display_name still has a comment: " + column.getString(3));
        }
        if (!column.getBoolean(4)) {
          problems.add("display_name has no index");
        }
      }
    }
    if (!found) {
      problems.add("there is no display_name");
    }
    return problems;
  }
}
