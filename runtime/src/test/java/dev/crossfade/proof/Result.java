package dev.crossfade.proof;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One result of a statement: rows, or a count.
 *
 * @param labels the columns' labels; empty for a count
 * @param types the columns' types with length or precision and scale
 * @param rows the rows as text
 * @param count the update count; -1 for rows
 */
record Result(List<String> labels, List<String> types, List<List<String>> rows, int count) {

  static Result count(int count) {
    return new Result(List.of(), List.of(), List.of(), count);
  }

  static Result rows(ResultSet set, Set<String> masked) throws SQLException {
    ResultSetMetaData columns = set.getMetaData();
    List<String> labels = new ArrayList<>();
    List<String> types = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      labels.add(columns.getColumnLabel(i));
      types.add(
          columns.getColumnTypeName(i).replaceFirst("^serial$", "int4")
              + "("
              + columns.getPrecision(i)
              + ","
              + columns.getScale(i)
              + ")");
    }
    List<List<String>> rows = new ArrayList<>();
    while (set.next()) {
      // A plan tells the triggers, too, of which a reference has one more.
      if (labels.contains("QUERY PLAN")
          && String.valueOf(set.getString(1)).startsWith("Trigger ")) {
        continue;
      }
      List<String> row = new ArrayList<>();
      for (int i = 1; i <= labels.size(); i++) {
        row.add(masked.contains(labels.get(i - 1)) ? "*" : String.valueOf(set.getString(i)));
      }
      rows.add(row);
    }
    return new Result(labels, types, rows, -1);
  }

  /** What a COPY sent, a line a row. */
  static Result lines(String text) {
    List<List<String>> rows = text.lines().map(List::of).toList();
    return new Result(List.of(), List.of(), rows, -1);
  }

  /** How many rows it gave or changed. */
  int size() {
    return count < 0 ? rows.size() : count;
  }
}
