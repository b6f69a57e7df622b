package dev.crossfade.rewrite;

import dev.crossfade.model.Identifier;
import dev.crossfade.model.Transition;
import dev.crossfade.sql.internal.Finding;
import dev.crossfade.sql.internal.ParsedSql;
import dev.crossfade.sql.internal.Rte;
import dev.crossfade.sql.internal.Targets;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLLexer;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Indirection_identifierContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_subqueryContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Update_setContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.VexContext;

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
    List<String> assigned = new ArrayList<>();
    for (ParserRuleContext item : update.items()) {
      assigned.addAll(Targets.columns(statement.sql(), item));
    }
    for (Transition transition : statement.of(update.target().watched())) {
      if (assigned.contains(transition.oldColumn()) && assigned.contains(transition.newColumn())) {
        throw Refusal.BOTH.of(statement, transition);
      }
    }
    for (ParserRuleContext item : update.items()) {
      List<Transition> dual = new ArrayList<>();
      List<Integer> indexes = new ArrayList<>();
      List<Indirection_identifierContext> targets = Targets.targets(item);
      for (int i = 0; i < targets.size(); i++) {
        String name = statement.sql().name(targets.get(i).identifier());
        for (Transition transition : statement.of(update.target().watched())) {
          if (name.equals(transition.oldColumn()) || name.equals(transition.newColumn())) {
            if (!statement.phase(transition).dualWrites()) {
              rename(targets.get(i), name, transition, statement);
            } else {
              dual.add(transition);
              indexes.add(i);
            }
          }
        }
      }
      if (!dual.isEmpty()) {
        item(item, dual, indexes, update.target(), statement);
      }
    }
  }

  private static void rename(
      Indirection_identifierContext target,
      String name,
      Transition transition,
      Statement statement) {
    if (!statement.stores(transition, name)) {
      statement
          .splicer()
          .replace(ParsedSql.start(target.identifier()), ParsedSql.end(target.identifier()))
          .text(Identifier.render(Statement.other(transition, name)));
    }
  }

  private static void item(
      ParserRuleContext item,
      List<Transition> dual,
      List<Integer> indexes,
      Rte target,
      Statement statement) {
    statement.writesBoth();
    List<Indirection_identifierContext> targets = Targets.targets(item);
    for (int index : indexes) {
      if (targets.get(index).indirection_list() != null) {
        throw Refusal.PARTIAL.of(statement, dual);
      }
    }
    boolean multiple = item.getStart().getType() == SQLLexer.LEFT_PAREN;
    if (!multiple) {
      single(item, dual.get(0), targets.get(0), target, statement);
      return;
    }
    StringBuilder others = new StringBuilder();
    for (int i = 0; i < dual.size(); i++) {
      String name = statement.sql().name(targets.get(indexes.get(i)).identifier());
      others.append(", ").append(Identifier.render(Statement.other(dual.get(i), name)));
    }
    int columnsEnd = ParsedSql.end(targets.get(targets.size() - 1));
    statement.splicer().insert(columnsEnd).text(others.toString());
    Table_subqueryContext query =
        item instanceof Update_setContext set ? set.table_subquery() : null;
    if (query != null) {
      Rows rows = Rows.of(statement, query.select_stmt());
      for (int i = 0; i < dual.size(); i++) {
        rows.repeatSteady(indexes.get(i), targets.size(), dual.get(i));
      }
    } else {
      values(item, dual, indexes, target, statement);
    }
  }

  private static void single(
      ParserRuleContext item,
      Transition transition,
      Indirection_identifierContext column,
      Rte target,
      Statement statement) {
    String name = statement.sql().name(column.identifier());
    String other = Identifier.render(Statement.other(transition, name));
    ParseTree value = values(item).get(0);
    if (value instanceof TerminalNode keyword) {
      String text = defaultFor(keyword, transition, target, statement);
      statement.splicer().insert(ParsedSql.end(item)).text(", " + other + " = " + text);
      return;
    }
    VexContext vex = (VexContext) value;
    int start = ParsedSql.start(vex);
    int end = ParsedSql.end(vex);
    if (Steady.is(statement, vex)) {
      statement.splicer().insert(end).text(", " + other + " = ").copy(start, end);
      return;
    }
    String own = Identifier.render(name);
    statement
        .splicer()
        .replace(ParsedSql.start(item), ParsedSql.end(item))
        .text(
            "("
                + own
                + ", "
                + other
                + ") = (SELECT crossfade_value.v, crossfade_value.v FROM (SELECT ")
        .copy(start, end)
        .text(
            " AS v WHERE "
                + target.aliasText()
                + ".ctid IS NOT NULL OFFSET 0) AS crossfade_value)");
  }

  private static void values(
      ParserRuleContext item,
      List<Transition> dual,
      List<Integer> indexes,
      Rte target,
      Statement statement) {
    List<ParseTree> values = values(item);
    if (values.size() != Targets.targets(item).size()) {
      throw Refusal.ARITY.of(statement, dual);
    }
    ParseTree last = values.get(values.size() - 1);
    Splicer.Edit edit = statement.splicer().insert(end(last));
    for (int i = 0; i < dual.size(); i++) {
      ParseTree value = values.get(indexes.get(i));
      if (value instanceof TerminalNode keyword) {
        edit.text(", " + defaultFor(keyword, dual.get(i), target, statement));
      } else if (Steady.is(statement, (VexContext) value)) {
        VexContext vex = (VexContext) value;
        edit.text(", ").copy(ParsedSql.start(vex), ParsedSql.end(vex));
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
      TerminalNode keyword, Transition transition, Rte target, Statement statement) {
    String value = Defaults.forBoth(transition, target.relation(), statement);
    if (value == null) {
      return "DEFAULT";
    }
    statement
        .splicer()
        .replace(keyword.getSymbol().getStartIndex(), keyword.getSymbol().getStopIndex() + 1)
        .text(value);
    return value;
  }

  /** The assigned values, each an expression or the key word DEFAULT. */
  private static List<ParseTree> values(ParserRuleContext item) {
    List<ParseTree> values = new ArrayList<>();
    for (int i = 0; i < item.getChildCount(); i++) {
      ParseTree child = item.getChild(i);
      boolean isDefault =
          child instanceof TerminalNode node && node.getSymbol().getType() == SQLLexer.DEFAULT;
      if (child instanceof VexContext || isDefault) {
        values.add(child);
      }
    }
    return values;
  }

  private static int end(ParseTree node) {
    return node instanceof TerminalNode terminal
        ? terminal.getSymbol().getStopIndex() + 1
        : ParsedSql.end((ParserRuleContext) node);
  }
}
