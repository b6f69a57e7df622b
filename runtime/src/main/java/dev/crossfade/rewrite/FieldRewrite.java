package dev.crossfade.rewrite;

import dev.crossfade.model.Transition;
import dev.crossfade.sql.internal.Finding;
import dev.crossfade.sql.internal.Rte;

/**
 * {@code (u).display_name} and {@code display_name(u)}: pass where the physical column is the one
 * named, else refuse.
 */
final class FieldRewrite implements Rewrite<Finding.Field> {

  @Override
  public void apply(Finding.Field field, Statement statement) {
    for (Rte rte : statement.substituted()) {
      if (field.watched().equals(rte.watched())) {
        return;
      }
    }
    Transition transition = statement.of(field.watched(), field.column());
    if (!statement.physical(transition, field.column()).equals(field.column())) {
      throw Refusal.WHOLE_ROW.of(statement, transition);
    }
  }
}
