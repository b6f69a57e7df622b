package dev.crossfade.sql.syntax;

import dev.crossfade.sql.syntax.Expr.Call;
import dev.crossfade.sql.syntax.Expr.SpecialCall;
import dev.crossfade.sql.syntax.Expr.SpecialCall.Item;
import java.util.ArrayList;
import java.util.List;

/** SQL/JSON functions (documentation, sections 9.16 and 9.21). */
final class JsonCalls {

  private final Rules rules;
  private final Cursor c;

  JsonCalls(Rules rules) {
    this.rules = rules;
    this.c = rules.cursor;
  }

  Expr call(Word word) {
    if (word == Word.JSON_OBJECT && isFunction()) {
      return function();
    }
    int start = rules.specialCalls.open();
    List<Item> items = new ArrayList<>();
    List<TypeName> types = new ArrayList<>();
    List<SortKey> orderBy = List.of();
    switch (word) {
      case JSON_OBJECT -> {
        if (!endsValues()) {
          Expr first = rules.expressions.expression();
          if (!c.is(':') && !c.is(Word.VALUE)) {
            return function(start, first);
          }
          pair(items, first);
          while (c.accept(',')) {
            pair(items, rules.expressions.expression());
          }
        }
      }
      case JSON_OBJECTAGG -> pair(items, rules.expressions.expression());
      case JSON_ARRAY -> array(items);
      case JSON_ARRAYAGG -> {
        items.add(value());
        orderBy = rules.calls.orderBy();
      }
      default -> {
        // One value, or a value and a path.
        items.add(value());
        while (c.accept(',')) {
          items.add(value());
        }
      }
    }
    options(items, types);
    c.expect(')');
    boolean aggregate = word == Word.JSON_ARRAYAGG || word == Word.JSON_OBJECTAGG;
    Expr filter = aggregate ? rules.calls.filter() : null;
    WindowSpec over = aggregate ? rules.calls.over() : null;
    return new SpecialCall(
        start,
        c.lastEnd(),
        word.text(),
        List.copyOf(items),
        List.copyOf(types),
        orderBy,
        filter,
        over);
  }

  /** {@code json_object('{a,1}')} and its like are a function's ordinary calls. */
  private boolean isFunction() {
    return c.kind(3) == Tokens.ARROW || c.kind(3) == Tokens.ASSIGN || c.word(2) == Word.VARIADIC;
  }

  private Expr function() {
    Name name = c.take();
    return rules.calls.call(new NamePath(List.of(name)));
  }

  private Expr function(int start, Expr first) {
    int length = Word.JSON_OBJECT.text().length();
    NamePath name = new NamePath(List.of(new Name(start, start + length, Word.JSON_OBJECT.text())));
    List<Call.Argument> arguments = new ArrayList<>();
    arguments.add(new Call.Argument(first.start(), first.end(), null, false, first));
    if (c.accept(',')) {
      arguments.addAll(rules.calls.arguments());
    }
    List<SortKey> orderBy = rules.calls.orderBy();
    return rules.calls.closed(start, name, List.copyOf(arguments), false, false, orderBy);
  }

  private boolean endsValues() {
    return c.is(')') || c.is(Word.RETURNING);
  }

  private void pair(List<Item> items, Expr key) {
    items.add(rules.specialCalls.item(key));
    if (!c.accept(':')) {
      c.expect(Word.VALUE);
    }
    items.add(value());
  }

  private void array(List<Item> items) {
    if (endsValues()) {
      return;
    }
    if (c.startsQuery() || c.opensQuery()) {
      Node first = rules.primaries.queryOrExpression();
      if (first instanceof Query query) {
        items.add(rules.specialCalls.item(arrayQuery(query)));
        format();
        return;
      }
      items.add(rules.specialCalls.item((Expr) first));
      format();
      if (!c.accept(',')) {
        return;
      }
    }
    do {
      items.add(value());
    } while (c.accept(','));
  }

  private static Expr arrayQuery(Query query) {
    // JSON_ARRAY((SELECT 1)) holds a value in parentheses, JSON_ARRAY(SELECT 1) a query.
    return query.isPlain() && query.body() instanceof Body.Parens parens
        ? new Expr.Subquery(query.start(), query.end(), Expr.Subquery.Kind.VALUE, parens.query())
        : new Expr.Subquery(query.start(), query.end(), Expr.Subquery.Kind.JSON, query);
  }

  /** {@code value [FORMAT JSON [ENCODING name]]}. */
  Item value() {
    Expr value = rules.expressions.expression();
    format();
    return rules.specialCalls.item(value);
  }

  void format() {
    if (c.accept(Word.FORMAT, Word.JSON) && c.accept(Word.ENCODING)) {
      c.name();
    }
  }

  /** {@code WITH UNIQUE [KEYS]}, or nothing. */
  void uniqueKeys() {
    if ((c.is(Word.WITH) || c.is(Word.WITHOUT)) && c.word(1) == Word.UNIQUE) {
      c.next();
      c.next();
      c.accept(Word.KEYS);
    }
  }

  /** What follows the values, in any order: a superset of what each function allows. */
  void options(List<Item> items, List<TypeName> types) {
    while (true) {
      if (c.accept(Word.PASSING)) {
        do {
          Item item = value();
          c.expect(Word.AS);
          Name label = c.label();
          items.add(new Item(item.start(), c.lastEnd(), item.value(), label));
        } while (c.accept(','));
      } else if (c.accept(Word.RETURNING)) {
        types.add(rules.types.type());
        format();
      } else if (c.is(Word.WITH) || c.is(Word.WITHOUT)) {
        wrapper();
      } else if (c.accept(Word.KEEP) || c.accept(Word.OMIT)) {
        c.expect(Word.QUOTES);
        if (c.accept(Word.ON)) {
          c.expect(Word.SCALAR);
          c.expect(Word.STRING);
        }
      } else if (!behaviour(items)) {
        return;
      }
    }
  }

  private void wrapper() {
    c.next();
    if (c.accept(Word.UNIQUE)) {
      c.accept(Word.KEYS);
      return;
    }
    if (!c.accept(Word.CONDITIONAL)) {
      c.accept(Word.UNCONDITIONAL);
    }
    c.accept(Word.ARRAY);
    c.expect(Word.WRAPPER);
  }

  /** {@code NULL ON NULL}, {@code ERROR ON EMPTY}, {@code DEFAULT value ON ERROR}. */
  private boolean behaviour(List<Item> items) {
    if (c.accept(Word.DEFAULT)) {
      items.add(rules.specialCalls.item());
    } else if (c.accept(Word.EMPTY)) {
      if (!c.accept(Word.ARRAY)) {
        c.accept(Word.OBJECT);
      }
    } else if (!c.accept(Word.NULL)
        && !c.accept(Word.ABSENT)
        && !c.accept(Word.ERROR)
        && !c.accept(Word.TRUE)
        && !c.accept(Word.FALSE)
        && !c.accept(Word.UNKNOWN)) {
      return false;
    }
    c.expect(Word.ON);
    if (!c.accept(Word.NULL) && !c.accept(Word.EMPTY)) {
      c.expect(Word.ERROR);
    }
    return true;
  }
}
