package dev.crossfade.rewrite;

import dev.crossfade.sql.internal.Finding;

/** {@code users AS u(a, b)}: the positions differ between the phases, so it is refused. */
final class RenamedRewrite implements Rewrite<Finding.Renamed> {

  @Override
  public void apply(Finding.Renamed renamed, Statement statement) {
    throw Refusal.RENAMED.of(statement, statement.of(renamed.rte().watched()));
  }
}
