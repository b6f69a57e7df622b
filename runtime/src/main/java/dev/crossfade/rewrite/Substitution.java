package dev.crossfade.rewrite;

import dev.crossfade.model.Identifier;
import dev.crossfade.model.Transition;
import dev.crossfade.sql.Relation;
import dev.crossfade.sql.internal.Finding;
import dev.crossfade.sql.internal.Rte;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A FROM item replaced by a subquery with the promised columns, where the statement uses whole rows
 * or columns by position or joins by name. The planner merges such a subquery, so indexes stay
 * usable.
 *
 * <pre>{@code
 * before: SELECT row_to_json(u) FROM users u
 * after:  SELECT row_to_json(u) FROM (SELECT users.id, users.full_name, users.full_name AS display_name FROM users) u
 * }</pre>
 */
final class Substitution {

  private Substitution() {}

  /** Substitutes what {@code findings} need, before any of them is rewritten. */
  static void apply(List<Finding> findings, Statement statement) {
    for (Finding finding : findings) {
      if (finding instanceof Finding.WholeRow row
          && (row.typed() || row.rte().renamed())
          && StarRewrite.needed(row.rte(), statement)) {
        // A function of the table's row type does not take a subquery's row; and a subquery's row
        // takes its fields' names from column aliases, where a table's keeps its own.
        throw Refusal.WHOLE_ROW.of(statement, statement.of(row.rte().watched()));
      }
      if (finding instanceof Finding.Hidden hidden) {
        statement
            .hidden()
            .computeIfAbsent(hidden.rte(), rte -> new HashSet<>())
            .add(hidden.column());
      }
    }
    for (Finding finding : findings) {
      Rte rte = wanted(finding, statement);
      if (rte != null
          && rte.place() != null
          && (finding instanceof Finding.Hidden || StarRewrite.needed(rte, statement))
          && statement.substituted().add(rte)) {
        replace(rte, rte.place(), statement);
      }
    }
  }

  private static @Nullable Rte wanted(Finding finding, Statement statement) {
    if (finding instanceof Finding.WholeRow row) {
      return row.rte();
    }
    if (finding instanceof Finding.Renamed renamed) {
      return renamed.rte();
    }
    if (finding instanceof Finding.Merged merged
        && !merged.natural()
        && !MergedRewrite.isPhysical(merged, statement)) {
      return merged.rte();
    }
    if (finding instanceof Finding.Hidden hidden && HiddenRewrite.exists(hidden, statement)) {
      return hidden.rte();
    }
    return null;
  }

  /** Whether the entry is such a subquery, and {@code column} one of its columns. */
  static boolean provides(Rte rte, String column, Statement statement) {
    Relation relation = rte.relation();
    if (!statement.substituted().contains(rte) || relation == null) {
      return false;
    }
    // A dropped old column is not among them, unless the new one must hide.
    boolean dropped =
        relation.column(column) == null
            && statement.of(rte.watched(), column).oldColumn().equals(column);
    return !dropped || statement.hidden().containsKey(rte);
  }

  private static void replace(Rte rte, Rte.Place place, Statement statement) {
    String name = rte.lastNameText();
    List<String> all = StarRewrite.columns(rte, name, StarRewrite.Shape.SUBQUERY, statement);
    if (statement.hidden().containsKey(rte)) {
      all.addAll(dropped(rte, name, statement));
    }
    String columns = String.join(", ", all);
    statement
        .splicer()
        .replace(place.start(), place.end())
        .text("(SELECT " + columns + " FROM ")
        .copy(place.start(), place.end())
        .text(")" + (place.aliased() ? "" : " AS " + name));
  }

  private static List<String> dropped(Rte rte, String name, Statement statement) {
    List<String> columns = new ArrayList<>();
    for (Transition transition : statement.of(rte.watched())) {
      String old = transition.oldColumn();
      if (rte.relation() != null
          && rte.relation().column(old) == null
          && !statement.hides(rte, old)) {
        columns.add(
            statement.value(name + ".", transition, old, false) + " AS " + Identifier.render(old));
      }
    }
    return columns;
  }
}
