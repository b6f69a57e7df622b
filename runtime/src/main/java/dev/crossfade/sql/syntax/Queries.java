package dev.crossfade.sql.syntax;

import dev.crossfade.sql.syntax.Body.Select;
import dev.crossfade.sql.syntax.Body.SetOperation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SELECT, VALUES, TABLE, WITH and set operations (documentation, SELECT). */
final class Queries {

  private final Rules rules;
  private final Cursor c;

  Queries(Rules rules) {
    this.rules = rules;
    this.c = rules.cursor;
  }

  /** A query without parentheses around all of it. */
  Query query() {
    int start = c.start();
    return query(start, with());
  }

  /** A query whose WITH has been read. */
  Query query(int start, @Nullable With with) {
    c.deeper();
    Query query = tail(start, with, union(null));
    c.shallower();
    return query;
  }

  /** The query that starts with {@code first}, which has been read. */
  Query rest(Body first) {
    return tail(first.start(), null, union(first));
  }

  /** Whether what follows a query in parentheses makes it the part of a larger one. */
  boolean goesOn() {
    Word word = c.word();
    return word == Word.UNION
        || word == Word.INTERSECT
        || word == Word.EXCEPT
        || word == Word.ORDER
        || word == Word.LIMIT
        || word == Word.OFFSET
        || word == Word.FETCH
        || word == Word.FOR && locks(c.word(1));
  }

  private static boolean locks(@Nullable Word word) {
    return word == Word.UPDATE
        || word == Word.NO
        || word == Word.SHARE
        || word == Word.KEY
        || word == Word.READ;
  }

  private Query tail(int start, @Nullable With with, Body body) {
    List<SortKey> orderBy = rules.calls.orderBy();
    Expr limit = null;
    Expr offset = null;
    boolean limited = false;
    boolean moved = false;
    boolean ties = false;
    List<Query.Locking> locking = new ArrayList<>(0);
    while (true) {
      if (!limited && c.accept(Word.LIMIT)) {
        limited = true;
        limit = c.accept(Word.ALL) ? null : rules.expressions.expression();
      } else if (!limited && c.accept(Word.FETCH)) {
        limited = true;
        limit = fetched();
        ties = c.accept(Word.WITH);
        if (ties) {
          c.expect(Word.TIES);
        } else {
          c.expect(Word.ONLY);
        }
      } else if (!moved && c.accept(Word.OFFSET)) {
        moved = true;
        offset = rules.expressions.expression();
        if (!c.accept(Word.ROW)) {
          c.accept(Word.ROWS);
        }
      } else if (c.is(Word.FOR) && locks(c.word(1))) {
        locking(locking);
      } else {
        return new Query(
            start, c.lastEnd(), with, body, orderBy, limit, offset, ties, List.copyOf(locking));
      }
    }
  }

  private @Nullable Expr fetched() {
    if (!c.accept(Word.FIRST)) {
      c.expect(Word.NEXT);
    }
    boolean one = (c.is(Word.ROW) || c.is(Word.ROWS)) && c.kind(1) != '(';
    Expr count = one ? null : rules.expressions.expression();
    if (!c.accept(Word.ROW)) {
      c.expect(Word.ROWS);
    }
    return count;
  }

  private void locking(List<Query.Locking> locking) {
    int start = c.start();
    c.next();
    if (c.accept(Word.READ)) {
      c.expect(Word.ONLY);
      return;
    }
    if (c.accept(Word.NO)) {
      c.expect(Word.KEY);
      c.expect(Word.UPDATE);
    } else if (c.accept(Word.KEY)) {
      c.expect(Word.SHARE);
    } else if (!c.accept(Word.UPDATE)) {
      c.expect(Word.SHARE);
    }
    List<NamePath> of = new ArrayList<>(0);
    if (c.accept(Word.OF)) {
      do {
        of.add(c.path());
      } while (c.accept(','));
    }
    if (c.accept(Word.SKIP)) {
      c.expect(Word.LOCKED);
    } else {
      c.accept(Word.NOWAIT);
    }
    locking.add(new Query.Locking(start, c.lastEnd(), List.copyOf(of)));
  }

  private Body union(@Nullable Body first) {
    Body left = intersect(first);
    while (c.is(Word.UNION) || c.is(Word.EXCEPT)) {
      SetOperation.Kind kind =
          c.is(Word.UNION) ? SetOperation.Kind.UNION : SetOperation.Kind.EXCEPT;
      boolean all = all();
      Body right = intersect(null);
      left = new SetOperation(left.start(), right.end(), kind, all, left, right);
    }
    return left;
  }

  private Body intersect(@Nullable Body first) {
    Body left = first == null ? body() : first;
    while (c.is(Word.INTERSECT)) {
      boolean all = all();
      Body right = body();
      left =
          new SetOperation(
              left.start(), right.end(), SetOperation.Kind.INTERSECT, all, left, right);
    }
    return left;
  }

  private boolean all() {
    c.next();
    if (c.accept(Word.ALL)) {
      return true;
    }
    c.accept(Word.DISTINCT);
    return false;
  }

  private Body body() {
    int start = c.start();
    if (c.is(Word.SELECT)) {
      return select();
    }
    if (c.is(Word.VALUES) && c.kind(1) == '(') {
      return values();
    }
    if (c.accept(Word.TABLE)) {
      TableRef table = c.table();
      return new Body.TableCommand(start, c.lastEnd(), table);
    }
    if (c.opensQuery()) {
      c.next();
      Query query = query();
      c.expect(')');
      return new Body.Parens(start, c.lastEnd(), query);
    }
    throw c.rejected("a query");
  }

  /** {@code VALUES (…), (…)}. */
  Body.Values values() {
    int start = c.start();
    c.expect(Word.VALUES);
    List<Body.Values.Row> rows = new ArrayList<>();
    do {
      int row = c.start();
      c.expect('(');
      List<Expr> items = rules.expressions.list();
      c.expect(')');
      rows.add(new Body.Values.Row(row, c.lastEnd(), items));
    } while (c.accept(','));
    return new Body.Values(start, c.lastEnd(), List.copyOf(rows));
  }

  private Body select() {
    int start = c.start();
    c.next();
    boolean distinct = c.accept(Word.DISTINCT);
    List<Expr> distinctOn = List.of();
    if (distinct && c.accept(Word.ON)) {
      c.expect('(');
      distinctOn = rules.expressions.list();
      c.expect(')');
    } else if (!distinct) {
      c.accept(Word.ALL);
    }
    List<SelectItem> items = distinct || c.is('*') || c.startsExpression() ? items() : List.of();
    NamePath into = c.accept(Word.INTO) ? into() : null;
    List<FromItem> from = c.accept(Word.FROM) ? rules.from.list() : List.of();
    Expr where = c.accept(Word.WHERE) ? rules.expressions.expression() : null;
    Select.GroupBy groupBy = c.is(Word.GROUP) ? groupBy() : null;
    Expr having = c.accept(Word.HAVING) ? rules.expressions.expression() : null;
    List<Select.NamedWindow> windows = c.accept(Word.WINDOW) ? windows() : List.of();
    return new Select(
        start,
        c.lastEnd(),
        distinct,
        distinctOn,
        items,
        into,
        from,
        where,
        groupBy,
        having,
        windows);
  }

  /** The items of a select list or of RETURNING. */
  List<SelectItem> items() {
    SelectItem first = item();
    if (!c.is(',')) {
      return List.of(first);
    }
    List<SelectItem> items = new ArrayList<>();
    items.add(first);
    while (c.accept(',')) {
      items.add(item());
    }
    return List.copyOf(items);
  }

  private SelectItem item() {
    int start = c.start();
    if (c.accept('*')) {
      return new SelectItem(start, c.lastEnd(), new Expr.Star(start, c.lastEnd()), null);
    }
    Expr value = rules.expressions.expression();
    Name label = c.accept(Word.AS) ? c.label() : c.bareLabel();
    return new SelectItem(start, c.lastEnd(), value, label);
  }

  private NamePath into() {
    while (isTableKind(c.word())
        && (c.isColumnName(1) || c.word(1) == Word.TABLE || c.kind(1) == Tokens.QUOTED)) {
      c.next();
    }
    c.accept(Word.TABLE);
    return c.path();
  }

  private static boolean isTableKind(@Nullable Word word) {
    return word == Word.LOCAL
        || word == Word.GLOBAL
        || word == Word.TEMPORARY
        || word == Word.TEMP
        || word == Word.UNLOGGED;
  }

  private Select.GroupBy groupBy() {
    int start = c.start();
    c.next();
    c.expect(Word.BY);
    boolean distinct = c.accept(Word.DISTINCT);
    if (!distinct) {
      c.accept(Word.ALL);
    }
    List<Expr> items = groupings();
    return new Select.GroupBy(start, c.lastEnd(), distinct, items);
  }

  private List<Expr> groupings() {
    List<Expr> items = new ArrayList<>();
    do {
      items.add(grouping());
    } while (c.accept(','));
    return List.copyOf(items);
  }

  private Expr grouping() {
    int start = c.start();
    if (c.is('(') && c.kind(1) == ')') {
      c.next();
      c.next();
      return new Expr.GroupingSet(start, c.lastEnd(), Expr.GroupingSet.Kind.EMPTY, List.of());
    }
    if ((c.is(Word.CUBE) || c.is(Word.ROLLUP)) && c.kind(1) == '(') {
      Expr.GroupingSet.Kind kind =
          c.is(Word.CUBE) ? Expr.GroupingSet.Kind.CUBE : Expr.GroupingSet.Kind.ROLLUP;
      c.next();
      c.next();
      List<Expr> items = rules.expressions.list();
      c.expect(')');
      return new Expr.GroupingSet(start, c.lastEnd(), kind, items);
    }
    if (c.accept(Word.GROUPING, Word.SETS)) {
      c.deeper();
      c.expect('(');
      List<Expr> items = groupings();
      c.expect(')');
      c.shallower();
      return new Expr.GroupingSet(start, c.lastEnd(), Expr.GroupingSet.Kind.SETS, items);
    }
    return rules.expressions.expression();
  }

  private List<Select.NamedWindow> windows() {
    List<Select.NamedWindow> windows = new ArrayList<>();
    do {
      int start = c.start();
      Name name = c.name();
      c.expect(Word.AS);
      WindowSpec window = rules.calls.window();
      windows.add(new Select.NamedWindow(start, c.lastEnd(), name, window));
    } while (c.accept(','));
    return List.copyOf(windows);
  }

  /** {@code WITH …}, or null if none is here. */
  @Nullable With with() {
    if (!c.is(Word.WITH)) {
      return null;
    }
    int start = c.start();
    c.next();
    // WITH recursive AS … and WITH recursive (a) AS … name a query so.
    boolean recursive = c.word(1) != Word.AS && c.kind(1) != '(' && c.accept(Word.RECURSIVE);
    List<With.Entry> entries = new ArrayList<>();
    do {
      entries.add(entry());
    } while (c.accept(','));
    return new With(start, c.lastEnd(), recursive, List.copyOf(entries));
  }

  private With.Entry entry() {
    int start = c.start();
    Name name = c.name();
    List<Name> columns = c.namesInParens();
    c.expect(Word.AS);
    if (!c.accept(Word.NOT, Word.MATERIALIZED)) {
      c.accept(Word.MATERIALIZED);
    }
    c.expect('(');
    c.deeper();
    DataStatement statement = rules.writes.dataStatement();
    c.shallower();
    c.expect(')');
    With.Search search = c.is(Word.SEARCH) ? search() : null;
    With.Cycle cycle = c.is(Word.CYCLE) ? cycle() : null;
    return new With.Entry(start, c.lastEnd(), name, columns, statement, search, cycle);
  }

  private With.Search search() {
    int start = c.start();
    c.next();
    if (!c.accept(Word.DEPTH)) {
      c.expect(Word.BREADTH);
    }
    c.expect(Word.FIRST);
    c.expect(Word.BY);
    List<Name> by = c.names();
    c.expect(Word.SET);
    Name sequence = c.name();
    return new With.Search(start, c.lastEnd(), by, sequence);
  }

  private With.Cycle cycle() {
    int start = c.start();
    c.next();
    List<Name> columns = c.names();
    c.expect(Word.SET);
    Name mark = c.name();
    Expr value = null;
    Expr otherwise = null;
    if (c.accept(Word.TO)) {
      value = rules.primaries.primary();
      c.expect(Word.DEFAULT);
      otherwise = rules.primaries.primary();
    }
    c.expect(Word.USING);
    Name path = c.name();
    return new With.Cycle(start, c.lastEnd(), columns, mark, value, otherwise, path);
  }
}
