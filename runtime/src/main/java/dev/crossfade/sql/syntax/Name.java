package dev.crossfade.sql.syntax;

import java.util.List;

/**
 * An identifier.
 *
 * @param value the catalog's name for it: unquoted, unescaped, folded, cut to 63 bytes
 */
public record Name(int start, int end, String value) implements Node {

  @Override
  public List<Node> children() {
    return List.of();
  }
}
