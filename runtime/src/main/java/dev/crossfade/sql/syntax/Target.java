package dev.crossfade.sql.syntax;

import java.util.List;

/**
 * A column that is written, perhaps only a part of it: {@code c}, {@code c[1]}, {@code c.field}.
 */
public record Target(int start, int end, Name name, List<Step> steps) implements Node {

  @Override
  public List<Node> children() {
    return Parts.of(name, steps);
  }
}
