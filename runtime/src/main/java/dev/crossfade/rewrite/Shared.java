package dev.crossfade.rewrite;

import dev.crossfade.sql.internal.Finding;
import java.util.List;

/**
 * A bare name that another table has too is that table's, for the version that does not have the
 * column in transition. A statement that assigns the column was written by one that has it: to that
 * one the name is ambiguous, and so it is refused.
 */
final class Shared {

  private Shared() {}

  static void check(List<Finding> findings, Statement statement) {
    for (Finding finding : findings) {
      if (finding instanceof Finding.Elsewhere name) {
        String column = name.name().value();
        for (Finding other : findings) {
          if (other instanceof Finding.Update update
              && name.beside().equals(update.target().watched())
              && update.assigns(column)) {
            throw Refusal.UNCERTAIN.of(statement, statement.of(name.beside(), column));
          }
        }
      }
    }
  }
}
