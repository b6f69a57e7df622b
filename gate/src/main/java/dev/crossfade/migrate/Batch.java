package dev.crossfade.migrate;

import dev.crossfade.server.ColumnFacts;
import dev.crossfade.server.IndexFacts;
import dev.crossfade.server.RowScan;
import dev.crossfade.server.Sql;
import dev.crossfade.server.TableFacts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * The one statement of a backfill: takes the next rows by key, locks those of them that differ and
 * that nobody holds (practice B3), and writes only where old and new differ (B4). Immutable.
 */
final class Batch {

  private final TableFacts table;
  private final TableFacts.Key key;
  private final ColumnFacts target;
  private final String value;
  private final String condition;

  /**
   * What one batch did.
   *
   * @param seen rows looked at; 0 at the end of the range
   * @param differing how many of them differed
   * @param moved how many were written
   * @param last the last key looked at
   */
  record Outcome(long seen, long differing, long moved, List<String> last) {}

  /** Copies {@code source} to {@code target}. */
  Batch(TableFacts table, TableFacts.Key key, ColumnFacts source, ColumnFacts target) {
    this(table, key, target, "t." + source.quoted(), Sql.differ("t", source.name(), target.name()));
  }

  private Batch(
      TableFacts table, TableFacts.Key key, ColumnFacts target, String value, String condition) {
    this.table = table;
    this.key = key;
    this.target = target;
    this.value = value;
    this.condition = condition;
  }

  /**
   * Sets the target to NULL where it differs. A unique index refuses a value that another row still
   * has and is about to lose, whatever the order of the rows: two rows may have swapped theirs.
   */
  Batch clearing() {
    return new Batch(
        table, key, target, "NULL", condition + " AND t." + target.quoted() + " IS NOT NULL");
  }

  /**
   * Runs one batch, which is one transaction.
   *
   * @param from the key after which it starts, or empty for the first
   * @param to the key at which it ends, or empty for the last
   * @param rows how many rows to look at
   */
  Outcome run(Connection connection, List<String> from, List<String> to, int rows)
      throws SQLException {
    try (PreparedStatement batch =
        connection.prepareStatement(sql(!from.isEmpty(), !to.isEmpty(), rows))) {
      int parameter = 1;
      for (String value : from) {
        batch.setString(parameter++, value);
      }
      for (String value : to) {
        batch.setString(parameter++, value);
      }
      try (ResultSet row = batch.executeQuery()) {
        return row.next()
            ? new Outcome(row.getLong(1), row.getLong(2), row.getLong(3), RowScan.key(row, key, 4))
            : new Outcome(0, 0, 0, List.of());
      }
    }
  }

  /** The statement, for a person to read as well. */
  String sql(boolean continued, boolean bounded, int rows) {
    String range =
        (continued ? " AND " + RowScan.after(key, "t", ">") : "")
            + (bounded ? " AND " + RowScan.after(key, "t", "<=") : "");
    return "WITH page AS MATERIALIZED (SELECT t.ctid AS place, "
        + RowScan.keyList(key, "t")
        + ", "
        + condition
        + " AS differs FROM ONLY "
        + table.quoted()
        + " AS t WHERE true"
        + range
        + " ORDER BY "
        + RowScan.keyList(key, "t")
        + " LIMIT "
        + rows
        + "), free AS MATERIALIZED (SELECT t.ctid AS place FROM ONLY "
        + table.quoted()
        + " AS t WHERE t.ctid = ANY (ARRAY(SELECT place FROM page WHERE differs)) AND "
        + condition
        + " FOR "
        + lock()
        + " SKIP LOCKED), moved AS (UPDATE ONLY "
        + table.quoted()
        + " AS t SET "
        + target.quoted()
        + " = "
        + value
        + " WHERE t.ctid = ANY (ARRAY(SELECT place FROM free)) AND "
        + condition
        + " RETURNING 1) SELECT (SELECT count(*) FROM page),"
        + " (SELECT count(*) FROM page WHERE differs), (SELECT count(*) FROM moved), "
        + RowScan.keyText(key, "page")
        + " FROM page ORDER BY "
        + RowScan.keyList(key, "page").replace(", ", " DESC, ")
        + " DESC LIMIT 1";
  }

  /**
   * The lock that the UPDATE itself will take: the weaker one, which foreign key checks do not wait
   * for, unless the target is part of a key that others may refer to.
   */
  private String lock() {
    for (IndexFacts index : table.indexes()) {
      if (index.makesUnique(target.number())) {
        return "UPDATE";
      }
    }
    return "NO KEY UPDATE";
  }
}
