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
    Transition transition = statement.of(merged.rte().watched(), merged.column());
    if (merged.natural()
        || !statement.physical(transition, merged.column()).equals(merged.column())) {
      throw Refusal.MERGED.of(statement, transition);
    }
  }
}
