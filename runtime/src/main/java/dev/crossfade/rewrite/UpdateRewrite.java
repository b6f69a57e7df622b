package dev.crossfade.rewrite;

import dev.crossfade.model.Identifier;
import dev.crossfade.model.Transition;
import dev.crossfade.sql.internal.Finding;
import dev.crossfade.sql.internal.Rte;
import dev.crossfade.sql.syntax.Assignment;
import dev.crossfade.sql.syntax.Expr;
import dev.crossfade.sql.syntax.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * SET of UPDATE, of ON CONFLICT DO UPDATE and of MERGE: the value goes to the columns that the
 * phase stores.
 *
 * <pre>{@code
 * before: UPDATE users SET display_name = upper(display_name)
 * after:  UPDATE users SET display_name = upper(users.full_name), full_name = upper(users.full_name)   -- DUAL_WRITE
 * }</pre>
 *
 * A volatile value is computed once a row, in a subquery that depends on the row, so that it is
 * neither merged nor shared:
 *
 * <pre>{@code
 * before: UPDATE users SET display_name = gen()
 * after:  UPDATE users SET (display_name, full_name) = (SELECT crossfade_value.v, crossfade_value.v
 *         FROM (SELECT gen() AS v WHERE users.ctid IS NOT NULL OFFSET 0) AS crossfade_value)
 * }</pre>
 */
final class UpdateRewrite implements Rewrite<Finding.Update> {

  @Override
  public void apply(Finding.Update update, Statement statement) {
    List<Transition> transitions = statement.of(update.target().watched());
    for (Transition transition : transitions) {
      if (update.assigns(transition.oldColumn()) && update.assigns(transition.newColumn())) {
        throw Refusal.BOTH.of(statement, transition);
      }
    }
    for (Assignment item : update.items()) {
      List<Transition> dual = new ArrayList<>();
      List<Integer> indexes = new ArrayList<>();
      for (int i = 0; i < item.targets().size(); i++) {
        Target target = item.targets().get(i);
        String name = target.name().value();
        for (Transition transition : transitions) {
          if (name.equals(transition.oldColumn()) || name.equals(transition.newColumn())) {
            if (!statement.phase(transition).dualWrites()) {
              rename(target, transition, statement);
            } else {
              dual.add(transition);
              indexes.add(i);
            }
          }
        }
      }
      if (!dual.isEmpty()) {
        item(item, dual, indexes, update, statement);
      }
    }
  }

  private static void rename(Target target, Transition transition, Statement statement) {
    String name = target.name().value();
    if (!statement.stores(transition, name)) {
      statement
          .splicer()
          .replace(target.name())
          .text(Identifier.render(Statement.other(transition, name)));
    }
  }

  private static void item(
      Assignment item,
      List<Transition> dual,
      List<Integer> indexes,
      Finding.Update update,
      Statement statement) {
    Rte target = update.target();
    statement.writesBoth();
    for (int index : indexes) {
      if (!item.targets().get(index).steps().isEmpty()) {
        throw Refusal.PARTIAL.of(statement, dual);
      }
    }
    if (!item.multiple()) {
      single(item, dual.get(0), update, statement);
      return;
    }
    StringBuilder others = new StringBuilder();
    for (int i = 0; i < dual.size(); i++) {
      String name = item.targets().get(indexes.get(i)).name().value();
      others.append(", ").append(Identifier.render(Statement.other(dual.get(i), name)));
    }
    int columnsEnd = item.targets().get(item.targets().size() - 1).end();
    statement.splicer().insert(columnsEnd).text(others.toString());
    if (item.value() instanceof Expr.Subquery subquery) {
      Rows rows = Rows.of(statement, subquery.query());
      for (int i = 0; i < dual.size(); i++) {
        rows.repeat(indexes.get(i), item.targets().size(), dual.get(i), target.relation());
      }
      rows.finishSteady();
    } else {
      values(item, dual, indexes, target, statement);
    }
  }

  private static void single(
      Assignment item, Transition transition, Finding.Update update, Statement statement) {
    Rte target = update.target();
    String name = item.targets().get(0).name().value();
    String other = Identifier.render(Statement.other(transition, name));
    Expr value = item.value();
    if (value instanceof Expr.Default keyword) {
      String text = defaultFor(keyword, transition, target, statement);
      statement.splicer().insert(item.end()).text(", " + other + " = " + text);
      return;
    }
    if (Steady.is(statement, value)) {
      statement.splicer().insert(value.end()).text(", " + other + " = ").copy(value);
      return;
    }
    for (Assignment beside : update.beside()) {
      // PostgreSQL 15 to 18 mixes up the subqueries of a MERGE's actions: another one's value is
      // stored, or the server's process dies.
      if (needsQuery(beside, target, statement)) {
        throw Refusal.VOLATILE.of(statement, transition);
      }
    }
    // A role that may read and write some columns only may not read ctid.
    String eachRow =
        Steady.butForQueries(statement, value)
            ? ""
            : " WHERE " + target.aliasText() + ".ctid IS NOT NULL";
    statement
        .splicer()
        .replace(item)
        .text("(" + Identifier.render(name) + ", " + other)
        .text(") = (SELECT crossfade_value.v, crossfade_value.v FROM (SELECT ")
        .copy(value)
        .text(" AS v" + eachRow + " OFFSET 0) AS crossfade_value)");
  }

  /** Whether it sets, or will be made to set, several columns by a subquery. */
  private static boolean needsQuery(Assignment item, Rte target, Statement statement) {
    if (item.multiple()) {
      return item.value() instanceof Expr.Subquery;
    }
    String name = item.targets().get(0).name().value();
    for (Transition transition : statement.of(target.watched())) {
      if ((name.equals(transition.oldColumn()) || name.equals(transition.newColumn()))
          && statement.phase(transition).dualWrites()) {
        return !(item.value() instanceof Expr.Default) && !Steady.is(statement, item.value());
      }
    }
    return false;
  }

  private static void values(
      Assignment item,
      List<Transition> dual,
      List<Integer> indexes,
      Rte target,
      Statement statement) {
    if (!(item.value() instanceof Expr.Row row) || row.items().size() != item.targets().size()) {
      throw Refusal.ARITY.of(statement, dual);
    }
    List<Expr> values = row.items();
    Splicer.Edit edit = statement.splicer().insert(values.get(values.size() - 1).end());
    for (int i = 0; i < dual.size(); i++) {
      Expr value = values.get(indexes.get(i));
      if (value instanceof Expr.Default keyword) {
        edit.text(", " + defaultFor(keyword, dual.get(i), target, statement));
      } else if (Steady.is(statement, value)) {
        edit.text(", ").copy(value);
      } else {
        throw Refusal.VOLATILE.of(statement, dual.get(i));
      }
    }
  }

  /**
   * What the other column gets where this one gets DEFAULT, which is replaced if the two defaults
   * differ.
   */
  private static String defaultFor(
      Expr.Default keyword, Transition transition, Rte target, Statement statement) {
    String value = Defaults.forBoth(transition, target.relation(), statement);
    if (value == null) {
      return "DEFAULT";
    }
    statement.splicer().replace(keyword).text(value);
    return value;
  }
}
