package dev.crossfade.model;

import org.jspecify.annotations.Nullable;

/**
 * A table as the catalog names it. Immutable.
 *
 * @param schema the schema, or null where the connection's {@code search_path} decides
 * @param name the table
 */
public record TableName(@Nullable String schema, String name) {

  public TableName {
    if (name.isEmpty() || schema != null && schema.isEmpty()) {
      throw new IllegalArgumentException("empty name");
    }
  }

  /**
   * Reads {@code table} or {@code schema.table}, each part folded as {@link Identifier#fold} says.
   *
   * @throws CrossfadeException {@code bad-table-name} if it is neither
   */
  public static TableName parse(String written) {
    String[] parts = QualifiedName.split(written);
    if (parts.length == 1) {
      return new TableName(null, parts[0]);
    }
    if (parts.length == 2) {
      return new TableName(parts[0], parts[1]);
    }
    throw new CrossfadeException(
        new Problem(
            "bad-table-name",
            "\"" + written + "\" is not a table's name.",
            written,
            "a table is named table or schema.table",
            "correct the name"));
  }

  /** Whether both may name the same table: equal, or one of them leaves the schema open. */
  public boolean mayBe(TableName other) {
    return name.equals(other.name)
        && (schema == null || other.schema == null || schema.equals(other.schema));
  }

  /** {@code table} or {@code schema.table}, quoted only where needed. */
  @Override
  public String toString() {
    return schema == null
        ? Identifier.render(name)
        : Identifier.render(schema) + "." + Identifier.render(name);
  }
}
