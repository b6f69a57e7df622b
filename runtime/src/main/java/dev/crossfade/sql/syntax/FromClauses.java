package dev.crossfade.sql.syntax;

import dev.crossfade.sql.syntax.FromItem.Join;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** FROM: tables, subqueries, functions, joins (documentation, section 7.2.1). */
final class FromClauses {

  private final Rules rules;
  private final Cursor c;

  FromClauses(Rules rules) {
    this.rules = rules;
    this.c = rules.cursor;
  }

  /** {@code item, item, …} */
  List<FromItem> list() {
    FromItem first = item();
    if (!c.is(',')) {
      return List.of(first);
    }
    List<FromItem> items = new ArrayList<>();
    items.add(first);
    while (c.accept(',')) {
      items.add(item());
    }
    return List.copyOf(items);
  }

  /** One item with its joins. */
  FromItem item() {
    c.deeper();
    FromItem item = joins(primary());
    c.shallower();
    return item;
  }

  private FromItem joins(FromItem first) {
    FromItem left = first;
    while (isJoin()) {
      left = join(left);
    }
    return left;
  }

  private boolean isJoin() {
    Word word = c.word();
    return word == Word.JOIN
        || word == Word.INNER
        || word == Word.LEFT
        || word == Word.RIGHT
        || word == Word.FULL
        || word == Word.CROSS
        || word == Word.NATURAL;
  }

  private FromItem join(FromItem left) {
    if (c.accept(Word.CROSS)) {
      c.expect(Word.JOIN);
      FromItem right = primary();
      return new Join(
          left.start(), right.end(), Join.Kind.CROSS, false, left, right, null, List.of(), null);
    }
    boolean natural = c.accept(Word.NATURAL);
    Join.Kind kind = kind();
    c.expect(Word.JOIN);
    if (natural) {
      FromItem right = primary();
      return new Join(left.start(), right.end(), kind, true, left, right, null, List.of(), null);
    }
    c.deeper();
    // a JOIN b JOIN c ON … ON …: what comes before our own ON belongs to the right side.
    FromItem right = joins(primary());
    c.shallower();
    if (c.accept(Word.ON)) {
      Expr on = rules.expressions.expression();
      return new Join(left.start(), c.lastEnd(), kind, false, left, right, on, List.of(), null);
    }
    c.expect(Word.USING);
    c.expect('(');
    List<Name> using = c.names();
    c.expect(')');
    Name alias = c.accept(Word.AS) ? c.name() : null;
    return new Join(left.start(), c.lastEnd(), kind, false, left, right, null, using, alias);
  }

  private Join.Kind kind() {
    if (c.accept(Word.INNER)) {
      return Join.Kind.INNER;
    }
    Join.Kind kind =
        c.accept(Word.LEFT)
            ? Join.Kind.LEFT
            : c.accept(Word.RIGHT)
                ? Join.Kind.RIGHT
                : c.accept(Word.FULL) ? Join.Kind.FULL : Join.Kind.INNER;
    if (kind != Join.Kind.INNER) {
      c.accept(Word.OUTER);
    }
    return kind;
  }

  private FromItem primary() {
    int start = c.start();
    boolean lateral = c.accept(Word.LATERAL);
    if (c.is('(')) {
      return lateral ? lateral(start) : parens();
    }
    Word word = c.word();
    if ((word == Word.XMLTABLE || word == Word.JSON_TABLE) && c.kind(1) == '(') {
      return rules.tableFunctions.table(start, lateral);
    }
    if (word == Word.ROWS && c.word(1) == Word.FROM) {
      return rowsFrom(start, lateral);
    }
    if (word == Word.ONLY) {
      return table(start, c.table());
    }
    if (isFunction()) {
      Expr call = rules.primaries.primary();
      if (!(call instanceof Expr.Call)
          && !(call instanceof Expr.SpecialCall)
          && !(call instanceof Expr.Cast)) {
        throw c.rejected("a table");
      }
      return function(start, lateral, call);
    }
    if (lateral) {
      throw c.rejected("a subquery or a function");
    }
    return table(start, c.table());
  }

  /** Whether a call stands here, and not a table's name. */
  private boolean isFunction() {
    Word word = c.word();
    if (word != null && !word.isColumnName()) {
      return true;
    }
    int ahead = 1;
    while (c.kind(ahead) == '.') {
      ahead += 2;
    }
    return c.kind(ahead) == '(' && c.kind() != '(';
  }

  private FromItem table(int start, TableRef table) {
    Alias alias = alias(false);
    List<Expr> sample = null;
    if (c.accept(Word.TABLESAMPLE)) {
      c.path(c.functionName());
      c.expect('(');
      sample = new ArrayList<>(rules.expressions.list());
      c.expect(')');
      if (c.accept(Word.REPEATABLE)) {
        c.expect('(');
        sample.add(rules.expressions.expression());
        c.expect(')');
      }
    }
    return new FromItem.Table(start, c.lastEnd(), table, alias, sample);
  }

  private FromItem lateral(int start) {
    if (!c.opensQuery()) {
      throw c.rejected("a query");
    }
    c.next();
    Query query = rules.queries.query();
    c.expect(')');
    Alias alias = alias(false);
    return new FromItem.Derived(start, c.lastEnd(), true, query, alias);
  }

  private FromItem parens() {
    int start = c.start();
    boolean query = c.opensQuery();
    c.next();
    if (!query) {
      return closed(start, item());
    }
    Node inner = queryOrItem();
    if (inner instanceof Query derived) {
      c.expect(')');
      Alias alias = alias(false);
      return new FromItem.Derived(start, c.lastEnd(), false, derived, alias);
    }
    return closed(start, (FromItem) inner);
  }

  private FromItem closed(int start, FromItem inner) {
    c.expect(')');
    if (!(inner instanceof Join) && !(inner instanceof FromItem.Parens)) {
      // Only joins stand in parentheses: (users) is no item.
      throw c.rejected("a join");
    }
    Alias alias = alias(false);
    return new FromItem.Parens(start, c.lastEnd(), inner, alias);
  }

  /** As {@link Primaries#queryOrExpression}, where a join may stand in place of an expression. */
  private Node queryOrItem() {
    if (c.kind() != '(') {
      return rules.queries.query();
    }
    c.deeper();
    int start = c.start();
    c.next();
    Node inner = queryOrItem();
    Node result;
    if (!(inner instanceof Query query)) {
      result = joins(closed(start, (FromItem) inner));
    } else {
      c.expect(')');
      Body.Parens body = new Body.Parens(start, c.lastEnd(), query);
      if (rules.queries.goesOn() || c.is(')')) {
        result = rules.queries.rest(body);
      } else {
        Alias alias = alias(false);
        result = joins(new FromItem.Derived(start, c.lastEnd(), false, query, alias));
      }
    }
    c.shallower();
    return result;
  }

  private FromItem rowsFrom(int start, boolean lateral) {
    c.next();
    c.next();
    c.expect('(');
    List<FromItem.Function.Source> sources = new ArrayList<>();
    do {
      int from = c.start();
      Expr call = rules.primaries.primary();
      List<Alias.ColumnDefinition> definitions = List.of();
      if (c.accept(Word.AS)) {
        c.expect('(');
        definitions = definitions();
        c.expect(')');
      }
      sources.add(new FromItem.Function.Source(from, c.lastEnd(), call, definitions));
    } while (c.accept(','));
    c.expect(')');
    return function(start, lateral, true, List.copyOf(sources));
  }

  private FromItem function(int start, boolean lateral, Expr call) {
    return function(
        start,
        lateral,
        false,
        List.of(new FromItem.Function.Source(call.start(), call.end(), call, List.of())));
  }

  private FromItem function(
      int start, boolean lateral, boolean rowsFrom, List<FromItem.Function.Source> sources) {
    boolean ordinality = c.accept(Word.WITH, Word.ORDINALITY);
    Alias alias = alias(true);
    return new FromItem.Function(start, c.lastEnd(), lateral, rowsFrom, sources, ordinality, alias);
  }

  /** {@code [AS] name [(columns)]}, or null; a function's may define columns. */
  @Nullable Alias alias(boolean function) {
    int start = c.start();
    boolean as = c.accept(Word.AS);
    Name name = null;
    if (as && function && c.is('(')) {
      c.next();
      List<Alias.ColumnDefinition> definitions = definitions();
      c.expect(')');
      return new Alias(start, c.lastEnd(), null, List.of(), definitions);
    }
    if (as || c.isColumnName()) {
      name = c.name();
    }
    if (name == null) {
      return null;
    }
    List<Name> columns = List.of();
    List<Alias.ColumnDefinition> definitions = List.of();
    if (c.accept('(')) {
      if (function && c.kind(1) != ',' && c.kind(1) != ')') {
        definitions = definitions();
      } else {
        columns = c.names();
      }
      c.expect(')');
    }
    return new Alias(start, c.lastEnd(), name, columns, definitions);
  }

  private List<Alias.ColumnDefinition> definitions() {
    List<Alias.ColumnDefinition> definitions = new ArrayList<>();
    do {
      int start = c.start();
      Name name = c.name();
      TypeName type = rules.types.type();
      NamePath collation = c.accept(Word.COLLATE) ? rules.expressions.anyName() : null;
      definitions.add(new Alias.ColumnDefinition(start, c.lastEnd(), name, type, collation));
    } while (c.accept(','));
    return List.copyOf(definitions);
  }
}
