package dev.crossfade.sql.syntax;

import java.util.List;

/**
 * A table named in FROM, as the target of a write, or by a command: {@code users}, {@code users *},
 * {@code ONLY (users)}; the span covers the decoration, not an alias.
 */
public record TableRef(int start, int end, NamePath name, boolean only) implements Node {

  @Override
  public List<Node> children() {
    return List.of(name);
  }
}
