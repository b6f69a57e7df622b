package dev.crossfade.jdbc;

import dev.crossfade.model.TableName;
import dev.crossfade.sql.Relation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A relation while its rows are being read. */
final class RelationDraft {

  final long oid;
  final List<Relation.Unique> uniques = new ArrayList<>();
  private final TableName name;
  private final Relation.Kind kind;
  private final boolean temporary;
  private final List<ColumnDraft> columns = new ArrayList<>();

  private record ColumnDraft(
      String name,
      String type,
      @Nullable String defaultExpression,
      boolean steadyTree,
      boolean generated,
      boolean identity,
      Set<String> routines) {}

  private RelationDraft(ResultSet rows) throws SQLException {
    oid = rows.getLong(2);
    name = new TableName(rows.getString(3), rows.getString(4));
    kind = kind(rows.getString(5), rows.getBoolean(6));
    temporary = rows.getBoolean(7);
  }

  /** Reads the rows of {@link CatalogQueries#RELATIONS}. */
  static Map<TableName, RelationDraft> read(ResultSet rows, List<TableName> asked)
      throws SQLException {
    Map<TableName, RelationDraft> drafts = new HashMap<>();
    while (rows.next()) {
      TableName key = asked.get(rows.getInt(1) - 1);
      RelationDraft draft = drafts.get(key);
      if (draft == null) {
        draft = new RelationDraft(rows);
        drafts.put(key, draft);
      }
      if (rows.getString(8) != null) {
        draft.addColumn(rows);
      }
    }
    return drafts;
  }

  private void addColumn(ResultSet rows) throws SQLException {
    String expression = rows.getString(10);
    columns.add(
        new ColumnDraft(
            rows.getString(8),
            rows.getString(9),
            expression,
            rows.getBoolean(11),
            rows.getBoolean(12),
            rows.getBoolean(13),
            expression == null ? Set.of() : DefaultExpression.routines(expression)));
  }

  private static Relation.Kind kind(String relkind, boolean partition) {
    return switch (relkind) {
      case "r", "p" -> partition ? Relation.Kind.PARTITION : Relation.Kind.TABLE;
      case "v" -> Relation.Kind.VIEW;
      default -> Relation.Kind.OTHER;
    };
  }

  /** The routines and operators that stand in the columns' defaults. */
  Set<String> defaultRoutines() {
    Set<String> all = new HashSet<>();
    for (ColumnDraft column : columns) {
      all.addAll(column.routines());
    }
    return all;
  }

  /** Both the expression's tree and its text must look steady: neither format is a promise. */
  Relation relation(Set<String> steadyRoutines) {
    List<Relation.Column> read = new ArrayList<>();
    for (ColumnDraft column : columns) {
      read.add(
          new Relation.Column(
              column.name(),
              column.type(),
              column.defaultExpression(),
              column.steadyTree()
                  && !column.identity()
                  && steadyRoutines.containsAll(column.routines()),
              column.generated()));
    }
    return new Relation(name, kind, temporary, read, uniques);
  }
}
