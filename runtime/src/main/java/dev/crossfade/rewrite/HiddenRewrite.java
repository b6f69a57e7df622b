package dev.crossfade.rewrite;

import dev.crossfade.sql.Relation;
import dev.crossfade.sql.internal.Finding;

/**
 * A column that must not be there, for USING to find one of its name: it passes where it does not
 * exist or the table was replaced by a subquery without it, else it is refused.
 *
 * <pre>{@code
 * before: SELECT … FROM users u JOIN badges b ON … JOIN teams USING (display_name)
 * after:  SELECT … FROM (SELECT users.id, users.full_name FROM users) u JOIN badges b ON … JOIN teams USING (display_name)
 * }</pre>
 */
final class HiddenRewrite implements Rewrite<Finding.Hidden> {

  @Override
  public void apply(Finding.Hidden hidden, Statement statement) {
    if (!statement.substituted().contains(hidden.rte()) && exists(hidden, statement)) {
      throw Refusal.MERGED.of(statement, statement.of(hidden.rte().watched(), hidden.column()));
    }
  }

  /** Whether the table may have the column now. */
  static boolean exists(Finding.Hidden hidden, Statement statement) {
    Relation relation = hidden.rte().relation();
    statement.of(hidden.rte().watched(), hidden.column());
    return relation == null || relation.column(hidden.column()) != null;
  }
}
