package dev.crossfade.sql.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is between OVER's or a named window's parentheses, these included; or the bare name of
 * {@code OVER w}.
 *
 * @param base the window that it names
 * @param bounds the offsets of the frame: {@code 3} of {@code ROWS 3 PRECEDING}
 */
public record WindowSpec(
    int start,
    int end,
    @Nullable Name base,
    List<Expr> partitionBy,
    List<SortKey> orderBy,
    List<Expr> bounds)
    implements Node {

  @Override
  public List<Node> children() {
    return Parts.of(base, partitionBy, orderBy, bounds);
  }
}
