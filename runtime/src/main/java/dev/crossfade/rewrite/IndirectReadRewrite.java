package dev.crossfade.rewrite;

import dev.crossfade.model.Transition;
import dev.crossfade.sql.internal.Finding;

/**
 * A view reads the physical column it names: passes where that one is kept in this phase, else
 * refuses.
 */
final class IndirectReadRewrite implements Rewrite<Finding.IndirectRead> {

  @Override
  public void apply(Finding.IndirectRead read, Statement statement) {
    Transition transition = statement.of(read.watched(), read.column());
    if (!statement.physical(transition, read.column()).equals(read.column())) {
      throw Refusal.STALE_VIEW.of(statement, transition);
    }
  }
}
