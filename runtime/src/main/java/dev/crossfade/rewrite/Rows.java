package dev.crossfade.rewrite;

import dev.crossfade.model.Transition;
import dev.crossfade.sql.Relation;
import dev.crossfade.sql.syntax.Body;
import dev.crossfade.sql.syntax.Expr;
import dev.crossfade.sql.syntax.Query;
import dev.crossfade.sql.syntax.SelectItem;
import dev.crossfade.sql.syntax.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows that an INSERT stores: VALUES, or the branches of a query. Appends to each row alike.
 */
final class Rows {

  /** One row of VALUES, or the select list of one branch: its items, and where to append. */
  private record Row(List<Expr> items, int end, boolean values, boolean star) {}

  private final Statement statement;
  private final List<Row> rows = new ArrayList<>();
  private final StringBuilder added = new StringBuilder();
  private final List<Integer> volatileItems = new ArrayList<>();
  private final List<Integer> repeated = new ArrayList<>();
  private Body.@Nullable Values values;

  private Rows(Statement statement) {
    this.statement = statement;
  }

  static Rows none(Statement statement) {
    return new Rows(statement);
  }

  static Rows of(Statement statement, Query query) {
    Rows rows = new Rows(statement);
    rows.collect(query.body());
    if (rows.rows.size() > 1 || !query.isPlain()) {
      rows.values = null;
    }
    return rows;
  }

  /** The one row of a MERGE's INSERT. */
  static Rows ofOne(Statement statement, Body.Values values) {
    Rows rows = new Rows(statement);
    rows.collect(values);
    rows.values = null;
    return rows;
  }

  private void collect(Body body) {
    if (body instanceof Body.SetOperation operation) {
      collect(operation.left());
      collect(operation.right());
    } else if (body instanceof Body.Parens parens) {
      collect(parens.query().body());
    } else if (body instanceof Body.Values stmt) {
      values = stmt;
      for (Body.Values.Row row : stmt.rows()) {
        rows.add(new Row(row.items(), row.end() - 1, true, false));
      }
    } else if (body instanceof Body.Select select && !select.items().isEmpty()) {
      List<Expr> items = new ArrayList<>();
      boolean star = false;
      for (SelectItem item : select.items()) {
        items.add(item.value());
        star |= isStar(item.value());
      }
      rows.add(new Row(items, select.items().get(items.size() - 1).end(), false, star));
    } else {
      rows.add(new Row(List.of(), -1, false, true));
    }
  }

  private static boolean isStar(Expr value) {
    return value instanceof Expr.Star
        || value instanceof Expr.ColumnRef ref && ref.star()
        || value instanceof Expr.Indirection part
            && part.steps().get(part.steps().size() - 1) instanceof Step.AllFields;
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
      Expr value = row.items().get(index);
      if (value instanceof Expr.Default keyword) {
        repeatDefault(row, keyword, transition, relation);
      } else if (Steady.is(statement, value)) {
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
      Expr value = row.items().get(index);
      if (value instanceof Expr.Default || !Steady.is(statement, value)) {
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
    Splicer.Edit edit = statement.splicer().replace(values).text("SELECT ");
    List<Expr> items = rows.get(0).items();
    for (int i = 0; i < items.size(); i++) {
      item(edit.text(i == 0 ? "" : ", "), i, items);
    }
    for (int index : repeated) {
      item(edit.text(", "), index, items);
    }
    edit.text(" FROM (SELECT ");
    for (int i = 0; i < volatileItems.size(); i++) {
      edit.text(i == 0 ? "" : ", ")
          .copy(items.get(volatileItems.get(i)))
          .text(" AS v" + (i + 1));
    }
    edit.text(" OFFSET 0) AS crossfade_value");
  }

  private void item(Splicer.Edit edit, int index, List<Expr> items) {
    int once = volatileItems.indexOf(index);
    if (once >= 0) {
      edit.text("crossfade_value.v" + (once + 1));
    } else {
      edit.copy(items.get(index));
    }
  }

  private void copy(Row row, Expr value) {
    statement.splicer().insert(row.end()).text(", ").copy(value);
  }

  private void repeatDefault(
      Row row, Expr.Default keyword, Transition transition, @Nullable Relation relation) {
    if (!row.values()) {
      throw Refusal.ARITY.of(statement, transition);
    }
    String value = Defaults.forBoth(transition, relation, statement);
    if (value != null) {
      statement.splicer().replace(keyword).text(value);
    }
    statement.splicer().insert(row.end()).text(", " + (value == null ? "DEFAULT" : value));
  }

  private void check(int columns, Transition transition) {
    if (width() != columns) {
      throw Refusal.ARITY.of(statement, transition);
    }
  }

  private static boolean noDefaults(Row row) {
    return row.items().stream().noneMatch(item -> item instanceof Expr.Default);
  }
}
