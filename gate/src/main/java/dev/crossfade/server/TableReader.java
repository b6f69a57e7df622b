package dev.crossfade.server;

import dev.crossfade.server.ColumnFacts.Grant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a table, its columns and its key. */
final class TableReader {

  private TableReader() {}

  static TableFacts read(Connection catalog, long oid) throws SQLException {
    List<ColumnFacts> columns = columns(catalog, oid);
    List<IndexFacts> indexes = IndexReader.read(catalog, oid);
    try (PreparedStatement query =
        catalog.prepareStatement(
            """
            SELECT n.nspname, c.relname, c.relkind, c.reltuples,
                   c.relispartition OR c.relhassubclass
                     OR EXISTS (SELECT FROM pg_inherits i WHERE c.oid IN (i.inhrelid, i.inhparent))
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = ?
            """)) {
      query.setLong(1, oid);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("the table is gone", "42P01");
        }
        return new TableFacts(
            oid,
            row.getString(1),
            row.getString(2),
            row.getString(3).charAt(0),
            row.getBoolean(5),
            (long) row.getDouble(4),
            columns,
            indexes,
            key(columns, indexes));
      }
    }
  }

  private static List<ColumnFacts> columns(Connection catalog, long oid) throws SQLException {
    Map<Integer, List<Grant>> grants = grants(catalog, oid);
    List<ColumnFacts> columns = new ArrayList<>();
    // A default is volatile if a function of its tree is; pg_depend does not record built-in ones.
    try (PreparedStatement query =
        catalog.prepareStatement(
            """
            SELECT a.attnum, a.attname, format_type(a.atttypid, a.atttypmod),
                   CASE WHEN a.attcollation <> t.typcollation
                        THEN (SELECT format('%I.%I', n.nspname, l.collname) FROM pg_collation l
                              JOIN pg_namespace n ON n.oid = l.collnamespace
                              WHERE l.oid = a.attcollation) END,
                   a.attnotnull, a.attidentity <> '', a.attgenerated <> '',
                   pg_get_expr(d.adbin, d.adrelid),
                   EXISTS (SELECT FROM
                             regexp_matches(d.adbin::text, ':(?:funcid|opfuncid) (\\d+)', 'g') m
                           JOIN pg_proc p ON p.oid = m[1]::oid WHERE p.provolatile = 'v'),
                   COALESCE(a.attstattarget, -1), col_description(a.attrelid, a.attnum)
            FROM pg_attribute a
            JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attrelid = ? AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attnum
            """)) {
      query.setLong(1, oid);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          columns.add(
              new ColumnFacts(
                  row.getInt(1),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  row.getBoolean(5),
                  row.getBoolean(6),
                  row.getBoolean(7),
                  row.getString(8),
                  row.getBoolean(9),
                  row.getInt(10),
                  row.getString(11),
                  grants.getOrDefault(row.getInt(1), List.of())));
        }
      }
    }
    return columns;
  }

  private static Map<Integer, List<Grant>> grants(Connection catalog, long oid)
      throws SQLException {
    Map<Integer, List<Grant>> grants = new HashMap<>();
    try (PreparedStatement query =
        catalog.prepareStatement(
            """
            SELECT a.attnum, COALESCE(quote_ident(r.rolname), 'PUBLIC'), x.privilege_type,
                   x.is_grantable
            FROM pg_attribute a CROSS JOIN LATERAL aclexplode(a.attacl) x
            LEFT JOIN pg_roles r ON r.oid = x.grantee
            WHERE a.attrelid = ? AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY 1, 2, 3
            """)) {
      query.setLong(1, oid);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          grants
              .computeIfAbsent(row.getInt(1), number -> new ArrayList<>())
              .add(new Grant(row.getString(2), row.getString(3), row.getBoolean(4)));
        }
      }
    }
    return grants;
  }

  private static TableFacts.@Nullable Key key(List<ColumnFacts> columns, List<IndexFacts> indexes) {
    TableFacts.Key unique = null;
    for (IndexFacts index : indexes) {
      TableFacts.Key candidate = keyOf(columns, index);
      IndexFacts.Constraint constraint = index.constraint();
      if (candidate != null && constraint != null && constraint.type() == 'p') {
        return candidate;
      }
      if (candidate != null && unique == null) {
        unique = candidate;
      }
    }
    return unique;
  }

  private static TableFacts.@Nullable Key keyOf(List<ColumnFacts> columns, IndexFacts index) {
    if (!index.unique() || !index.valid() || index.predicate() != null) {
      return null;
    }
    List<ColumnFacts> found = new ArrayList<>();
    for (IndexFacts.Part part : index.parts()) {
      if (part.included()) {
        continue;
      }
      ColumnFacts column =
          columns.stream().filter(c -> c.number() == part.column()).findFirst().orElse(null);
      // An order or collation of the index that is not the column's own would make the row
      // comparison walk in another order than the index.
      if (column == null || !column.notNull() || !part.suffix().isEmpty()) {
        return null;
      }
      found.add(column);
    }
    return new TableFacts.Key(found);
  }
}
