package dev.crossfade.migrate;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Problem;
import dev.crossfade.server.ColumnFacts;
import dev.crossfade.server.IndexFacts;
import dev.crossfade.server.ServerError;
import dev.crossfade.server.Sql;
import dev.crossfade.server.TableFacts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets inserts omit the old column, which they do in AFTER: without NOT NULL and without a default
 * it becomes NULL. Marks it as superseded in the same transaction, so that no backfill copies its
 * stale values over newer ones. Part of the step to AFTER.
 */
final class Relax {

  private Relax() {}

  /** The step that is left, or none. */
  static List<Step> pending(LiveTransition live) {
    ColumnFacts old = live.old();
    List<String> actions = new ArrayList<>();
    if (old.notNull()) {
      actions.add("ALTER COLUMN " + old.quoted() + " DROP NOT NULL");
    }
    if (old.defaultExpression() != null) {
      // Under a unique index the second insert that omits the column would collide with the first.
      actions.add("ALTER COLUMN " + old.quoted() + " DROP DEFAULT");
    }
    if (actions.isEmpty() && live.superseded()) {
      return List.of();
    }
    List<String> statements = new ArrayList<>();
    if (!actions.isEmpty()) {
      statements.add("ALTER TABLE " + live.table().quoted() + " " + String.join(", ", actions));
    }
    statements.add(
        comment(live, ColumnFacts.superseded(old.plainComment(), live.transition().newColumn())));
    return List.of(
        Step.inTransaction(
            "let inserts omit " + live.transition().tracked(), statements.toArray(String[]::new)));
  }

  /** The step that makes the old column the authority again, or none. */
  static List<Step> restored(LiveTransition live) {
    return live.superseded()
        ? List.of(
            Step.inTransaction(
                "trust " + live.transition().tracked() + " again",
                comment(live, live.old().plainComment())))
        : List.of();
  }

  private static String comment(LiveTransition live, @Nullable String text) {
    return "COMMENT ON COLUMN "
        + live.table().quoted()
        + "."
        + live.old().quoted()
        + " IS "
        + (text == null ? "NULL" : Sql.literal(text));
  }

  /**
   * Refuses if an insert that omits the old column would still fail.
   *
   * @throws CrossfadeException {@code old-column-still-required}
   */
  static void check(Connection connection, LiveTransition live) {
    List<String> stoppers = new ArrayList<>();
    for (IndexFacts index : live.table().indexes()) {
      if (index.makesUnique(live.old().number()) && index.nullsNotDistinct()) {
        stoppers.add("unique index " + index.name() + " lets only one NULL in");
      }
    }
    try {
      checks(connection, live, stoppers);
      domain(connection, live, stoppers);
    } catch (SQLException e) {
      throw ServerError.problem(e, live.transition().describe());
    }
    if (!stoppers.isEmpty()) {
      throw new CrossfadeException(
          new Problem(
              "old-column-still-required",
              "Inserts that omit " + live.transition().tracked() + " may fail.",
              live.transition().describe(),
              String.join("; ", stoppers),
              "put its counterpart on "
                  + live.transition().newColumn()
                  + " and drop it, then run again"));
    }
  }

  private static void checks(Connection connection, LiveTransition live, List<String> stoppers)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            SELECT conname, pg_catalog.array_length(conkey, 1),
                   pg_catalog.pg_get_expr(conbin, conrelid)
            FROM pg_catalog.pg_constraint
            WHERE conrelid = ? AND contype = 'c' AND CAST(? AS smallint) = ANY (conkey)
            ORDER BY conname
            """)) {
      query.setLong(1, live.table().oid());
      query.setInt(2, live.old().number());
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          if (row.getInt(2) > 1) {
            stoppers.add("check " + row.getString(1) + " holds other columns too");
          } else if (!holdsForNull(connection, live, row.getString(3))) {
            stoppers.add("check " + row.getString(1) + " refuses NULL");
          }
        }
      }
    }
  }

  /** Asks the server itself what the check says of a row without the column. */
  private static boolean holdsForNull(Connection connection, LiveTransition live, String check)
      throws SQLException {
    TableFacts table = live.table();
    String row = "SELECT CAST(NULL AS " + live.old().type() + ") AS " + live.old().quoted();
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT ("
                    + check
                    + ") IS NOT FALSE FROM ("
                    + row
                    + ") AS "
                    + dev.crossfade.model.Identifier.quote(table.name()))) {
      result.next();
      return result.getBoolean(1);
    }
  }

  private static void domain(Connection connection, LiveTransition live, List<String> stoppers)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            WITH RECURSIVE types AS (
              SELECT t.oid, t.typnotnull, t.typbasetype FROM pg_catalog.pg_attribute a
              JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
              WHERE a.attrelid = ? AND a.attnum = ?
              UNION ALL
              SELECT b.oid, b.typnotnull, b.typbasetype
              FROM types t JOIN pg_catalog.pg_type b ON b.oid = t.typbasetype)
            SELECT FROM types WHERE typnotnull
            """)) {
      query.setLong(1, live.table().oid());
      query.setInt(2, live.old().number());
      try (ResultSet row = query.executeQuery()) {
        if (row.next()) {
          stoppers.add("the type " + live.old().type() + " refuses NULL");
        }
      }
    }
  }
}
