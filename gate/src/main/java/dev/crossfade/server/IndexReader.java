package dev.crossfade.server;

import dev.crossfade.model.Identifier;
import dev.crossfade.server.IndexFacts.Constraint;
import dev.crossfade.server.IndexFacts.Part;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table's indexes part by part, so that one for another column is built from the catalog
 * and never by editing the text of a definition.
 */
final class IndexReader {

  /** A column in an expression tree ({@code pg_node_tree}); number 0 is the whole row. */
  private static final Pattern VAR = Pattern.compile(":varattno (-?\\d+)");

  private IndexReader() {}

  static List<IndexFacts> read(Connection catalog, long table) throws SQLException {
    Map<Long, List<Part>> parts = parts(catalog, table);
    List<IndexFacts> indexes = new ArrayList<>();
    boolean nullsNotDistinct = catalog.getMetaData().getDatabaseMajorVersion() >= 15;
    try (PreparedStatement query =
        catalog.prepareStatement(
            """
            SELECT i.indexrelid, n.nspname, c.relname, m.amname, i.indisunique, %s,
                   i.indisvalid AND i.indislive, pg_get_expr(i.indpred, i.indrelid),
                   i.indpred::text, i.indexprs::text,
                   (SELECT string_agg(split_part(o, '=', 1) || '='
                              || quote_literal(substr(o, strpos(o, '=') + 1)), ', ')
                    FROM unnest(c.reloptions) o),
                   s.spcname, k.conname, k.contype, k.condeferrable, k.condeferred,
                   pg_get_indexdef(i.indexrelid)
            FROM pg_index i
            JOIN pg_class c ON c.oid = i.indexrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_am m ON m.oid = c.relam
            LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
            LEFT JOIN pg_constraint k ON k.conindid = i.indexrelid AND k.conrelid = i.indrelid
                                      AND k.contype IN ('p', 'u', 'x')
            WHERE i.indrelid = ?
            ORDER BY c.relname
            """
                .formatted(nullsNotDistinct ? "i.indnullsnotdistinct" : "false"))) {
      query.setLong(1, table);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          indexes.add(index(row, parts.getOrDefault(row.getLong(1), List.of())));
        }
      }
    }
    return indexes;
  }

  private static IndexFacts index(ResultSet row, List<Part> parts) throws SQLException {
    Set<Integer> mentioned = new HashSet<>();
    mention(row.getString(9), mentioned);
    mention(row.getString(10), mentioned);
    String storage = row.getString(11);
    String constraint = row.getString(13);
    return new IndexFacts(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getBoolean(5),
        row.getBoolean(6),
        row.getBoolean(7),
        parts,
        row.getString(8),
        mentioned,
        storage == null ? "" : storage,
        row.getString(12),
        row.getString(17),
        constraint == null
            ? null
            : new Constraint(
                constraint, row.getString(14).charAt(0), row.getBoolean(15), row.getBoolean(16)));
  }

  private static void mention(@Nullable String tree, Set<Integer> mentioned) {
    if (tree != null) {
      Matcher found = VAR.matcher(tree);
      while (found.find()) {
        mentioned.add(Integer.parseInt(found.group(1)));
      }
    }
  }

  private static Map<Long, List<Part>> parts(Connection catalog, long table) throws SQLException {
    Map<Long, List<Part>> parts = new HashMap<>();
    // indoption: 1 is DESC, 2 is NULLS FIRST (src/include/catalog/pg_index.h).
    try (PreparedStatement query =
        catalog.prepareStatement(
            """
            SELECT i.indexrelid, i.indkey[p - 1], a.attname,
                   CASE WHEN i.indkey[p - 1] = 0 THEN pg_get_indexdef(i.indexrelid, p, false) END,
                   p > i.indnkeyatts,
                   CASE WHEN i.indcollation[p - 1] <> 0
                             AND i.indcollation[p - 1] IS DISTINCT FROM a.attcollation
                        THEN (SELECT format(' COLLATE %I.%I', n.nspname, l.collname)
                              FROM pg_collation l JOIN pg_namespace n ON n.oid = l.collnamespace
                              WHERE l.oid = i.indcollation[p - 1]) END,
                   CASE WHEN NOT o.opcdefault OR x.attoptions IS NOT NULL
                        THEN format(' %I.%I', n.nspname, o.opcname)
                             || COALESCE((SELECT ' (' || string_agg(split_part(v, '=', 1) || '='
                                            || quote_literal(substr(v, strpos(v, '=') + 1)), ', ')
                                            || ')' FROM unnest(x.attoptions) v), '') END,
                   i.indoption[p - 1]
            FROM pg_index i
            CROSS JOIN LATERAL generate_series(1, i.indnatts) p
            JOIN pg_attribute x ON x.attrelid = i.indexrelid AND x.attnum = p
            LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[p - 1]
                                     AND i.indkey[p - 1] <> 0
            LEFT JOIN pg_opclass o ON p <= i.indnkeyatts AND o.oid = i.indclass[p - 1]
            LEFT JOIN pg_namespace n ON n.oid = o.opcnamespace
            WHERE i.indrelid = ?
            ORDER BY i.indexrelid, p
            """)) {
      query.setLong(1, table);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          parts.computeIfAbsent(row.getLong(1), oid -> new ArrayList<>()).add(part(row));
        }
      }
    }
    return parts;
  }

  private static Part part(ResultSet row) throws SQLException {
    int column = row.getInt(2);
    boolean included = row.getBoolean(5);
    String expression =
        column == 0 ? "(" + row.getString(4) + ")" : Identifier.quote(row.getString(3));
    String collation = row.getString(6);
    String operators = row.getString(7);
    String suffix =
        included
            ? ""
            : (collation == null ? "" : collation)
                + (operators == null ? "" : operators)
                + order(row.getInt(8));
    return new Part(column, expression, suffix, included);
  }

  private static String order(int option) {
    return switch (option & 3) {
      case 1 -> " DESC NULLS LAST";
      case 2 -> " NULLS FIRST";
      case 3 -> " DESC";
      default -> "";
    };
  }
}
