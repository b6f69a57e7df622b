package dev.crossfade.rewrite;

import dev.crossfade.model.Transition;
import dev.crossfade.sql.Relation;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a write stores in a column in transition that it leaves to its default, while both columns
 * are kept.
 */
final class Defaults {

  private Defaults() {}

  /**
   * The expression to store in both columns where their defaults would differ, or null where the
   * server's own defaults agree. The old column's default is the authority.
   */
  static @Nullable String forBoth(
      Transition transition, @Nullable Relation relation, Statement statement) {
    if (relation == null) {
      throw Refusal.CATALOG.of(statement, transition);
    }
    Relation.Column old = relation.column(transition.oldColumn());
    Relation.Column fresh = relation.column(transition.newColumn());
    if (old == null || fresh == null) {
      // A column is missing that this phase needs: the server's own error says so best.
      return null;
    }
    if (old.generated() || fresh.generated()) {
      throw Refusal.GENERATED.of(statement, transition);
    }
    if (Objects.equals(old.defaultExpression(), fresh.defaultExpression())
        && (old.defaultExpression() == null || old.steadyDefault())) {
      return null;
    }
    if (old.defaultExpression() == null) {
      return "NULL";
    }
    if (!old.steadyDefault()) {
      throw Refusal.VOLATILE_DEFAULT.of(statement, transition);
    }
    return "(" + old.defaultExpression() + ")";
  }
}
