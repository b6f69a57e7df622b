package dev.crossfade.proof;

import dev.crossfade.model.Identifier;
import dev.crossfade.model.Rename;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the tables hold at one moment.
 *
 * @param rows every row by its table and key
 * @param sequences each sequence's last value
 */
record Stored(Map<String, Row> rows, Map<String, String> sequences) {

  /**
   * A row.
   *
   * @param rest its columns but for those in transition
   * @param old for each transition's new column, the old column's value
   * @param fresh for each transition's new column, the new column's value
   */
  record Row(String rest, Map<String, String> old, Map<String, String> fresh) {}

  static Stored nothing() {
    return new Stored(Map.of(), Map.of());
  }

  /** Reads all user tables. */
  static Stored read(Connection connection, Setting setting) throws SQLException {
    Map<String, Row> rows = new TreeMap<>();
    for (String[] table : tables(connection)) {
      read(connection, setting, table[0], table[1], rows);
    }
    return new Stored(rows, sequences(connection));
  }

  private static List<String[]> tables(Connection connection) throws SQLException {
    String sql =
        """
        SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p') AND c.oid NOT IN (SELECT inhrelid FROM pg_inherits) AND c.relname <> 'crossfade_witness'
          AND n.nspname <> 'pg_catalog' AND n.nspname <> 'information_schema'
          AND n.nspname NOT LIKE 'pg\\_toast%'
        ORDER BY 1, 2
        """;
    List<String[]> tables = new ArrayList<>();
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery(sql)) {
      while (row.next()) {
        tables.add(new String[] {row.getString(1), row.getString(2)});
      }
    }
    return tables;
  }

  private static void read(
      Connection connection, Setting setting, String namespace, String table, Map<String, Row> into)
      throws SQLException {
    StringBuilder rest = new StringBuilder("to_jsonb(x)");
    StringBuilder columns = new StringBuilder();
    List<String> ids = new ArrayList<>();
    for (Rename rename : setting.schema().renames()) {
      String in = rename.table().schema() == null ? "public" : rename.table().schema();
      if (rename.table().name().equals(table) && in.equals(namespace)) {
        rest.append(" - ").append(literal(rename.oldColumn()));
        rest.append(" - ").append(literal(rename.newColumn()));
        columns.append(", ").append(column(rename.oldColumn(), setting.of(rename).hasOld()));
        columns.append(", ").append(column(rename.newColumn(), setting.of(rename).hasNew()));
        ids.add(rename.tracked().toString());
      }
    }
    String from = Identifier.quote(namespace) + "." + Identifier.quote(table);
    String sql =
        "SELECT to_jsonb(x) ->> 'id', (" + rest + ")::text" + columns + " FROM ONLY " + from + " x";
    if (!ids.isEmpty()) {
      sql = sql.replace("FROM ONLY", "FROM");
    }
    Map<String, Integer> doubles = new HashMap<>();
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery(sql + " ORDER BY 2")) {
      while (row.next()) {
        Map<String, String> old = new LinkedHashMap<>();
        Map<String, String> fresh = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
          old.put(ids.get(i), row.getString(3 + 2 * i));
          fresh.put(ids.get(i), row.getString(4 + 2 * i));
        }
        String id = row.getString(1);
        String key =
            namespace.replaceAll("^pg_temp_.*", "pg_temp")
                + "."
                + table
                + " "
                + (id == null ? row.getString(2) : id);
        int copy = doubles.merge(key, 1, Integer::sum);
        into.put(copy == 1 ? key : key + " #" + copy, new Row(row.getString(2), old, fresh));
      }
    }
  }

  private static String column(String name, boolean exists) {
    return exists ? "x." + Identifier.quote(name) + "::text" : "NULL::text";
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static Map<String, String> sequences(Connection connection) throws SQLException {
    Map<String, String> values = new TreeMap<>();
    try (Statement query = connection.createStatement();
        ResultSet row =
            query.executeQuery("SELECT sequencename, last_value::text FROM pg_sequences")) {
      while (row.next()) {
        values.put(row.getString(1), row.getString(2));
      }
    }
    return values;
  }
}
