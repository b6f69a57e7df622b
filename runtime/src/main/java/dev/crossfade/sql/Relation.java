package dev.crossfade.sql;

import dev.crossfade.model.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A relation as the database's catalog describes it. Immutable.
 *
 * @param name schema and name, the schema never null
 * @param kind what it is
 * @param temporary whether it is a temporary relation of the session
 * @param columns its columns in physical order, dropped ones left out
 * @param uniques its valid unique indexes without predicate
 */
public record Relation(
    TableName name, Kind kind, boolean temporary, List<Column> columns, List<Unique> uniques) {

  /** What a relation is. */
  public enum Kind {
    TABLE,
    PARTITION,
    VIEW,
    OTHER
  }

  /**
   * A column.
   *
   * @param name its name
   * @param type its type as {@code format_type} prints it
   * @param defaultExpression its default as {@code pg_get_expr} prints it, or null
   * @param steadyDefault whether evaluating the default twice in one statement gives the same value
   *     twice
   * @param generated whether it is a generated or identity column
   */
  public record Column(
      String name,
      String type,
      @Nullable String defaultExpression,
      boolean steadyDefault,
      boolean generated) {}

  /**
   * A unique index that ON CONFLICT may infer or name.
   *
   * @param name the index's (and constraint's) name
   * @param columns its key columns
   */
  public record Unique(String name, List<String> columns) {}

  public Relation {
    columns = List.copyOf(columns);
    uniques = List.copyOf(uniques);
  }

  /** The column with this name, or null. */
  public @Nullable Column column(String column) {
    for (Column candidate : columns) {
      if (candidate.name().equals(column)) {
        return candidate;
      }
    }
    return null;
  }
}
