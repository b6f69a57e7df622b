package dev.crossfade.rewrite;

import dev.crossfade.model.Transition;
import dev.crossfade.sql.internal.Finding;
import java.util.List;

/**
 * A name of another table's column that the column in transition would make ambiguous.
 *
 * <pre>{@code
 * before: SELECT full_name FROM users JOIN orders ON …     -- orders.full_name: users has display_name
 * after:  SELECT orders.full_name FROM users JOIN orders ON …
 * }</pre>
 */
final class ElsewhereRewrite implements Rewrite<Finding.Elsewhere> {

  @Override
  public void apply(Finding.Elsewhere name, Statement statement) {
    List<Transition> transitions = statement.of(name.beside());
    if (name.uncertain()) {
      throw Refusal.UNCERTAIN.of(statement, transitions);
    }
    if (!name.canQualify()) {
      throw Refusal.SHADOWED.of(statement, transitions);
    }
    statement
        .splicer()
        .replace(name.name())
        .text(name.rte().aliasText() + "." + statement.sql().text(name.name()));
  }
}
