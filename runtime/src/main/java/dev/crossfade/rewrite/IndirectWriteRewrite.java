package dev.crossfade.rewrite;

import dev.crossfade.model.Phase;
import dev.crossfade.model.Transition;
import dev.crossfade.sql.internal.Finding;

/**
 * A write through a view stores the one column that the view names, so it is refused once both are
 * kept. What the view does not name gets its default, which must then be the same for both.
 */
final class IndirectWriteRewrite implements Rewrite<Finding.IndirectWrite> {

  @Override
  public void apply(Finding.IndirectWrite write, Statement statement) {
    for (Transition transition : statement.of(write.watched())) {
      boolean old = write.columns().contains(transition.oldColumn());
      boolean fresh = write.columns().contains(transition.newColumn());
      Phase phase = statement.phase(transition);
      boolean provable =
          phase == Phase.BEFORE
              || phase == Phase.AFTER && !old
              || !old && !fresh && (!write.inserts() || sameDefaults(transition, statement));
      if (!provable) {
        throw Refusal.INDIRECT.of(statement, transition);
      }
    }
  }

  private static boolean sameDefaults(Transition transition, Statement statement) {
    return Defaults.forBoth(transition, statement.catalog().relation(transition.table()), statement)
        == null;
  }
}
