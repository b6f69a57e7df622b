package dev.crossfade.sql.syntax;

import dev.crossfade.sql.syntax.Expr.Literal;
import dev.crossfade.sql.syntax.Word.Category;
import java.util.ArrayList;
import java.util.List;

/** What operators stand between ({@code c_expr} in {@code gram.y}). */
final class Primaries {

  private final Rules rules;
  private final Cursor c;

  Primaries(Rules rules) {
    this.rules = rules;
    this.c = rules.cursor;
  }

  Expr primary() {
    switch (c.kind()) {
      case Tokens.NUMBER:
        return literal(Literal.Kind.NUMBER);
      case Tokens.STRING:
        return literal(Literal.Kind.STRING);
      case Tokens.BITS:
        return literal(Literal.Kind.BITS);
      case Tokens.NATIONAL:
        return national();
      case Tokens.QUESTION, Tokens.DOLLAR:
        return steps(parameter());
      case '(':
        return parens();
      case Tokens.QUOTED:
        return named();
      case Tokens.WORD:
        Word word = c.word();
        return word == null ? named() : word(word);
      default:
        throw c.rejected("an expression");
    }
  }

  private Literal literal(Literal.Kind kind) {
    int start = c.start();
    c.next();
    return new Literal(start, c.lastEnd(), kind);
  }

  /** {@code N'text'} is a constant of type character. */
  private Expr national() {
    int start = c.start();
    c.next();
    TypeName type = new TypeName(start, start + 1, null, "bpchar", List.of(), false);
    Literal text = new Literal(start + 1, c.lastEnd(), Literal.Kind.STRING);
    return new Expr.Cast(start, c.lastEnd(), Expr.Cast.Notation.LITERAL, text, type);
  }

  private Expr.Parameter parameter() {
    int start = c.start();
    boolean numbered = c.kind() == Tokens.DOLLAR;
    int number;
    if (numbered) {
      try {
        number = Integer.parseInt(c.sql, start + 1, c.tokenEnd(), 10);
      } catch (NumberFormatException tooLarge) {
        throw c.rejected("a smaller number");
      }
    } else {
      number = c.parameterNumber();
    }
    c.next();
    return new Expr.Parameter(start, c.lastEnd(), number, numbered);
  }

  /** {@code .f}, {@code [1]}, {@code .*} after a value that may have them. */
  Expr steps(Expr base) {
    if (c.kind() != '.' && c.kind() != '[') {
      return base;
    }
    List<Step> steps = stepList();
    return new Expr.Indirection(base.start(), c.lastEnd(), base, steps);
  }

  List<Step> stepList() {
    if (c.kind() != '.' && c.kind() != '[') {
      return List.of();
    }
    List<Step> steps = new ArrayList<>();
    while (true) {
      int start = c.start();
      if (c.accept('.')) {
        if (c.accept('*')) {
          steps.add(new Step.AllFields(start, c.lastEnd()));
          break;
        }
        Name field = c.label();
        steps.add(new Step.Field(start, c.lastEnd(), field));
      } else if (c.accept('[')) {
        steps.add(subscript(start));
      } else {
        break;
      }
    }
    return List.copyOf(steps);
  }

  private Step subscript(int start) {
    Expr lower = c.is(':') ? null : rules.expressions.expression();
    boolean slice = c.accept(':');
    Expr upper = slice && !c.is(']') ? rules.expressions.expression() : null;
    c.expect(']');
    return new Step.Subscript(start, c.lastEnd(), lower, upper, slice);
  }

  /** At an opening parenthesis: a query, a row, or an expression in parentheses. */
  private Expr parens() {
    int start = c.start();
    boolean query = c.opensQuery();
    c.next();
    if (!query) {
      return closed(start, rules.expressions.expression());
    }
    Node inner = queryOrExpression();
    if (inner instanceof Query subquery) {
      c.expect(')');
      return steps(new Expr.Subquery(start, c.lastEnd(), Expr.Subquery.Kind.VALUE, subquery));
    }
    return closed(start, (Expr) inner);
  }

  /**
   * Within parentheses, where one or more further ones open before a query's first word: only what
   * follows a closing one tells whether it was a query's part, or an expression's. Reads each token
   * once.
   */
  Node queryOrExpression() {
    if (c.kind() != '(') {
      return rules.queries.query();
    }
    c.deeper();
    int start = c.start();
    c.next();
    Node inner = queryOrExpression();
    Node result;
    if (!(inner instanceof Query query)) {
      result = rules.expressions.after(closed(start, (Expr) inner));
    } else {
      c.expect(')');
      Body.Parens body = new Body.Parens(start, c.lastEnd(), query);
      if (rules.queries.goesOn() || c.is(')')) {
        result = rules.queries.rest(body);
      } else {
        Expr value = new Expr.Subquery(start, c.lastEnd(), Expr.Subquery.Kind.VALUE, query);
        result = rules.expressions.after(steps(value));
      }
    }
    c.shallower();
    return result;
  }

  /** The rest of parentheses whose first expression has been read. */
  private Expr closed(int start, Expr first) {
    if (c.accept(')')) {
      return steps(new Expr.Parens(start, c.lastEnd(), first));
    }
    List<Expr> items = new ArrayList<>();
    items.add(first);
    while (c.accept(',')) {
      items.add(rules.expressions.expression());
    }
    c.expect(')');
    return overlaps(new Expr.Row(start, c.lastEnd(), false, List.copyOf(items)));
  }

  private Expr overlaps(Expr.Row left) {
    if (!c.is(Word.OVERLAPS)) {
      return left;
    }
    c.next();
    Expr right = primary();
    if (!(right instanceof Expr.Row)) {
      throw c.rejected("a row");
    }
    return new Expr.Operation(
        left.start(), right.end(), Expr.Operation.Kind.OVERLAPS, List.of(left, right), List.of());
  }

  private Expr word(Word word) {
    switch (word) {
      case TRUE, FALSE:
        return literal(Literal.Kind.BOOLEAN);
      case NULL:
        return literal(Literal.Kind.NULL);
      case DEFAULT:
        int start = c.start();
        c.next();
        return new Expr.Default(start, c.lastEnd());
      case CASE:
        return caseWhen();
      case ARRAY:
        return array();
      case ROW:
        return c.kind(1) == '(' ? row() : named();
      case EXISTS:
        return c.kind(1) == '(' ? exists() : named();
      case JSON:
        return c.kind(1) == Tokens.STRING ? typed() : special(word);
      case DOUBLE:
        return c.word(1) == Word.PRECISION ? typed() : named();
      case INT,
      INTEGER,
      SMALLINT,
      BIGINT,
      REAL,
      BOOLEAN,
      FLOAT,
      DECIMAL,
      DEC,
      NUMERIC,
      VARCHAR,
      BIT,
      CHARACTER,
      CHAR,
      NCHAR,
      NATIONAL,
      TIME,
      TIMESTAMP,
      INTERVAL:
        return startsType() ? typed() : named();
      default:
        return special(word);
    }
  }

  private Expr special(Word word) {
    Expr special = rules.specialCalls.at(word);
    if (special != null) {
      return special;
    }
    if (word.category() == Category.RESERVED) {
      throw c.rejected("an expression");
    }
    return named();
  }

  /** Whether a type's key word here starts a constant, and is not a column's name. */
  private boolean startsType() {
    Word next = c.word(1);
    return c.kind(1) == Tokens.STRING
        || c.kind(1) == '('
        || next == Word.VARYING
        || next == Word.CHARACTER && c.is(Word.NATIONAL)
        || next == Word.CHAR && c.is(Word.NATIONAL)
        || (next == Word.WITH || next == Word.WITHOUT) && c.word(2) == Word.TIME;
  }

  private Expr typed() {
    int start = c.start();
    TypeName type = rules.types.simple();
    return constant(start, type);
  }

  /** {@code type 'text'}, where the type has been read. */
  Expr constant(int start, TypeName type) {
    if (c.kind() != Tokens.STRING) {
      throw c.rejected("a string");
    }
    Literal text = literal(Literal.Kind.STRING);
    if ("interval".equals(type.system())) {
      // INTERVAL '1' YEAR TO MONTH: what follows the text only limits it.
      rules.types.intervalFields();
    }
    return new Expr.Cast(start, c.lastEnd(), Expr.Cast.Notation.LITERAL, text, type);
  }

  /** A column, a function's call, or a constant of a named type. */
  Expr named() {
    int start = c.start();
    Word word = c.word();
    boolean column = word == null || word.isColumnName();
    boolean function = word == null || word.isFunctionName();
    Name first = c.take();
    if (c.kind() == '.' && column) {
      return qualified(start, first);
    }
    if (c.kind() == '(' && function) {
      return rules.calls.call(new NamePath(List.of(first)));
    }
    if (c.kind() == Tokens.STRING && function) {
      TypeName type =
          new TypeName(start, c.lastEnd(), new NamePath(List.of(first)), null, List.of(), false);
      return constant(start, type);
    }
    if (!column || c.kind() == '(') {
      throw c.rejected("'('");
    }
    return steps(new Expr.ColumnRef(start, first.end(), List.of(first), false));
  }

  private Expr qualified(int start, Name first) {
    List<Name> names = new ArrayList<>(3);
    names.add(first);
    while (c.accept('.')) {
      if (c.accept('*')) {
        return new Expr.ColumnRef(start, c.lastEnd(), List.copyOf(names), true);
      }
      names.add(c.label());
    }
    List<Name> parts = List.copyOf(names);
    if (c.kind() == '(') {
      return rules.calls.call(new NamePath(parts));
    }
    if (c.kind() == Tokens.STRING) {
      TypeName type = new TypeName(start, c.lastEnd(), new NamePath(parts), null, List.of(), false);
      return constant(start, type);
    }
    return steps(new Expr.ColumnRef(start, c.lastEnd(), parts, false));
  }

  private Expr caseWhen() {
    int start = c.start();
    c.next();
    Expr operand = c.is(Word.WHEN) ? null : rules.expressions.expression();
    List<Expr.Case.When> whens = new ArrayList<>();
    do {
      int when = c.start();
      c.expect(Word.WHEN);
      Expr condition = rules.expressions.expression();
      c.expect(Word.THEN);
      Expr result = rules.expressions.expression();
      whens.add(new Expr.Case.When(when, c.lastEnd(), condition, result));
    } while (c.is(Word.WHEN));
    Expr otherwise = c.accept(Word.ELSE) ? rules.expressions.expression() : null;
    c.expect(Word.END);
    return new Expr.Case(start, c.lastEnd(), operand, List.copyOf(whens), otherwise);
  }

  private Expr array() {
    int start = c.start();
    c.next();
    if (c.kind() == '[') {
      return brackets(start);
    }
    return subquery(start, Expr.Subquery.Kind.ARRAY);
  }

  private Expr brackets(int start) {
    c.deeper();
    c.expect('[');
    List<Expr> items = new ArrayList<>();
    if (!c.is(']')) {
      do {
        items.add(c.is('[') ? brackets(c.start()) : rules.expressions.expression());
      } while (c.accept(','));
    }
    c.expect(']');
    c.shallower();
    return new Expr.Array(start, c.lastEnd(), List.copyOf(items));
  }

  private Expr exists() {
    int start = c.start();
    c.next();
    return subquery(start, Expr.Subquery.Kind.EXISTS);
  }

  private Expr subquery(int start, Expr.Subquery.Kind kind) {
    if (!c.opensQuery()) {
      throw c.rejected("a query in parentheses");
    }
    c.next();
    Query query = rules.queries.query();
    c.expect(')');
    return new Expr.Subquery(start, c.lastEnd(), kind, query);
  }

  private Expr row() {
    int start = c.start();
    c.next();
    c.next();
    List<Expr> items = c.is(')') ? List.of() : rules.expressions.list();
    c.expect(')');
    return overlaps(new Expr.Row(start, c.lastEnd(), true, items));
  }
}
