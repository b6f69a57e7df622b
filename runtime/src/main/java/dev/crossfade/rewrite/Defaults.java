package dev.crossfade.rewrite;

import dev.crossfade.model.Phase;
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
   * server's own defaults agree. The old column's default is the authority, from NEW_READ on the
   * new one's.
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
    // On the way to AFTER the old column's default is dropped while NEW_READ is still live.
    boolean fromNew =
        statement.phase(transition) == Phase.NEW_READ && fresh.defaultExpression() != null;
    Relation.Column authority = fromNew ? fresh : old;
    if (authority.defaultExpression() == null) {
      return "NULL";
    }
    if (!authority.steadyDefault()) {
      throw Refusal.VOLATILE_DEFAULT.of(statement, transition);
    }
    return "(" + authority.defaultExpression() + ")";
  }
}
