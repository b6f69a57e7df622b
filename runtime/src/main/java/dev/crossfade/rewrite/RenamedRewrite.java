package dev.crossfade.rewrite;

import dev.crossfade.sql.internal.Finding;

/**
 * {@code users AS u(a, b)}: passes where the physical columns are what the phase promises, else
 * refuses.
 */
final class RenamedRewrite implements Rewrite<Finding.Renamed> {

  @Override
  public void apply(Finding.Renamed renamed, Statement statement) {
    if (renamed.clashes() || StarRewrite.needed(renamed.rte(), statement)) {
      throw Refusal.RENAMED.of(statement, statement.of(renamed.rte().watched()));
    }
  }
}
