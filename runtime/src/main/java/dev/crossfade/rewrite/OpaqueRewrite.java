package dev.crossfade.rewrite;

import dev.crossfade.model.Phase;
import dev.crossfade.model.Transition;
import dev.crossfade.sql.internal.Finding;

/**
 * DDL passes: it is the migration's own business. A DO block passes only where nothing would have
 * to change in it.
 */
final class OpaqueRewrite implements Rewrite<Finding.Opaque> {

  @Override
  public void apply(Finding.Opaque opaque, Statement statement) {
    if (opaque.ddl()) {
      return;
    }
    for (Transition transition : statement.of(opaque.watched())) {
      Phase phase = statement.phase(transition);
      boolean harmless =
          phase == Phase.BEFORE && !transition.newColumn().equals(opaque.column())
              || phase == Phase.AFTER && !transition.oldColumn().equals(opaque.column());
      if (!harmless) {
        throw Refusal.SERVER_SIDE.of(statement, transition);
      }
    }
  }
}
