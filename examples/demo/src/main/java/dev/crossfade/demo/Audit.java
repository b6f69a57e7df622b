package dev.crossfade.demo;

import dev.crossfade.demo.Rows.Row;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The whole table held against what the clients were promised and, for rows that nobody wrote,
 * against the seed.
 *
 * @param rows how many rows there are
 * @param differing rows with another value, that are missing, or that nobody added
 * @param columnsDiffering rows whose two columns differ, where both were asked for
 * @param examples the first of them, by key
 */
record Audit(long rows, long differing, long columnsDiffering, List<String> examples) {

  private static final int MOST_EXAMPLES = 10;

  /**
   * Reads the table.
   *
   * @param columns the column that holds the name, or both
   */
  static Audit of(Connection connection, int seeded, List<Rows> clients, String... columns)
      throws SQLException {
    Map<Long, Row> promised = new HashMap<>();
    clients.forEach(rows -> promised.putAll(rows.written()));
    long read = 0;
    long differing = 0;
    long columnsDiffering = 0;
    List<String> examples = new ArrayList<>();
    long missing = seeded;
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      // Without a fetch size the driver would hold the whole table.
      statement.setFetchSize(5_000);
      try (ResultSet row =
          statement.executeQuery(
              "SELECT id, email, " + String.join(", ", columns) + " FROM users")) {
        while (row.next()) {
          read++;
          long id = row.getLong(1);
          String email = row.getString(2);
          String name = row.getString(3);
          missing -= id <= seeded ? 1 : 0;
          Row known = promised.remove(id);
          boolean right =
              known != null
                  ? known.email().equals(email) && known.allows(name)
                  : id <= seeded
                      ? Seed.email(id).equals(email) && Seed.name(id).equals(name)
                      : clients.stream().anyMatch(rows -> rows.mayHaveAdded(email, name));
          boolean same = columns.length < 2 || Objects.equals(name, row.getString(4));
          differing += right ? 0 : 1;
          columnsDiffering += same ? 0 : 1;
          if (!(right && same) && examples.size() < MOST_EXAMPLES) {
            examples.add("row " + id);
          }
        }
      }
    } finally {
      connection.rollback();
    }
    // What is left of the promises are rows that are not there.
    for (Map.Entry<Long, Row> absent : promised.entrySet()) {
      missing -= absent.getKey() <= seeded ? 1 : 0;
      if (!absent.getValue().allows(null)) {
        differing++;
        examples.add("row " + absent.getKey() + ", which is missing");
      }
    }
    return new Audit(read, differing + missing, columnsDiffering, examples);
  }
}
