package dev.crossfade.rewrite;

import dev.crossfade.model.Transition;
import dev.crossfade.sql.internal.Finding;

/**
 * {@code SELECT full_name FROM users u (k)}: refused where the substitute for the table shows both
 * names, or the name would have to change: the bare name may be another table's.
 */
final class BesideAliasesRewrite implements Rewrite<Finding.BesideAliases> {

  @Override
  public void apply(Finding.BesideAliases name, Statement statement) {
    Transition transition = statement.of(name.rte().watched(), name.column());
    if (statement.substituted().contains(name.rte())
        || !statement.physical(transition, name.column()).equals(name.column())) {
      throw Refusal.RENAMED.of(statement, transition);
    }
  }
}
