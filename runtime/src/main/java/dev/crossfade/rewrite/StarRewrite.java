package dev.crossfade.rewrite;

import dev.crossfade.model.Identifier;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Transition;
import dev.crossfade.sql.Relation;
import dev.crossfade.sql.internal.Branches;
import dev.crossfade.sql.internal.Finding;
import dev.crossfade.sql.internal.FromNode;
import dev.crossfade.sql.internal.Rte;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code *} spelt out where the physical columns are not what the phase promises.
 *
 * <pre>{@code
 * before: SELECT * FROM users
 * after:  SELECT users.id, users.full_name, users.full_name AS display_name FROM users   -- DUAL_WRITE
 * }</pre>
 */
final class StarRewrite implements Rewrite<Finding.Star> {

  /**
   * What the surroundings fix.
   *
   * @param plain whether a fallback read may show both columns' value
   * @param counted whether the number of columns must stay the physical one
   */
  record Shape(boolean plain, boolean counted) {
    /**
     * In a subquery that takes the table's place: its columns are sorted and compared like the
     * table's.
     */
    static final Shape SUBQUERY = new Shape(false, false);
  }

  @Override
  public void apply(Finding.Star star, Statement statement) {
    boolean needed = false;
    for (Rte leaf : star.leaves()) {
      needed |= (!star.unused() || inAfter(leaf, statement)) && needed(leaf, statement);
    }
    if (!needed) {
      return;
    }
    if (FromNode.sharesMerged(star.from())) {
      throw Refusal.STAR.of(statement, statement.met());
    }
    List<String> columns = new ArrayList<>();
    Branches branches = star.branches();
    boolean counted =
        star.counted() || branches != null && !branches.areAlike(rte -> missing(rte, statement));
    Shape shape = new Shape(star.plain(), counted);
    for (FromNode node : star.from()) {
      list(node, Set.of(), shape, statement, columns);
    }
    statement.splicer().replace(star.start(), star.end()).text(String.join(", ", columns));
  }

  /** The columns that {@code *} over this entry would have appended. */
  private static List<String> missing(Rte rte, Statement statement) {
    List<String> missing = new ArrayList<>();
    Relation relation = rte.relation();
    if (relation != null && !statement.substituted().contains(rte)) {
      for (Transition transition : statement.of(rte.watched())) {
        if (relation.column(transition.newColumn()) == null) {
          missing.add(transition.newColumn());
        }
      }
    }
    return missing;
  }

  /** In AFTER not even EXISTS (SELECT * …) may need the right to read the old column. */
  private static boolean inAfter(Rte rte, Statement statement) {
    for (Transition transition : statement.of(rte.watched())) {
      if (statement.phase(transition) == Phase.AFTER) {
        return true;
      }
    }
    return false;
  }

  /** Whether {@code *} over this entry would show other values than the phase promises. */
  static boolean needed(Rte rte, Statement statement) {
    if (statement.substituted().contains(rte)) {
      return false;
    }
    boolean needed = false;
    for (Transition transition : statement.of(rte.watched())) {
      Relation relation = rte.relation();
      if (relation == null) {
        throw Refusal.CATALOG.of(statement, transition);
      }
      // From NEW_READ on the physical row is right but for the old column.
      needed |=
          statement.phase(transition).compareTo(Phase.NEW_READ) < 0
              || relation.column(transition.oldColumn()) != null;
    }
    return needed;
  }

  /**
   * The columns of one entry, each with its label, in the physical order; a missing new column at
   * the end.
   *
   * @param alias what to qualify them with
   */
  static List<String> columns(Rte rte, String alias, Shape shape, Statement statement) {
    return columns(rte, alias, Set.of(), shape, statement);
  }

  private static List<String> columns(
      Rte rte, String alias, Set<String> without, Shape shape, Statement statement) {
    List<Transition> transitions = statement.of(rte.watched());
    List<String> columns = new ArrayList<>();
    for (String name : names(rte, shape, statement)) {
      if (without.contains(name) || statement.hides(rte, name)) {
        continue;
      }
      String value = alias + "." + Identifier.render(name);
      for (Transition transition : transitions) {
        if (name.equals(transition.oldColumn()) || name.equals(transition.newColumn())) {
          String promised = statement.value(alias + ".", transition, name, shape.plain());
          value = promised.equals(value) ? value : promised + " AS " + Identifier.render(name);
        }
      }
      columns.add(value);
    }
    return columns;
  }

  private static List<String> names(Rte rte, Shape shape, Statement statement) {
    List<Transition> transitions = statement.of(rte.watched());
    Relation relation = rte.relation();
    if (relation == null) {
      throw Refusal.CATALOG.of(statement, transitions);
    }
    List<String> names = new ArrayList<>();
    for (Relation.Column column : relation.columns()) {
      names.add(column.name());
    }
    for (Transition transition : transitions) {
      // Where the statement itself counts the columns, one more would be an error.
      if (!shape.counted() && !names.contains(transition.newColumn())) {
        names.add(transition.newColumn());
      }
    }
    return names;
  }

  private static void list(
      FromNode node, Set<String> without, Shape shape, Statement statement, List<String> into) {
    if (node instanceof FromNode.Leaf leaf) {
      leaf(leaf.rte(), without, shape, statement, into);
    } else if (node instanceof FromNode.Join join) {
      Set<String> merged = new LinkedHashSet<>(join.merged());
      if (join.natural()) {
        merged.addAll(common(join, statement));
      }
      Set<String> rest = new LinkedHashSet<>(without);
      for (String column : merged) {
        if (rest.add(column)) {
          // The merged column answers to its bare name, whichever side an outer join takes it from.
          into.add(Identifier.render(column));
        }
      }
      list(join.left(), rest, shape, statement, into);
      list(join.right(), rest, shape, statement, into);
    }
  }

  private static void leaf(
      Rte rte, Set<String> without, Shape shape, Statement statement, List<String> into) {
    if (rte.aliasText().isEmpty()) {
      throw Refusal.STAR.of(statement, statement.met());
    }
    if (needed(rte, statement)) {
      into.addAll(columns(rte, rte.aliasText(), without, shape, statement));
    } else if (without.isEmpty()) {
      into.add(rte.aliasText() + ".*");
    } else {
      boolean substituted = statement.substituted().contains(rte);
      List<String> names =
          substituted && !rte.renamed() ? names(rte, Shape.SUBQUERY, statement) : rte.columnNames();
      if (names == null) {
        throw Refusal.STAR.of(statement, statement.met());
      }
      for (String name : names) {
        if (!without.contains(name) && !statement.hides(rte, name)) {
          into.add(rte.aliasText() + "." + Identifier.render(name));
        }
      }
    }
  }

  private static List<String> common(FromNode.Join join, Statement statement) {
    List<String> left = names(join.left(), statement);
    left.retainAll(names(join.right(), statement));
    return left;
  }

  private static List<String> names(FromNode node, Statement statement) {
    List<Rte> leaves = new ArrayList<>();
    node.leaves(leaves);
    List<String> names = new ArrayList<>();
    for (Rte leaf : leaves) {
      List<String> own = leaf.columnNames();
      if (own == null) {
        throw Refusal.STAR.of(statement, statement.met());
      }
      names.addAll(own);
    }
    return names;
  }
}
