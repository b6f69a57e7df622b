package dev.crossfade.sql.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item of ORDER BY.
 *
 * @param using the operator of {@code USING >}, or null
 */
public record SortKey(int start, int end, Expr value, @Nullable Operator using) implements Node {

  @Override
  public List<Node> children() {
    return Parts.of(value, using);
  }
}
