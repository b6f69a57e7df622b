package dev.crossfade.sql.syntax;

import java.util.List;

/**
 * One item of SET.
 *
 * @param targets one for {@code c = value}; those of {@code (a, b) = value}
 * @param multiple whether the targets are in parentheses. The value is then an {@link Expr.Row}, an
 *     {@link Expr.Subquery}, or what the server refuses later
 * @param value it may be, or hold as a row, {@link Expr.Default}
 */
public record Assignment(int start, int end, List<Target> targets, boolean multiple, Expr value)
    implements Node {

  @Override
  public List<Node> children() {
    return Parts.of(targets, value);
  }
}
