package dev.crossfade.sql.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code AS u}, {@code u (a, b)}, {@code AS u (a int, b text)}; it starts at AS, if that is
 * written.
 *
 * @param name null for a function's {@code AS (a int, b text)}
 * @param columns the names in parentheses
 * @param definitions a function's column definitions; {@code columns} is empty then
 */
public record Alias(
    int start, int end, @Nullable Name name, List<Name> columns, List<ColumnDefinition> definitions)
    implements Node {

  /** {@code a int}. */
  public record ColumnDefinition(
      int start, int end, Name name, TypeName type, @Nullable NamePath collation) implements Node {
    @Override
    public List<Node> children() {
      return Parts.of(name, type, collation);
    }
  }

  @Override
  public List<Node> children() {
    return Parts.of(name, columns, definitions);
  }
}
