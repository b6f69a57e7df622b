package dev.crossfade.sql.syntax;

import java.util.List;

/** The columns of INSERT or COPY; the span covers the parentheses. */
public record ColumnList(int start, int end, List<Target> columns) implements Node {

  @Override
  public List<Node> children() {
    return Parts.of(columns);
  }
}
