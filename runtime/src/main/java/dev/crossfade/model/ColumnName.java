package dev.crossfade.model;

/**
 * A column of a table, as the catalog names both. Immutable.
 *
 * @param table its table
 * @param column the column
 */
public record ColumnName(TableName table, String column) {

  public ColumnName {
    if (column.isEmpty()) {
      throw new IllegalArgumentException("empty name");
    }
  }

  /**
   * Reads {@code table.column} or {@code schema.table.column}.
   *
   * @throws CrossfadeException {@code bad-column-name} if it is neither
   */
  public static ColumnName parse(String written) {
    String[] parts = QualifiedName.split(written);
    if (parts.length == 2) {
      return new ColumnName(new TableName(null, parts[0]), parts[1]);
    }
    if (parts.length == 3) {
      return new ColumnName(new TableName(parts[0], parts[1]), parts[2]);
    }
    throw new CrossfadeException(
        new Problem(
            "bad-column-name",
            "\"" + written + "\" is not a column's name.",
            written,
            "a column is named table.column or schema.table.column",
            "correct the name"));
  }

  /** Whether both may name the same column: equal, or one of them leaves the schema open. */
  public boolean mayBe(ColumnName other) {
    return column.equals(other.column) && table.mayBe(other.table);
  }

  /** {@code table.column} or {@code schema.table.column}, quoted only where needed. */
  @Override
  public String toString() {
    return table + "." + Identifier.render(column);
  }
}
