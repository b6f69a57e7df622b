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
 * The rows that a write stores: VALUES, or the branches of a query. Appends to each row alike, when
 * it is told to {@link #finish}.
 */
final class Rows {

  /** One row of VALUES, or the select list of one branch: its items, and where to append. */
  record Row(List<Expr> items, int end, boolean values, boolean star) {}

  /**
   * What is appended to each row: the value at {@code index} once more, or a text.
   *
   * @param text the text, or where the value is DEFAULT what it stands for; null for DEFAULT itself
   */
  record Extra(int index, @Nullable String text) {}

  private final Statement statement;
  private final @Nullable Query query;
  private final List<Row> rows = new ArrayList<>();
  private final List<Extra> extras = new ArrayList<>();
  private final List<Integer> volatileItems = new ArrayList<>();
  private @Nullable Transition volatileIn;

  private Rows(Statement statement, @Nullable Query query) {
    this.statement = statement;
    this.query = query;
  }

  static Rows none(Statement statement) {
    return new Rows(statement, null);
  }

  static Rows of(Statement statement, Query query) {
    Rows rows = new Rows(statement, query);
    rows.collect(query.body());
    return rows;
  }

  /** The one row of a MERGE's INSERT. */
  static Rows ofOne(Statement statement, Body.Values values) {
    Rows rows = new Rows(statement, null);
    rows.collect(values);
    return rows;
  }

  private void collect(Body body) {
    if (body instanceof Body.SetOperation operation) {
      collect(operation.left());
      collect(operation.right());
    } else if (body instanceof Body.Parens parens) {
      collect(parens.query().body());
    } else if (body instanceof Body.Values values) {
      for (Body.Values.Row row : values.rows()) {
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

  List<Row> all() {
    return rows;
  }

  List<Extra> extras() {
    return extras;
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
    String byDefault = null;
    for (Row row : rows) {
      Expr value = row.items().get(index);
      if (value instanceof Expr.Default) {
        if (!row.values()) {
          throw Refusal.ARITY.of(statement, transition);
        }
        byDefault = Defaults.forBoth(transition, relation, statement);
      } else if (!Steady.is(statement, value) && !volatileItems.contains(index)) {
        volatileItems.add(index);
        volatileIn = transition;
      }
    }
    extras.add(new Extra(index, byDefault));
  }

  /** Stores {@code value} at the end of each row. */
  void append(String value, int columns, Transition transition) {
    if (!rows.isEmpty()) {
      check(columns, transition);
    }
    extras.add(new Extra(-1, value));
  }

  /** What {@link #append} stored, for a row that has nothing else. */
  String added() {
    return String.join(", ", extras.stream().map(Extra::text).toList());
  }

  /**
   * Writes it all, for rows that are not an INSERT's: only a steady value can be repeated there.
   */
  void finishSteady() {
    if (volatileIn != null) {
      throw Refusal.VOLATILE.of(statement, volatileIn);
    }
    for (Row row : rows) {
      if (extras.isEmpty()) {
        continue;
      }
      Splicer.Edit edit = statement.splicer().insert(row.end());
      for (Extra extra : extras) {
        Expr value = extra.index() < 0 ? null : row.items().get(extra.index());
        if (value == null) {
          edit.text(", " + extra.text());
        } else if (!(value instanceof Expr.Default keyword)) {
          edit.text(", ").copy(value);
        } else if (extra.text() == null) {
          edit.text(", DEFAULT");
        } else {
          statement.splicer().replace(keyword).text(extra.text());
          edit.text(", " + extra.text());
        }
      }
    }
  }

  /** Writes it all for an INSERT into {@code target}. */
  void finish(InsertTarget target) {
    if (volatileIn == null) {
      finishSteady();
      return;
    }
    boolean done =
        query != null && new EvaluatedOnce(statement, query, this, target, volatileItems).apply();
    if (!done) {
      throw Refusal.VOLATILE.of(statement, volatileIn);
    }
  }

  private void check(int columns, Transition transition) {
    if (width() != columns) {
      throw Refusal.ARITY.of(statement, transition);
    }
  }
}
