package dev.crossfade.rewrite;

import dev.crossfade.model.Transition;
import dev.crossfade.sql.Relation;
import dev.crossfade.sql.internal.ParsedSql;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLLexer;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_opsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_primaryContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_stmtContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_sublistContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Values_stmtContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.VexContext;

/**
 * The rows that an INSERT stores: VALUES, or the branches of a query. Appends to each row alike.
 */
final class Rows {

  /** One row of VALUES, or the select list of one branch: its items, and where to append. */
  private record Row(List<ParseTree> items, int end, boolean values, boolean star) {}

  private final Statement statement;
  private final List<Row> rows = new ArrayList<>();
  private final StringBuilder added = new StringBuilder();
  private final List<Integer> volatileItems = new ArrayList<>();
  private final List<Integer> repeated = new ArrayList<>();
  private @Nullable Values_stmtContext values;

  private Rows(Statement statement) {
    this.statement = statement;
  }

  static Rows none(Statement statement) {
    return new Rows(statement);
  }

  static Rows of(Statement statement, Select_stmtContext select) {
    Rows rows = new Rows(statement);
    rows.collect(select.select_ops());
    if (rows.rows.size() > 1 || select.with_clause() != null || !select.after_ops().isEmpty()) {
      rows.values = null;
    }
    return rows;
  }

  static Rows of(Statement statement, Values_stmtContext values) {
    Rows rows = new Rows(statement);
    rows.collect(values);
    rows.values = null;
    return rows;
  }

  private void collect(Select_opsContext ops) {
    if (ops.select_primary() != null) {
      collect(ops.select_primary());
    } else if (ops.select_stmt() != null) {
      collect(ops.select_stmt().select_ops());
    } else {
      ops.select_ops().forEach(this::collect);
    }
  }

  private void collect(Select_primaryContext select) {
    if (select.values_stmt() != null) {
      collect(select.values_stmt());
      return;
    }
    List<ParseTree> items = new ArrayList<>();
    boolean star = select.select_list() == null;
    if (select.select_list() != null) {
      for (Select_sublistContext item : select.select_list().select_sublist()) {
        items.add(item.vex());
        star |= item.getStop().getType() == SQLLexer.MULTIPLY;
      }
    }
    int end = select.select_list() == null ? -1 : ParsedSql.end(select.select_list());
    rows.add(new Row(items, end, false, star));
  }

  private void collect(Values_stmtContext stmt) {
    values = stmt;
    for (var row : stmt.values_values()) {
      List<ParseTree> items = new ArrayList<>();
      for (int i = 0; i < row.getChildCount(); i++) {
        ParseTree child = row.getChild(i);
        if (child instanceof VexContext || isDefault(child)) {
          items.add(child);
        }
      }
      rows.add(new Row(items, ParsedSql.end(row) - 1, true, false));
    }
  }

  boolean isNone() {
    return rows.isEmpty();
  }

  /** How many values each row has, or -1 if that is not certain. */
  int width() {
    int width = -1;
    for (Row row : rows) {
      if (row.star() || width >= 0 && width != row.items().size()) {
        return -1;
      }
      width = row.items().size();
    }
    return width;
  }

  /** Stores the value at {@code index} once more at the end of each row. */
  void repeat(int index, int columns, Transition transition, @Nullable Relation relation) {
    check(columns, transition);
    for (Row row : rows) {
      ParseTree item = row.items().get(index);
      if (isDefault(item)) {
        repeatDefault(row, (TerminalNode) item, transition, relation);
        continue;
      }
      VexContext value = (VexContext) item;
      if (Steady.is(statement, value)) {
        copy(row, value);
        repeated.add(index);
      } else if (values != null && rows.size() == 1 && noDefaults(row)) {
        volatileItems.add(index);
        repeated.add(index);
      } else {
        throw Refusal.VOLATILE.of(statement, transition);
      }
    }
  }

  /**
   * As {@link #repeat}, for rows that are not an INSERT's: nothing but a steady value can be
   * repeated there.
   */
  void repeatSteady(int index, int columns, Transition transition) {
    check(columns, transition);
    for (Row row : rows) {
      if (!(row.items().get(index) instanceof VexContext value) || !Steady.is(statement, value)) {
        throw Refusal.VOLATILE.of(statement, transition);
      }
      copy(row, value);
    }
  }

  /** Stores {@code value} at the end of each row. */
  void append(String value, int columns, Transition transition) {
    if (!rows.isEmpty()) {
      check(columns, transition);
    }
    added.append(added.length() == 0 ? "" : ", ").append(value);
    for (Row row : rows) {
      statement.splicer().insert(row.end()).text(", " + value);
    }
    if (!volatileItems.isEmpty()) {
      throw Refusal.VOLATILE.of(statement, transition);
    }
  }

  /** What {@link #append} stored, for a row that has nothing else. */
  String added() {
    return added.toString();
  }

  /**
   * A volatile value in a single row is computed once, in a subquery that the planner can not
   * merge:
   *
   * <pre>{@code
   * before: INSERT INTO users (id, display_name) VALUES (?, gen())
   * after:  INSERT INTO users (id, display_name, full_name)
   *         SELECT ?, crossfade_value.v1, crossfade_value.v1
   *         FROM (SELECT gen() AS v1 OFFSET 0) AS crossfade_value
   * }</pre>
   */
  void finish() {
    if (volatileItems.isEmpty() || values == null) {
      return;
    }
    Splicer.Edit edit =
        statement.splicer().replace(ParsedSql.start(values), ParsedSql.end(values)).text("SELECT ");
    List<ParseTree> items = rows.get(0).items();
    for (int i = 0; i < items.size(); i++) {
      item(edit.text(i == 0 ? "" : ", "), i, items);
    }
    for (int index : repeated) {
      item(edit.text(", "), index, items);
    }
    edit.text(" FROM (SELECT ");
    for (int i = 0; i < volatileItems.size(); i++) {
      VexContext value = (VexContext) items.get(volatileItems.get(i));
      edit.text(i == 0 ? "" : ", ")
          .copy(ParsedSql.start(value), ParsedSql.end(value))
          .text(" AS v" + (i + 1));
    }
    edit.text(" OFFSET 0) AS crossfade_value");
  }

  private void item(Splicer.Edit edit, int index, List<ParseTree> items) {
    int once = volatileItems.indexOf(index);
    if (once >= 0) {
      edit.text("crossfade_value.v" + (once + 1));
    } else {
      ParserRuleContext value = (ParserRuleContext) items.get(index);
      edit.copy(ParsedSql.start(value), ParsedSql.end(value));
    }
  }

  private void copy(Row row, VexContext value) {
    statement
        .splicer()
        .insert(row.end())
        .text(", ")
        .copy(ParsedSql.start(value), ParsedSql.end(value));
  }

  private void repeatDefault(
      Row row, TerminalNode keyword, Transition transition, @Nullable Relation relation) {
    if (!row.values()) {
      throw Refusal.ARITY.of(statement, transition);
    }
    String value = Defaults.forBoth(transition, relation, statement);
    if (value != null) {
      Token symbol = keyword.getSymbol();
      statement.splicer().replace(symbol.getStartIndex(), symbol.getStopIndex() + 1).text(value);
    }
    statement.splicer().insert(row.end()).text(", " + (value == null ? "DEFAULT" : value));
  }

  private void check(int columns, Transition transition) {
    if (width() != columns) {
      throw Refusal.ARITY.of(statement, transition);
    }
  }

  private static boolean noDefaults(Row row) {
    return row.items().stream().noneMatch(Rows::isDefault);
  }

  private static boolean isDefault(ParseTree node) {
    return node instanceof TerminalNode terminal
        && terminal.getSymbol().getType() == SQLLexer.DEFAULT;
  }
}
