package dev.crossfade.rewrite;

import dev.crossfade.model.Transition;
import dev.crossfade.sql.internal.Finding;

/**
 * {@code JOIN … USING (display_name)}: passes where the physical column is the one named, else
 * refuses.
 */
final class MergedRewrite implements Rewrite<Finding.Merged> {

  @Override
  public void apply(Finding.Merged merged, Statement statement) {
    boolean same =
        statement.substituted().contains(merged.rte())
            ? Substitution.provides(merged.rte(), merged.column(), statement)
            : isPhysical(merged, statement);
    // NATURAL joins on one name more or less than the version that wrote it knew.
    if (merged.natural() || !same) {
      throw Refusal.MERGED.of(statement, statement.of(merged.rte().watched(), merged.column()));
    }
  }

  /** Whether the physical column of that name holds what the name asks for. */
  static boolean isPhysical(Finding.Merged merged, Statement statement) {
    Transition transition = statement.of(merged.rte().watched(), merged.column());
    return statement.physical(transition, merged.column()).equals(merged.column());
  }
}
