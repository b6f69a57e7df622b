package dev.crossfade.server;

import dev.crossfade.server.Dependent.Effect;
import dev.crossfade.server.Dependent.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads {@code pg_depend} for one column (PostgreSQL documentation, section 5.15, "Dependency
 * Tracking"), and searches function bodies, which it does not track.
 */
final class DependentReader {

  /**
   * One row a dependent object. {@code kind} is what the object is, {@code alone} whether it serves
   * this column only.
   */
  private static final String TRACKED =
      """
      SELECT kind, name, description, bool_and(refuses), bool_or(alone), objid FROM (
        SELECT d.objid, CASE
            WHEN d.classid = 'pg_rewrite'::regclass THEN
              CASE v.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED_VIEW' ELSE 'RULE' END
            WHEN d.classid = 'pg_policy'::regclass THEN 'POLICY'
            WHEN d.classid = 'pg_trigger'::regclass THEN 'TRIGGER'
            WHEN d.classid = 'pg_attrdef'::regclass THEN 'GENERATED_COLUMN'
            WHEN d.classid = 'pg_class'::regclass THEN
              CASE o.relkind WHEN 'i' THEN 'INDEX' WHEN 'I' THEN 'INDEX' WHEN 'S' THEN 'SEQUENCE'
                ELSE 'PARTITION_KEY' END
            WHEN d.classid = 'pg_constraint'::regclass THEN
              CASE WHEN k.contype = 'f' AND k.confrelid = d.refobjid
                        AND d.refobjsubid = ANY (k.confkey) AND d.deptype = 'n'
                     THEN 'INCOMING_FOREIGN_KEY'
                   WHEN k.contype = 'f' THEN 'FOREIGN_KEY'
                   WHEN k.contype = 'p' THEN 'PRIMARY_KEY'
                   WHEN k.contype = 'u' THEN 'UNIQUE'
                   WHEN k.contype = 'x' THEN 'EXCLUSION'
                   WHEN k.contype = 'c' THEN 'CHECK'
                   WHEN k.contype = 'n' THEN 'NOT_NULL'
                   ELSE 'OTHER' END
            WHEN d.classid = 'pg_statistic_ext'::regclass THEN 'STATISTICS'
            WHEN d.classid = 'pg_publication_rel'::regclass THEN 'PUBLICATION'
            WHEN d.classid = 'pg_proc'::regclass THEN 'FUNCTION'
            ELSE 'OTHER' END AS kind,
          COALESCE(
            CASE WHEN d.classid = 'pg_rewrite'::regclass AND v.relkind IN ('v', 'm')
                 THEN format('%I.%I', vn.nspname, v.relname) END,
            r.rulename, p.polname, t.tgname, k.conname,
            CASE WHEN d.classid = 'pg_class'::regclass
                 THEN format('%I.%I', o_n.nspname, o.relname) END,
            g.attname, s.stxname, b.pubname, f.oid::regprocedure::text,
            pg_describe_object(d.classid, d.objid, d.objsubid)) AS name,
          pg_describe_object(d.classid, d.objid, d.objsubid) AS description,
          d.deptype = 'n' AS refuses,
          CASE
            WHEN d.classid = 'pg_constraint'::regclass THEN k.conkey = ARRAY[d.refobjsubid::int2]
            WHEN d.classid = 'pg_class'::regclass AND o.relkind = 'S' THEN
              NOT EXISTS (SELECT FROM pg_depend u
                          WHERE u.refclassid = 'pg_class'::regclass AND u.refobjid = o.oid
                            AND u.deptype = 'n'
                            AND NOT (u.classid = 'pg_attrdef'::regclass
                              AND u.objid IN (SELECT x.oid FROM pg_attrdef x
                                WHERE x.adrelid = d.refobjid AND x.adnum = d.refobjsubid)))
            ELSE false END AS alone
        FROM pg_depend d
        LEFT JOIN pg_rewrite r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid
        LEFT JOIN pg_class v ON v.oid = r.ev_class
        LEFT JOIN pg_namespace vn ON vn.oid = v.relnamespace
        LEFT JOIN pg_policy p ON d.classid = 'pg_policy'::regclass AND p.oid = d.objid
        LEFT JOIN pg_trigger t ON d.classid = 'pg_trigger'::regclass AND t.oid = d.objid
        LEFT JOIN pg_constraint k ON d.classid = 'pg_constraint'::regclass AND k.oid = d.objid
        LEFT JOIN pg_class o ON d.classid = 'pg_class'::regclass AND o.oid = d.objid
        LEFT JOIN pg_namespace o_n ON o_n.oid = o.relnamespace
        LEFT JOIN pg_attrdef e ON d.classid = 'pg_attrdef'::regclass AND e.oid = d.objid
        LEFT JOIN pg_attribute g ON g.attrelid = e.adrelid AND g.attnum = e.adnum
        LEFT JOIN pg_statistic_ext s ON d.classid = 'pg_statistic_ext'::regclass AND s.oid = d.objid
        LEFT JOIN pg_publication_rel l
          ON d.classid = 'pg_publication_rel'::regclass AND l.oid = d.objid
        LEFT JOIN pg_publication b ON b.oid = l.prpubid
        LEFT JOIN pg_proc f ON d.classid = 'pg_proc'::regclass AND f.oid = d.objid
        WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid = ? AND d.refobjsubid = ?
          AND COALESCE(NOT t.tgisinternal, true)
          AND NOT (d.classid = 'pg_attrdef'::regclass AND e.adnum = d.refobjsubid)
      ) found
      WHERE kind <> 'NOT_NULL'
      GROUP BY kind, name, description, objid
      ORDER BY kind, name
      """;

  /** Views that hold a whole-row reference, which pg_depend does not record by column. */
  private static final String WHOLE_ROWS =
      """
      SELECT DISTINCT CASE v.relkind WHEN 'm' THEN 'MATERIALIZED_VIEW' ELSE 'VIEW' END,
             format('%I.%I', n.nspname, v.relname)
      FROM pg_depend d
      JOIN pg_rewrite r ON r.oid = d.objid
      JOIN pg_class v ON v.oid = r.ev_class
      JOIN pg_namespace n ON n.oid = v.relnamespace
      WHERE d.classid = 'pg_rewrite'::regclass AND d.refclassid = 'pg_class'::regclass
        AND d.refobjid = ? AND v.relkind IN ('v', 'm') AND r.ev_action::text ~ ':varattno 0 '
        AND NOT EXISTS (SELECT FROM pg_depend c WHERE c.classid = d.classid AND c.objid = d.objid
                          AND c.refobjid = d.refobjid AND c.refobjsubid = ?)
      ORDER BY 2
      """;

  private static final String BODIES =
      """
      SELECT p.oid::regprocedure::text, p.prosrc,
             EXISTS (SELECT FROM pg_trigger t WHERE t.tgfoid = p.oid AND t.tgrelid = ?)
      FROM pg_proc p
      JOIN pg_language l ON l.oid = p.prolang
      JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE l.lanname NOT IN ('internal', 'c')
        AND n.nspname NOT IN ('pg_catalog', 'information_schema')
        AND strpos(lower(p.prosrc), lower(?)) > 0
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass
                          AND d.objid = p.oid AND d.deptype = 'e')
      ORDER BY 1
      """;

  private DependentReader() {}

  static List<Dependent> read(Connection catalog, TableFacts table, ColumnFacts column)
      throws SQLException {
    List<Dependent> dependents = new ArrayList<>();
    try (PreparedStatement query = catalog.prepareStatement(TRACKED)) {
      query.setLong(1, table.oid());
      query.setInt(2, column.number());
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          dependents.add(tracked(table, column, row));
        }
      }
    }
    try (PreparedStatement query = catalog.prepareStatement(WHOLE_ROWS)) {
      query.setLong(1, table.oid());
      query.setInt(2, column.number());
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          Kind kind = Kind.valueOf(row.getString(1));
          String name = row.getString(2);
          String told = kind.text() + " " + name + " reads whole rows";
          dependents.add(new Dependent(kind, name, told, Effect.LOSES_A_FIELD));
        }
      }
    }
    try (PreparedStatement query = catalog.prepareStatement(BODIES)) {
      query.setLong(1, table.oid());
      query.setString(2, column.name());
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          body(table, column, row, dependents);
        }
      }
    }
    return dependents;
  }

  private static Dependent tracked(TableFacts table, ColumnFacts column, ResultSet row)
      throws SQLException {
    Kind kind = Kind.valueOf(row.getString(1));
    String name = row.getString(2);
    boolean refuses = row.getBoolean(4);
    boolean alone = row.getBoolean(5);
    Effect effect =
        switch (kind) {
          case INDEX ->
              indexOnly(table, column, row.getLong(6)) ? Effect.GOES_ALONG : Effect.TAKEN_AWAY;
          // The server drops a primary key or a constraint of several columns without a word.
          case PRIMARY_KEY, EXCLUSION, STATISTICS -> Effect.TAKEN_AWAY;
          case UNIQUE, CHECK, FOREIGN_KEY -> alone ? Effect.GOES_ALONG : Effect.TAKEN_AWAY;
          case SEQUENCE -> alone ? Effect.GOES_ALONG : Effect.REFUSES;
          case PARTITION_KEY -> Effect.REFUSES;
          default -> refuses ? Effect.REFUSES : Effect.TAKEN_AWAY;
        };
    return new Dependent(kind, name, row.getString(3), effect);
  }

  private static boolean indexOnly(TableFacts table, ColumnFacts column, long oid) {
    return table.indexes().stream()
        .anyMatch(index -> index.oid() == oid && index.onlyOn(column.number()));
  }

  private static void body(
      TableFacts table, ColumnFacts column, ResultSet row, List<Dependent> dependents)
      throws SQLException {
    String body = row.getString(2);
    if (!names(body, column.name())) {
      return;
    }
    boolean ours = row.getBoolean(3) || names(body, table.name());
    dependents.add(
        new Dependent(
            Kind.FUNCTION,
            row.getString(1),
            "function " + row.getString(1) + (ours ? "" : " (names the column, not the table)"),
            ours ? Effect.MAY_BREAK : Effect.MENTIONS));
  }

  /** Whether {@code word} stands in {@code text} as a word of its own, in any case. */
  static boolean names(String text, String word) {
    String body = text.toLowerCase(Locale.ROOT);
    String name = word.toLowerCase(Locale.ROOT);
    for (int at = body.indexOf(name); at >= 0; at = body.indexOf(name, at + 1)) {
      int end = at + name.length();
      if ((at == 0 || !isPart(body.charAt(at - 1)))
          && (end == body.length() || !isPart(body.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }
}
