package dev.crossfade.sql.syntax;

import dev.crossfade.sql.syntax.Expr.Call;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls of functions by name, aggregates and windows. */
final class Calls {

  private final Rules rules;
  private final Cursor c;

  Calls(Rules rules) {
    this.rules = rules;
    this.c = rules.cursor;
  }

  /** At the opening parenthesis after {@code name}. */
  Expr call(NamePath name) {
    int start = name.start();
    c.expect('(');
    boolean star = false;
    boolean distinct = false;
    List<Call.Argument> arguments = List.of();
    List<SortKey> orderBy = List.of();
    if (c.is('*') && c.kind(1) == ')') {
      c.next();
      star = true;
    } else if (c.kind() != ')') {
      distinct = c.accept(Word.DISTINCT);
      if (!distinct) {
        c.accept(Word.ALL);
      }
      arguments = arguments();
      orderBy = orderBy();
    }
    return closed(start, name, arguments, star, distinct, orderBy);
  }

  /** At the closing parenthesis of a call. */
  Expr closed(
      int start,
      NamePath name,
      List<Call.Argument> arguments,
      boolean star,
      boolean distinct,
      List<SortKey> orderBy) {
    c.expect(')');
    if (c.kind() == Tokens.STRING && !star && !distinct && orderBy.isEmpty()) {
      List<Expr> modifiers = new ArrayList<>();
      for (Call.Argument argument : arguments) {
        modifiers.add(argument.value());
      }
      TypeName type = new TypeName(start, c.lastEnd(), name, null, List.copyOf(modifiers), false);
      return rules.primaries.constant(start, type);
    }
    List<SortKey> withinGroup = List.of();
    if (c.is(Word.WITHIN) && c.word(1) == Word.GROUP) {
      c.next();
      c.next();
      c.expect('(');
      withinGroup = sortKeys();
      c.expect(')');
    }
    Expr filter = filter();
    WindowSpec over = over();
    return new Call(
        start, c.lastEnd(), name, arguments, star, distinct, orderBy, withinGroup, filter, over);
  }

  /** {@code value, name => value, VARIADIC value}. */
  List<Call.Argument> arguments() {
    Call.Argument first = argument();
    if (!c.is(',')) {
      return List.of(first);
    }
    List<Call.Argument> arguments = new ArrayList<>();
    arguments.add(first);
    while (c.accept(',')) {
      arguments.add(argument());
    }
    return List.copyOf(arguments);
  }

  private Call.Argument argument() {
    int start = c.start();
    boolean variadic = c.accept(Word.VARIADIC);
    Name name = null;
    if (c.kind(1) == Tokens.ARROW || c.kind(1) == Tokens.ASSIGN) {
      name = argumentName();
      c.next();
    }
    Expr value = rules.expressions.expression();
    return new Call.Argument(start, c.lastEnd(), name, variadic, value);
  }

  private Name argumentName() {
    Word word = c.word();
    if (c.kind() != Tokens.QUOTED
        && (c.kind() != Tokens.WORD || word != null && word.category() == Word.Category.RESERVED)) {
      throw c.rejected("an argument's name");
    }
    return c.take();
  }

  @Nullable Expr filter() {
    if (!c.is(Word.FILTER) || c.kind(1) != '(') {
      return null;
    }
    c.next();
    c.next();
    c.expect(Word.WHERE);
    Expr condition = rules.expressions.expression();
    c.expect(')');
    return condition;
  }

  @Nullable WindowSpec over() {
    if (!c.accept(Word.OVER)) {
      return null;
    }
    if (c.is('(')) {
      return window();
    }
    Name name = c.name();
    return new WindowSpec(name.start(), name.end(), name, List.of(), List.of(), List.of());
  }

  /** {@code ([base] [PARTITION BY …] [ORDER BY …] [frame])}. */
  WindowSpec window() {
    int start = c.start();
    c.expect('(');
    Word word = c.word();
    boolean clause =
        word == Word.PARTITION || word == Word.RANGE || word == Word.ROWS || word == Word.GROUPS;
    Name base = !clause && c.isColumnName() ? c.name() : null;
    List<Expr> partitionBy = List.of();
    if (c.accept(Word.PARTITION)) {
      c.expect(Word.BY);
      partitionBy = rules.expressions.list();
    }
    List<SortKey> orderBy = orderBy();
    List<Expr> bounds = new ArrayList<>();
    if (c.accept(Word.RANGE) || c.accept(Word.ROWS) || c.accept(Word.GROUPS)) {
      frame(bounds);
    }
    c.expect(')');
    return new WindowSpec(start, c.lastEnd(), base, partitionBy, orderBy, List.copyOf(bounds));
  }

  private void frame(List<Expr> bounds) {
    if (c.accept(Word.BETWEEN)) {
      bound(bounds);
      c.expect(Word.AND);
    }
    bound(bounds);
    if (c.accept(Word.EXCLUDE)) {
      if (c.accept(Word.CURRENT)) {
        c.expect(Word.ROW);
      } else if (c.accept(Word.NO)) {
        c.expect(Word.OTHERS);
      } else if (!c.accept(Word.GROUP)) {
        c.expect(Word.TIES);
      }
    }
  }

  private void bound(List<Expr> bounds) {
    if (c.accept(Word.CURRENT, Word.ROW)) {
      return;
    }
    if (!c.is(Word.UNBOUNDED) || c.word(1) != Word.PRECEDING && c.word(1) != Word.FOLLOWING) {
      bounds.add(rules.expressions.expression());
    } else {
      c.next();
    }
    if (!c.accept(Word.PRECEDING)) {
      c.expect(Word.FOLLOWING);
    }
  }

  /** {@code ORDER BY …}, or nothing. */
  List<SortKey> orderBy() {
    return c.is(Word.ORDER) ? sortKeys() : List.of();
  }

  private List<SortKey> sortKeys() {
    c.expect(Word.ORDER);
    c.expect(Word.BY);
    SortKey first = sortKey();
    if (!c.is(',')) {
      return List.of(first);
    }
    List<SortKey> keys = new ArrayList<>();
    keys.add(first);
    while (c.accept(',')) {
      keys.add(sortKey());
    }
    return List.copyOf(keys);
  }

  private SortKey sortKey() {
    int start = c.start();
    Expr value = rules.expressions.expression();
    Operator using = null;
    if (c.accept(Word.USING)) {
      using = rules.expressions.operator();
    } else if (!c.accept(Word.ASC)) {
      c.accept(Word.DESC);
    }
    nulls();
    return new SortKey(start, c.lastEnd(), value, using);
  }

  void nulls() {
    if (c.accept(Word.NULLS) && !c.accept(Word.FIRST)) {
      c.expect(Word.LAST);
    }
  }
}
