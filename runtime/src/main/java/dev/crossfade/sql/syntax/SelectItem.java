package dev.crossfade.sql.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item of a select list or of RETURNING.
 *
 * @param value {@link Expr.Star} for {@code *}
 * @param label what AS, or the bare word after the value, names it
 */
public record SelectItem(int start, int end, Expr value, @Nullable Name label) implements Node {

  @Override
  public List<Node> children() {
    return Parts.of(value, label);
  }
}
