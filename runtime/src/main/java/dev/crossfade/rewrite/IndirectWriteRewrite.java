package dev.crossfade.rewrite;

import dev.crossfade.model.Phase;
import dev.crossfade.model.Transition;
import dev.crossfade.sql.internal.Finding;

/**
 * A write through a view stores the one column that the view names, so it is refused once both are
 * kept.
 */
final class IndirectWriteRewrite implements Rewrite<Finding.IndirectWrite> {

  @Override
  public void apply(Finding.IndirectWrite write, Statement statement) {
    for (Transition transition : statement.of(write.watched())) {
      if (statement.phase(transition) != Phase.BEFORE) {
        throw Refusal.INDIRECT.of(statement, transition);
      }
    }
  }
}
