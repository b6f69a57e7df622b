package dev.crossfade.rewrite;

import dev.crossfade.model.Phase;
import dev.crossfade.model.Transition;
import dev.crossfade.sql.Relation;
import dev.crossfade.sql.internal.Finding;

/**
 * {@code jsonb_populate_record(NULL::users, …)}: passes where the physical row is what the phase
 * promises, else refuses.
 */
final class RowTypeRewrite implements Rewrite<Finding.RowType> {

  @Override
  public void apply(Finding.RowType type, Statement statement) {
    for (Transition transition : statement.of(type.watched())) {
      Relation relation = statement.catalog().relation(transition.table());
      boolean contracted =
          statement.phase(transition) == Phase.AFTER
              && relation != null
              && relation.column(transition.oldColumn()) == null;
      if (!contracted) {
        throw Refusal.WHOLE_ROW.of(statement, transition);
      }
    }
  }
}
