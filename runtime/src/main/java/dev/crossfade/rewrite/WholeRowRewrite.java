package dev.crossfade.rewrite;

import dev.crossfade.sql.internal.Finding;

/**
 * {@code row_to_json(u)}: passes where the physical row is what the phase promises, else refuses.
 */
final class WholeRowRewrite implements Rewrite<Finding.WholeRow> {

  @Override
  public void apply(Finding.WholeRow row, Statement statement) {
    if (StarRewrite.needed(row.rte(), statement)) {
      throw Refusal.WHOLE_ROW.of(statement, statement.of(row.rte().watched()));
    }
  }
}
