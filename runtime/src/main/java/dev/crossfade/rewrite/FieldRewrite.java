package dev.crossfade.rewrite;

import dev.crossfade.model.Transition;
import dev.crossfade.sql.internal.Finding;

/**
 * {@code (u).display_name} and {@code display_name(u)}: pass where the physical column is the one
 * named, else refuse.
 */
final class FieldRewrite implements Rewrite<Finding.Field> {

  @Override
  public void apply(Finding.Field field, Statement statement) {
    Transition transition = statement.of(field.watched(), field.column());
    if (!statement.physical(transition, field.column()).equals(field.column())) {
      throw Refusal.WHOLE_ROW.of(statement, transition);
    }
  }
}
