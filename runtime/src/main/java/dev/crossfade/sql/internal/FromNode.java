package dev.crossfade.sql.internal;

import java.util.List;

/**
 * The shape of a FROM clause, which fixes the order in which {@code *} lists columns. Immutable.
 */
public sealed interface FromNode {

  /** {@code users u} */
  record Leaf(Rte rte) implements FromNode {}

  /** {@code a JOIN b ON …} or, with the columns it merges, {@code a JOIN b USING (k)}. */
  record Join(FromNode left, FromNode right, List<String> merged, boolean natural)
      implements FromNode {}

  /** Collects the leaves in the order of the text. */
  default void leaves(List<Rte> into) {
    if (this instanceof Leaf leaf) {
      into.add(leaf.rte());
    } else if (this instanceof Join join) {
      join.left().leaves(into);
      join.right().leaves(into);
    }
  }
}
