package dev.crossfade.sql.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows a value to choose a part of it. */
public sealed interface Step extends Node {

  /** {@code .name}; it starts at the dot. */
  record Field(int start, int end, Name name) implements Step {
    @Override
    public List<Node> children() {
      return List.of(name);
    }
  }

  /** {@code .*}; it starts at the dot. */
  record AllFields(int start, int end) implements Step {
    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /**
   * {@code [i]} or {@code [lower:upper]}.
   *
   * @param slice whether there is a colon; without one {@code lower} is the index
   */
  record Subscript(int start, int end, @Nullable Expr lower, @Nullable Expr upper, boolean slice)
      implements Step {
    @Override
    public List<Node> children() {
      return Parts.of(lower, upper);
    }
  }
}
