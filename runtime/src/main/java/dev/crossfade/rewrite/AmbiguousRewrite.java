package dev.crossfade.rewrite;

import dev.crossfade.model.Phase;
import dev.crossfade.model.Transition;
import dev.crossfade.sql.Relation;
import dev.crossfade.sql.internal.Finding;

/**
 * A name that means a label to one version of the application and the column to another is refused.
 */
final class AmbiguousRewrite implements Rewrite<Finding.Ambiguous> {

  @Override
  public void apply(Finding.Ambiguous name, Statement statement) {
    Transition transition = statement.of(name.rte().watched(), name.column());
    Relation relation = name.rte().relation();
    boolean gone =
        statement.phase(transition) == Phase.AFTER
            && relation != null
            && relation.column(name.column()) == null;
    if (!gone) {
      throw Refusal.UNCERTAIN.of(statement, transition);
    }
  }
}
