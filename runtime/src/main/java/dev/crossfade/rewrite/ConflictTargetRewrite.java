package dev.crossfade.rewrite;

import dev.crossfade.model.Identifier;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Transition;
import dev.crossfade.sql.Relation;
import dev.crossfade.sql.internal.Finding;
import dev.crossfade.sql.internal.Targets;
import dev.crossfade.sql.syntax.Expr;
import dev.crossfade.sql.syntax.Name;
import dev.crossfade.sql.syntax.OnConflict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ON CONFLICT names the column whose unique index holds every row in the phase: the old one before
 * NEW_READ, the new one from there on, as soon as it has its index.
 *
 * <pre>{@code
 * before: … ON CONFLICT (display_name) DO NOTHING
 * after:  … ON CONFLICT (full_name) DO NOTHING          -- DUAL_WRITE
 *
 * before: … ON CONFLICT ON CONSTRAINT users_display_name_key DO NOTHING
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
    OnConflict.Constraint constraint = conflict.clause().constraint();
    if (constraint != null) {
      constraint(constraint, relation, conflict, statement);
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

  /**
   * The constraint named, or, where that one does not hold every row, the columns that take its
   * columns' place.
   */
  private static void constraint(
      OnConflict.Constraint constraint,
      @Nullable Relation relation,
      Finding.ConflictTarget conflict,
      Statement statement) {
    List<Transition> transitions = statement.of(conflict.target().watched());
    if (relation == null) {
      throw Refusal.CATALOG.of(statement, transitions);
    }
    List<String> named = keys(relation, constraint.name().value());
    if (named == null) {
      return;
    }
    List<String> arbiters = new ArrayList<>(named);
    Transition moved = null;
    for (Transition transition : transitions) {
      for (int i = 0; i < arbiters.size(); i++) {
        String key = arbiters.get(i);
        if (key.equals(transition.oldColumn()) || key.equals(transition.newColumn())) {
          String arbiter = arbiter(transition, relation, statement);
          arbiters.set(i, arbiter);
          moved = arbiter.equals(key) ? moved : transition;
        }
      }
    }
    if (moved == null) {
      return;
    }
    if (relation.uniques().stream().noneMatch(u -> sameKeys(u.columns(), arbiters))) {
      throw Refusal.CONFLICT.of(statement, moved);
    }
    statement
        .splicer()
        .replace(constraint)
        .text("(" + String.join(", ", arbiters.stream().map(Identifier::render).toList()) + ")");
  }

  private static @Nullable List<String> keys(Relation relation, String constraint) {
    for (Relation.Unique unique : relation.uniques()) {
      if (unique.name().equals(constraint)) {
        return unique.columns();
      }
    }
    return null;
  }

  private static boolean sameKeys(List<String> one, List<String> other) {
    return one.size() == other.size() && one.containsAll(other);
  }
}
