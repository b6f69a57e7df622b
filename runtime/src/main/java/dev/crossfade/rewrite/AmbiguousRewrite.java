package dev.crossfade.rewrite;

import dev.crossfade.sql.internal.Finding;

/**
 * A name that means a label to one version of the application and the column to another is refused.
 */
final class AmbiguousRewrite implements Rewrite<Finding.Ambiguous> {

  @Override
  public void apply(Finding.Ambiguous name, Statement statement) {
    throw Refusal.UNCERTAIN.of(statement, statement.of(name.rte().watched(), name.column()));
  }
}
