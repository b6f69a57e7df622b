package dev.crossfade.sql.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** INSERT, UPDATE, DELETE, MERGE (documentation, their pages). */
final class Writes {

  private final Rules rules;
  private final Cursor c;

  Writes(Rules rules) {
    this.rules = rules;
    this.c = rules.cursor;
  }

  /** A query or a write, with its WITH. */
  DataStatement dataStatement() {
    int start = c.start();
    With with = rules.queries.with();
    Word word = c.word();
    if (word != null) {
      switch (word) {
        case INSERT:
          return insert(start, with);
        case UPDATE:
          return update(start, with);
        case DELETE:
          return delete(start, with);
        case MERGE:
          return merge(start, with);
        default:
          break;
      }
    }
    return rules.queries.query(start, with);
  }

  private DataStatement insert(int start, @Nullable With with) {
    c.next();
    c.expect(Word.INTO);
    NamePath table = c.path();
    Name alias = c.accept(Word.AS) ? c.name() : null;
    ColumnList columns = c.is('(') && !c.opensQuery() ? columns() : null;
    overriding();
    DefaultValues defaults = columns == null ? defaults() : null;
    Query query = defaults == null ? rules.queries.query() : null;
    OnConflict conflict = c.is(Word.ON) ? conflict() : null;
    Returning returning = returning();
    return new DataStatement.Insert(
        start, c.lastEnd(), with, table, alias, columns, query, defaults, conflict, returning);
  }

  private void overriding() {
    if (c.accept(Word.OVERRIDING)) {
      if (!c.accept(Word.SYSTEM)) {
        c.expect(Word.USER);
      }
      c.expect(Word.VALUE);
    }
  }

  private @Nullable DefaultValues defaults() {
    int start = c.start();
    return c.accept(Word.DEFAULT, Word.VALUES) ? new DefaultValues(start, c.lastEnd()) : null;
  }

  /** {@code (column, …)}. */
  ColumnList columns() {
    int start = c.start();
    c.expect('(');
    List<Target> targets = targets();
    c.expect(')');
    return new ColumnList(start, c.lastEnd(), targets);
  }

  private List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    do {
      targets.add(target());
    } while (c.accept(','));
    return List.copyOf(targets);
  }

  private Target target() {
    Name name = c.name();
    List<Step> steps = rules.primaries.stepList();
    return new Target(name.start(), c.lastEnd(), name, steps);
  }

  private OnConflict conflict() {
    int start = c.start();
    c.next();
    c.expect(Word.CONFLICT);
    OnConflict.Inference inference = c.is('(') ? inference() : null;
    OnConflict.Constraint constraint = null;
    int on = c.start();
    if (inference == null && c.accept(Word.ON)) {
      c.expect(Word.CONSTRAINT);
      Name name = c.name();
      constraint = new OnConflict.Constraint(on, name.end(), name);
    }
    c.expect(Word.DO);
    OnConflict.Action action = OnConflict.Action.NOTHING;
    List<Assignment> set = List.of();
    Expr where = null;
    if (c.accept(Word.UPDATE)) {
      action = OnConflict.Action.UPDATE;
      c.expect(Word.SET);
      set = assignments();
      where = c.accept(Word.WHERE) ? rules.expressions.expression() : null;
    } else if (c.accept(Word.SELECT)) {
      action = OnConflict.Action.SELECT;
      if (c.accept(Word.FOR)) {
        strength();
      }
      where = c.accept(Word.WHERE) ? rules.expressions.expression() : null;
    } else {
      c.expect(Word.NOTHING);
    }
    return new OnConflict(start, c.lastEnd(), inference, constraint, action, set, where);
  }

  private void strength() {
    if (c.accept(Word.NO)) {
      c.expect(Word.KEY);
      c.expect(Word.UPDATE);
    } else if (c.accept(Word.KEY)) {
      c.expect(Word.SHARE);
    } else if (!c.accept(Word.SHARE)) {
      c.expect(Word.UPDATE);
    }
  }

  private OnConflict.Inference inference() {
    int start = c.start();
    c.next();
    List<OnConflict.Element> elements = new ArrayList<>();
    do {
      elements.add(element());
    } while (c.accept(','));
    c.expect(')');
    Expr where = c.accept(Word.WHERE) ? rules.expressions.expression() : null;
    return new OnConflict.Inference(start, c.lastEnd(), List.copyOf(elements), where);
  }

  private OnConflict.Element element() {
    int start = c.start();
    Expr value;
    if (c.isColumnName() && c.kind(1) != '(' && c.kind(1) != '.') {
      Name name = c.name();
      value = new Expr.ColumnRef(name.start(), name.end(), List.of(name), false);
    } else {
      value = rules.primaries.primary();
      if (value instanceof Expr.ColumnRef || value instanceof Expr.Literal) {
        throw new Rejected(value.start(), "a column or an expression in parentheses");
      }
    }
    NamePath collation = c.accept(Word.COLLATE) ? rules.expressions.anyName() : null;
    NamePath operatorClass =
        c.isColumnName() && !c.is(Word.NULLS) ? rules.expressions.anyName() : null;
    if (!c.accept(Word.ASC)) {
      c.accept(Word.DESC);
    }
    rules.calls.nulls();
    return new OnConflict.Element(start, c.lastEnd(), value, collation, operatorClass);
  }

  private List<Assignment> assignments() {
    Assignment first = assignment();
    if (!c.is(',')) {
      return List.of(first);
    }
    List<Assignment> assignments = new ArrayList<>();
    assignments.add(first);
    while (c.accept(',')) {
      assignments.add(assignment());
    }
    return List.copyOf(assignments);
  }

  private Assignment assignment() {
    int start = c.start();
    boolean multiple = c.accept('(');
    List<Target> targets = multiple ? targets() : List.of(target());
    if (multiple) {
      c.expect(')');
    }
    c.expect('=');
    Expr value = rules.expressions.expression();
    return new Assignment(start, c.lastEnd(), targets, multiple, value);
  }

  /** The alias of UPDATE, DELETE or MERGE; SET is none without AS. */
  private @Nullable Name alias() {
    if (c.accept(Word.AS)) {
      return c.name();
    }
    return c.isColumnName() && !c.is(Word.SET) ? c.name() : null;
  }

  private DataStatement update(int start, @Nullable With with) {
    c.next();
    TableRef table = c.table();
    Name alias = alias();
    c.expect(Word.SET);
    List<Assignment> set = assignments();
    List<FromItem> from = c.accept(Word.FROM) ? rules.from.list() : List.of();
    Expr where = where();
    Returning returning = returning();
    return new DataStatement.Update(
        start, c.lastEnd(), with, table, alias, set, from, where, returning);
  }

  private DataStatement delete(int start, @Nullable With with) {
    c.next();
    c.expect(Word.FROM);
    TableRef table = c.table();
    Name alias = alias();
    List<FromItem> using = c.accept(Word.USING) ? rules.from.list() : List.of();
    Expr where = where();
    Returning returning = returning();
    return new DataStatement.Delete(
        start, c.lastEnd(), with, table, alias, using, where, returning);
  }

  private @Nullable Expr where() {
    if (!c.accept(Word.WHERE)) {
      return null;
    }
    if (!c.is(Word.CURRENT, Word.OF)) {
      return rules.expressions.expression();
    }
    int start = c.start();
    c.next();
    c.next();
    Name cursor = null;
    if (c.kind() == Tokens.QUESTION || c.kind() == Tokens.DOLLAR) {
      c.next();
    } else {
      cursor = c.name();
    }
    return new Expr.CurrentOf(start, c.lastEnd(), cursor);
  }

  private @Nullable Returning returning() {
    int start = c.start();
    if (!c.accept(Word.RETURNING)) {
      return null;
    }
    List<Returning.RowAlias> aliases = new ArrayList<>(0);
    if (c.accept(Word.WITH)) {
      c.expect('(');
      do {
        int from = c.start();
        boolean old = c.accept(Word.OLD);
        if (!old) {
          c.expect(Word.NEW);
        }
        c.expect(Word.AS);
        Name name = c.name();
        aliases.add(new Returning.RowAlias(from, c.lastEnd(), old, name));
      } while (c.accept(','));
      c.expect(')');
    }
    List<SelectItem> items = rules.queries.items();
    return new Returning(start, c.lastEnd(), List.copyOf(aliases), items);
  }

  private DataStatement merge(int start, @Nullable With with) {
    c.next();
    c.expect(Word.INTO);
    TableRef table = c.table();
    Name alias = alias();
    c.expect(Word.USING);
    FromItem source = rules.from.item();
    c.expect(Word.ON);
    Expr on = rules.expressions.expression();
    List<MergeWhen> whens = new ArrayList<>();
    do {
      whens.add(when());
    } while (c.is(Word.WHEN));
    Returning returning = returning();
    return new DataStatement.Merge(
        start, c.lastEnd(), with, table, alias, source, on, List.copyOf(whens), returning);
  }

  private MergeWhen when() {
    int start = c.start();
    c.expect(Word.WHEN);
    MergeWhen.Match match = MergeWhen.Match.MATCHED;
    if (c.accept(Word.NOT)) {
      match = MergeWhen.Match.NOT_MATCHED_BY_TARGET;
    }
    c.expect(Word.MATCHED);
    if (match != MergeWhen.Match.MATCHED && c.accept(Word.BY)) {
      if (c.accept(Word.SOURCE)) {
        match = MergeWhen.Match.NOT_MATCHED_BY_SOURCE;
      } else {
        c.expect(Word.TARGET);
      }
    }
    Expr condition = c.accept(Word.AND) ? rules.expressions.expression() : null;
    c.expect(Word.THEN);
    MergeWhen.Action action = action(match);
    return new MergeWhen(start, c.lastEnd(), match, condition, action);
  }

  private MergeWhen.Action action(MergeWhen.Match match) {
    int start = c.start();
    if (c.accept(Word.DO)) {
      c.expect(Word.NOTHING);
      return new MergeWhen.Nothing(start, c.lastEnd());
    }
    if (match == MergeWhen.Match.NOT_MATCHED_BY_TARGET) {
      return mergeInsert(start);
    }
    if (c.accept(Word.DELETE)) {
      return new MergeWhen.Delete(start, c.lastEnd());
    }
    c.expect(Word.UPDATE);
    c.expect(Word.SET);
    List<Assignment> set = assignments();
    return new MergeWhen.Update(start, c.lastEnd(), set);
  }

  private MergeWhen.Action mergeInsert(int start) {
    c.expect(Word.INSERT);
    int listAt = c.lastEnd();
    ColumnList columns = c.is('(') ? columns() : null;
    overriding();
    DefaultValues defaults = columns == null ? defaults() : null;
    Body.Values values = defaults == null ? rules.queries.values() : null;
    if (values != null && values.rows().size() > 1) {
      throw c.rejected("one row");
    }
    return new MergeWhen.Insert(start, c.lastEnd(), listAt, columns, values, defaults);
  }
}
