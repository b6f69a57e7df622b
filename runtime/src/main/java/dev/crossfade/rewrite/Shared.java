package dev.crossfade.rewrite;

import dev.crossfade.sql.internal.Finding;
import dev.crossfade.sql.internal.Targets;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

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
        String column = statement.sql().name(name.start(), name.end());
        for (Finding other : findings) {
          if (other instanceof Finding.Update update
              && name.beside().equals(update.target().watched())
              && assigns(update, column, statement)) {
            throw Refusal.UNCERTAIN.of(statement, statement.of(name.beside(), column));
          }
        }
      }
    }
  }

  private static boolean assigns(Finding.Update update, String column, Statement statement) {
    for (ParserRuleContext item : update.items()) {
      if (Targets.columns(statement.sql(), item).contains(column)) {
        return true;
      }
    }
    return false;
  }
}
