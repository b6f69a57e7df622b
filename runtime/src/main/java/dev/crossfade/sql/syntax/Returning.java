package dev.crossfade.sql.syntax;

import java.util.List;

/** {@code RETURNING [WITH (OLD AS o, NEW AS n)] items}. */
public record Returning(int start, int end, List<RowAlias> aliases, List<SelectItem> items)
    implements Node {

  /** {@code OLD AS o}; {@code old} tells which of the two. */
  public record RowAlias(int start, int end, boolean old, Name name) implements Node {
    @Override
    public List<Node> children() {
      return List.of(name);
    }
  }

  @Override
  public List<Node> children() {
    return Parts.of(aliases, items);
  }
}
