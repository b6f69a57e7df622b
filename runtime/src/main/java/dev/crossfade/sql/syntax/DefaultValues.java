package dev.crossfade.sql.syntax;

import java.util.List;

/** {@code DEFAULT VALUES}. */
public record DefaultValues(int start, int end) implements Node {

  @Override
  public List<Node> children() {
    return List.of();
  }
}
