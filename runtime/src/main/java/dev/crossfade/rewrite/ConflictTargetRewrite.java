package dev.crossfade.rewrite;

import dev.crossfade.model.Identifier;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Transition;
import dev.crossfade.sql.Relation;
import dev.crossfade.sql.internal.Finding;
import dev.crossfade.sql.internal.Targets;
import dev.crossfade.sql.syntax.Expr;
import dev.crossfade.sql.syntax.Name;
import org.jspecify.annotations.Nullable;

/**
 * ON CONFLICT names the column whose unique index holds every row in the phase: the old one before
 * NEW_READ, the new one from there on, as soon as it has its index.
 *
 * <pre>{@code
 * before: … ON CONFLICT (display_name) DO NOTHING
 * after:  … ON CONFLICT (full_name) DO NOTHING          -- DUAL_WRITE
 * }</pre>
 */
final class ConflictTargetRewrite implements Rewrite<Finding.ConflictTarget> {

  @Override
  public void apply(Finding.ConflictTarget conflict, Statement statement) {
    Relation relation = conflict.target().relation();
    for (Expr.ColumnRef name : Targets.inferred(conflict.clause())) {
      inferred(name.last(), conflict, statement);
    }
    Name constraint = conflict.clause().constraint();
    if (constraint != null) {
      constraint(constraint.value(), relation, conflict, statement);
    }
  }

  private static void inferred(Name at, Finding.ConflictTarget conflict, Statement statement) {
    String name = at.value();
    for (Transition transition : statement.of(conflict.target().watched())) {
      if (name.equals(transition.oldColumn()) || name.equals(transition.newColumn())) {
        String arbiter = arbiter(transition, conflict.target().relation(), statement);
        if (!arbiter.equals(name)) {
          statement.splicer().replace(at).text(Identifier.render(arbiter));
        }
      }
    }
  }

  private static String arbiter(
      Transition transition, @Nullable Relation relation, Statement statement) {
    Phase phase = statement.phase(transition);
    if (phase == Phase.AFTER) {
      return transition.newColumn();
    }
    // From NEW_READ on an instance in AFTER may write beside us, and then the old column is not
    // complete.
    if (phase == Phase.NEW_READ && relation == null) {
      throw Refusal.CATALOG.of(statement, transition);
    }
    boolean fresh =
        phase == Phase.NEW_READ && relation != null && indexed(relation, transition.newColumn());
    return fresh ? transition.newColumn() : transition.oldColumn();
  }

  private static boolean indexed(Relation relation, String column) {
    return relation.uniques().stream().anyMatch(u -> u.columns().contains(column));
  }

  private static void constraint(
      String constraint,
      @Nullable Relation relation,
      Finding.ConflictTarget conflict,
      Statement statement) {
    for (Transition transition : statement.of(conflict.target().watched())) {
      Phase phase = statement.phase(transition);
      if (relation == null) {
        throw Refusal.CATALOG.of(statement, transition);
      }
      for (Relation.Unique unique : relation.uniques()) {
        if (unique.name().equals(constraint)) {
          boolean old = unique.columns().contains(transition.oldColumn());
          boolean fresh = unique.columns().contains(transition.newColumn());
          if (old && phase == Phase.AFTER || fresh && phase.compareTo(Phase.NEW_READ) < 0) {
            throw Refusal.CONFLICT.of(statement, transition);
          }
        }
      }
    }
  }
}
