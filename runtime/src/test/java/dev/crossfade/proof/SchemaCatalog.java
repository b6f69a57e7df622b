package dev.crossfade.proof;

import dev.crossfade.model.ColumnName;
import dev.crossfade.model.Identifier;
import dev.crossfade.model.TableName;
import dev.crossfade.sql.Catalog;
import dev.crossfade.sql.Relation;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The catalog of a live session, read when asked and then remembered. Independent of the proxy's
 * own, so that one's mistakes do not hide the other's. For one thread.
 */
final class SchemaCatalog implements Catalog {

  private static final Pattern CALLED = Pattern.compile("([a-z_][a-z0-9_]*)\\s*\\(");

  private final Connection connection;
  private final Map<TableName, Optional<Relation>> relations = new HashMap<>();
  private final Map<String, Boolean> steady = new HashMap<>();
  private final Map<TableName, Set<String>> reaching = new HashMap<>();
  private final Map<ColumnName, Set<String>> viewsReading = new HashMap<>();

  SchemaCatalog(Connection connection) {
    this.connection = connection;
  }

  /** Forgets everything, after DDL. */
  void forget() {
    relations.clear();
    steady.clear();
    reaching.clear();
    viewsReading.clear();
  }

  @Override
  public Relation relation(TableName name) {
    return relations.computeIfAbsent(name, n -> Optional.ofNullable(load(n))).orElse(null);
  }

  @Override
  public boolean steady(Collection<String> routinesAndOperators) {
    for (String name : routinesAndOperators) {
      if (!steady.computeIfAbsent(name, this::isSteady)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Set<String> reaching(TableName table) {
    return reaching.computeIfAbsent(table, this::loadReaching);
  }

  @Override
  public Set<String> viewsReading(ColumnName column) {
    return viewsReading.computeIfAbsent(column, this::loadViewsReading);
  }

  private Set<String> loadViewsReading(ColumnName column) {
    String sql =
        """
        WITH RECURSIVE family (oid) AS (
          SELECT to_regclass(?)::oid
          UNION
          SELECT i.inhrelid FROM family JOIN pg_inherits i ON i.inhparent = family.oid
        ), uses (relation, attribute, view) AS (
          SELECT d.refobjid, d.refobjsubid, r.ev_class
          FROM pg_depend d JOIN pg_rewrite r ON r.oid = d.objid
          WHERE d.classid = 'pg_rewrite'::regclass AND d.refclassid = 'pg_class'::regclass
        ), reading (oid) AS (
          SELECT uses.view FROM family
          JOIN pg_attribute a ON a.attrelid = family.oid AND a.attname = ?
          JOIN uses ON uses.relation = family.oid AND uses.attribute = a.attnum
          UNION
          SELECT uses.view FROM reading JOIN uses
            ON uses.relation = reading.oid AND uses.view <> reading.oid)
        SELECT DISTINCT c.relname FROM reading JOIN pg_class c ON c.oid = reading.oid
        """;
    Set<String> names = new HashSet<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, quoted(column.table()));
      query.setString(2, column.column());
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          names.add(row.getString(1));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return names;
  }

  private Relation load(TableName name) {
    String found =
        """
        SELECT c.oid, n.nspname, c.relname, c.relkind::text, c.relispartition, c.relpersistence = 't'
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.oid = to_regclass(?) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
        """;
    try (PreparedStatement query = connection.prepareStatement(found)) {
      query.setString(1, quoted(name));
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return null;
        }
        long oid = row.getLong(1);
        return new Relation(
            new TableName(row.getString(2), row.getString(3)),
            kind(row.getString(4), row.getBoolean(5)),
            row.getBoolean(6),
            columns(oid),
            uniques(oid));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Relation.Kind kind(String relkind, boolean partition) {
    return switch (relkind) {
      case "r", "p" -> partition ? Relation.Kind.PARTITION : Relation.Kind.TABLE;
      case "v", "m" -> Relation.Kind.VIEW;
      default -> Relation.Kind.OTHER;
    };
  }

  private List<Relation.Column> columns(long oid) throws SQLException {
    String sql =
        """
        SELECT a.attname, format_type(a.atttypid, a.atttypmod), pg_get_expr(d.adbin, d.adrelid),
               a.attgenerated <> '' OR a.attidentity <> ''
        FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE a.attrelid = ? AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum
        """;
    List<Relation.Column> columns = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setLong(1, oid);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          String defaultExpression = row.getString(3);
          columns.add(
              new Relation.Column(
                  row.getString(1),
                  row.getString(2),
                  defaultExpression,
                  defaultExpression == null || steady(called(defaultExpression)),
                  row.getBoolean(4)));
        }
      }
    }
    return columns;
  }

  private static Set<String> called(String expression) {
    Set<String> names = new HashSet<>();
    Matcher matcher = CALLED.matcher(expression);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private List<Relation.Unique> uniques(long oid) throws SQLException {
    String sql =
        """
        SELECT c.relname, array_agg(a.attname::text ORDER BY k.place)
        FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
        CROSS JOIN LATERAL unnest(i.indkey[0:i.indnkeyatts - 1]) WITH ORDINALITY AS k (attnum, place)
        LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
        WHERE i.indrelid = ? AND i.indisunique AND i.indisvalid AND i.indpred IS NULL
        GROUP BY c.relname, i.indexrelid HAVING bool_and(k.attnum > 0) ORDER BY i.indexrelid
        """;
    List<Relation.Unique> uniques = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setLong(1, oid);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          Array names = row.getArray(2);
          uniques.add(new Relation.Unique(row.getString(1), List.of((String[]) names.getArray())));
        }
      }
    }
    return uniques;
  }

  private boolean isSteady(String name) {
    String sql =
        """
        SELECT count(*) > 0 AND bool_and(p.provolatile <> 'v' AND NOT p.proretset) FROM pg_proc p
        WHERE p.proname = ? OR p.oid IN (SELECT o.oprcode FROM pg_operator o WHERE o.oprname = ?)
        """;
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, name);
      query.setString(2, name);
      try (ResultSet row = query.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Set<String> loadReaching(TableName table) {
    String sql =
        """
        WITH RECURSIVE found (oid) AS (
          SELECT to_regclass(?)::oid
          UNION
          SELECT next.oid FROM found, LATERAL (
            SELECT i.inhrelid FROM pg_inherits i WHERE i.inhparent = found.oid
            UNION ALL
            SELECT r.ev_class FROM pg_depend d JOIN pg_rewrite r ON r.oid = d.objid
            WHERE d.classid = 'pg_rewrite'::regclass AND d.refobjid = found.oid
              AND d.refclassid = 'pg_class'::regclass) AS next (oid))
        SELECT DISTINCT c.relname FROM found JOIN pg_class c ON c.oid = found.oid
        WHERE c.oid <> to_regclass(?)
        """;
    Set<String> names = new HashSet<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, quoted(table));
      query.setString(2, quoted(table));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          names.add(row.getString(1));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return names;
  }

  private static String quoted(TableName name) {
    String table = Identifier.quote(name.name());
    return name.schema() == null ? table : Identifier.quote(name.schema()) + "." + table;
  }
}
