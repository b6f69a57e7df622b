package dev.crossfade.server;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Problem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Counts the rows of a table that meet a condition, in pages by key and each page its own
 * transaction, so that a large table does not hold back vacuum. A table without a key is counted by
 * one statement. Immutable.
 */
public final class RowScan {

  private static final int PAGE = 10_000;

  private final TableFacts table;
  private final String condition;
  private final int keysWanted;

  /**
   * What a scan found.
   *
   * @param scanned rows looked at
   * @param matching rows that meet the condition
   * @param keys the keys of the first of them, each column's value as text
   */
  public record Found(long scanned, long matching, List<List<String>> keys) {}

  /**
   * A scan for {@code condition}, SQL over the alias {@code t}.
   *
   * @param keysWanted how many keys of matching rows to keep; their values are row data
   */
  public RowScan(TableFacts table, String condition, int keysWanted) {
    this.table = table;
    this.condition = condition;
    this.keysWanted = keysWanted;
  }

  /**
   * Scans once from the first key to the last.
   *
   * @param progress told the number of rows looked at so far
   */
  public Found run(Connection connection, LongConsumer progress) {
    try {
      TableFacts.Key key = table.key();
      return key == null ? atOnce(connection) : byKey(connection, key, progress);
    } catch (SQLException e) {
      throw ServerError.problem(e, table.tableName().toString());
    }
  }

  private Found byKey(Connection connection, TableFacts.Key key, LongConsumer progress)
      throws SQLException {
    List<List<String>> keys = new ArrayList<>();
    List<String> from = List.of();
    long scanned = 0;
    long matching = 0;
    while (true) {
      try (PreparedStatement page = connection.prepareStatement(pageSql(key, !from.isEmpty()))) {
        for (int i = 0; i < from.size(); i++) {
          page.setString(i + 1, from.get(i));
        }
        try (ResultSet row = page.executeQuery()) {
          if (!row.next()) {
            return new Found(scanned, matching, keys);
          }
          scanned += row.getLong(1);
          matching += row.getLong(2);
          List<String> previous = from;
          from = key(row, key, 3);
          if (row.getLong(2) > 0 && keys.size() < keysWanted) {
            collect(connection, key, previous, from, keys);
          }
        }
      }
      progress.accept(scanned);
    }
  }

  private String pageSql(TableFacts.Key key, boolean continued) {
    return "WITH page AS MATERIALIZED (SELECT "
        + keyList(key, "t")
        + ", ("
        + condition
        + ") AS crossfade_matches FROM ONLY "
        + table.quoted()
        + " AS t"
        + (continued ? " WHERE " + after(key, "t", ">") : "")
        + " ORDER BY "
        + keyList(key, "t")
        + " LIMIT "
        + PAGE
        + ") SELECT (SELECT count(*) FROM page),"
        + " (SELECT count(*) FROM page WHERE crossfade_matches), "
        + keyText(key, "page")
        + " FROM page ORDER BY "
        + keyList(key, "page").replace(", ", " DESC, ")
        + " DESC LIMIT 1";
  }

  private void collect(
      Connection connection,
      TableFacts.Key key,
      List<String> from,
      List<String> to,
      List<List<String>> keys)
      throws SQLException {
    String sql =
        "SELECT "
            + keyText(key, "t")
            + " FROM ONLY "
            + table.quoted()
            + " AS t WHERE ("
            + condition
            + ") AND "
            + after(key, "t", "<=")
            + (from.isEmpty() ? "" : " AND " + after(key, "t", ">"))
            + " ORDER BY "
            + keyList(key, "t")
            + " LIMIT "
            + (keysWanted - keys.size());
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      int parameter = 1;
      for (String value : to) {
        query.setString(parameter++, value);
      }
      for (String value : from) {
        query.setString(parameter++, value);
      }
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          keys.add(key(row, key, 1));
        }
      }
    }
  }

  private Found atOnce(Connection connection) throws SQLException {
    if (keysWanted > 0) {
      throw new CrossfadeException(
          new Problem(
              "no-row-key",
              table.tableName() + " has no key to show rows by.",
              table.tableName().toString(),
              "without a primary key, or a unique key without NULL, a row has no name",
              "leave out --show-keys"));
    }
    try (Statement query = connection.createStatement();
        ResultSet row =
            query.executeQuery(
                "SELECT count(*), count(*) FILTER (WHERE "
                    + condition
                    + ") FROM ONLY "
                    + table.quoted()
                    + " AS t")) {
      row.next();
      return new Found(row.getLong(1), row.getLong(2), List.of());
    }
  }

  /** The key's columns, qualified, separated by {@code ", "}. */
  public static String keyList(TableFacts.Key key, String alias) {
    return key.columns().stream()
        .map(column -> alias + "." + column.quoted())
        .collect(Collectors.joining(", "));
  }

  /** The key's columns as text. */
  public static String keyText(TableFacts.Key key, String alias) {
    return key.columns().stream()
        .map(column -> "CAST(" + alias + "." + column.quoted() + " AS text)")
        .collect(Collectors.joining(", "));
  }

  /**
   * {@code (t.a, t.b) > (CAST(? AS int), CAST(? AS uuid))}: a row comparison that the key serves.
   */
  public static String after(TableFacts.Key key, String alias, String operator) {
    return "("
        + keyList(key, alias)
        + ") "
        + operator
        + " ("
        + key.columns().stream()
            .map(column -> "CAST(? AS " + column.type() + ")")
            .collect(Collectors.joining(", "))
        + ")";
  }

  /** Reads a key that {@link #keyText} selected, from result column {@code first} on. */
  public static List<String> key(ResultSet row, TableFacts.Key key, int first) throws SQLException {
    List<String> values = new ArrayList<>();
    for (int i : IntStream.range(0, key.columns().size()).toArray()) {
      values.add(row.getString(first + i));
    }
    return values;
  }
}
