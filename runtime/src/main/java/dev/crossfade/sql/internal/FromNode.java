package dev.crossfade.sql.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a FROM clause, which fixes the order in which {@code *} lists columns. Immutable.
 */
public sealed interface FromNode {

  /** {@code users u} */
  record Leaf(Rte rte) implements FromNode {}

  /**
   * {@code a JOIN b ON …} or, with the columns it merges, {@code a JOIN b USING (k)}.
   *
   * @param alias {@code j} of {@code USING (k) AS j}, which {@code *} does not list, or null
   */
  record Join(
      FromNode left, FromNode right, List<String> merged, boolean natural, @Nullable Rte alias)
      implements FromNode {}

  /** Whether a join in here merges two columns of that name, which then is not ambiguous. */
  default boolean merges(String column) {
    return this instanceof Join join
        && (join.merged().contains(column)
            || join.natural() && join.left().shows(column) && join.right().shows(column)
            || join.left().merges(column)
            || join.right().merges(column));
  }

  private boolean shows(String column) {
    List<Rte> leaves = new ArrayList<>();
    leaves(leaves);
    return leaves.stream().anyMatch(leaf -> leaf.has(column) == Rte.Has.YES);
  }

  /**
   * Whether a column that a join of {@code from} merges is another table's beside that join too:
   * its bare name, by which alone the merged column can be named, is ambiguous then.
   */
  static boolean sharesMerged(List<FromNode> from) {
    List<Rte> all = new ArrayList<>();
    from.forEach(node -> node.leaves(all));
    return from.stream().anyMatch(node -> node.sharesMerged(Set.of(), all));
  }

  private boolean sharesMerged(Set<String> above, List<Rte> all) {
    if (!(this instanceof Join join)) {
      return false;
    }
    List<Rte> own = new ArrayList<>();
    leaves(own);
    Set<String> merged = new LinkedHashSet<>(join.merged());
    if (join.natural()) {
      for (Rte leaf : own) {
        List<String> names = leaf.columnNames();
        if (names != null) {
          names.stream().filter(this::merges).forEach(merged::add);
        }
      }
    }
    merged.removeAll(above);
    for (Rte other : all) {
      if (!own.contains(other)
          && merged.stream().anyMatch(column -> other.owns(column) == Rte.Has.YES)) {
        return true;
      }
    }
    merged.addAll(above);
    return join.left().sharesMerged(merged, all) || join.right().sharesMerged(merged, all);
  }

  /** Collects the leaves in the order of the text. */
  default void leaves(List<Rte> into) {
    if (this instanceof Leaf leaf) {
      into.add(leaf.rte());
    } else if (this instanceof Join join) {
      join.left().leaves(into);
      join.right().leaves(into);
    }
  }

  /** Collects the aliases that stand for merged columns only. */
  default void mergedAliases(List<Rte> into) {
    if (this instanceof Join join) {
      join.left().mergedAliases(into);
      join.right().mergedAliases(into);
      if (join.alias() != null) {
        into.add(join.alias());
      }
    }
  }
}
