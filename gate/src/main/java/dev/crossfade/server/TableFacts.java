package dev.crossfade.server;

import dev.crossfade.model.Identifier;
import dev.crossfade.model.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as the catalog holds it. Immutable.
 *
 * @param oid its oid
 * @param schema its schema
 * @param name its name
 * @param kind {@code relkind}: {@code r} for a table, {@code p} for a partitioned one, …
 * @param related whether it is a partition, or has or is an inheritance child
 * @param estimatedRows the planner's estimate, or -1 if it was never analysed
 * @param columns its columns in physical order
 * @param indexes its indexes
 * @param key what identifies a row, or null
 */
public record TableFacts(
    long oid,
    String schema,
    String name,
    char kind,
    boolean related,
    long estimatedRows,
    List<ColumnFacts> columns,
    List<IndexFacts> indexes,
    @Nullable Key key) {

  /**
   * A primary key, or a unique key without NULL.
   *
   * @param columns its columns
   */
  public record Key(List<ColumnFacts> columns) {}

  public TableFacts {
    columns = List.copyOf(columns);
    indexes = List.copyOf(indexes);
  }

  /** {@code "schema"."table"}. */
  public String quoted() {
    return Identifier.quote(schema) + "." + Identifier.quote(name);
  }

  /** Its name with its schema. */
  public TableName tableName() {
    return new TableName(schema, name);
  }

  /** The column with this name, or null. */
  public @Nullable ColumnFacts column(String column) {
    for (ColumnFacts candidate : columns) {
      if (candidate.name().equals(column)) {
        return candidate;
      }
    }
    return null;
  }
}
