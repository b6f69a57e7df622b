package dev.crossfade.sql.syntax;

import dev.crossfade.sql.syntax.Expr.SpecialCall;
import dev.crossfade.sql.syntax.Expr.SpecialCall.Item;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Functions that the grammar knows by their key words ({@code func_expr_common_subexpr} in {@code
 * gram.y}).
 */
final class SpecialCalls {

  private final Rules rules;
  private final Cursor c;

  SpecialCalls(Rules rules) {
    this.rules = rules;
    this.c = rules.cursor;
  }

  /** The call that {@code word}, here, starts; null if it starts none and may be a name. */
  @Nullable Expr at(Word word) {
    switch (word) {
      case CURRENT_DATE,
      CURRENT_CATALOG,
      CURRENT_ROLE,
      CURRENT_USER,
      SESSION_USER,
      SYSTEM_USER,
      USER:
        return bare(word);
      case CURRENT_SCHEMA:
        return c.kind(1) == '(' ? null : bare(word);
      case CURRENT_TIME, CURRENT_TIMESTAMP, LOCALTIME, LOCALTIMESTAMP:
        return precise(word);
      case CAST:
        return cast();
      case COLLATION:
        return collation();
      default:
        return c.kind(1) == '(' ? called(word) : null;
    }
  }

  private @Nullable Expr called(Word word) {
    return switch (word) {
      case COALESCE, GREATEST, LEAST, GROUPING, XMLCONCAT -> {
        int start = open();
        yield close(start, word.text(), list());
      }
      case NULLIF -> nullif();
      case MERGE_ACTION -> close(open(), word.text(), List.of());
      case EXTRACT -> extract();
      case NORMALIZE -> normalize();
      case OVERLAY -> overlay();
      case POSITION -> position();
      case SUBSTRING -> substring();
      case TREAT -> treat();
      case TRIM -> trim();
      case XMLELEMENT, XMLEXISTS, XMLFOREST, XMLPARSE, XMLPI, XMLROOT, XMLSERIALIZE ->
          rules.xmlCalls.call(word);
      case JSON,
          JSON_ARRAY,
          JSON_ARRAYAGG,
          JSON_EXISTS,
          JSON_OBJECT,
          JSON_OBJECTAGG,
          JSON_QUERY,
          JSON_SCALAR,
          JSON_SERIALIZE,
          JSON_VALUE ->
          rules.jsonCalls.call(word);
      default -> null;
    };
  }

  /** Passes the word and the opening parenthesis. */
  int open() {
    int start = c.start();
    c.next();
    c.expect('(');
    return start;
  }

  SpecialCall close(int start, String word, List<Item> items) {
    return close(start, word, items, List.of());
  }

  SpecialCall close(int start, String word, List<Item> items, List<TypeName> types) {
    c.expect(')');
    return made(start, word, items, types);
  }

  private SpecialCall made(int start, String word, List<Item> items, List<TypeName> types) {
    return new SpecialCall(
        start, c.lastEnd(), word, List.copyOf(items), List.copyOf(types), List.of(), null, null);
  }

  Item item(Expr value) {
    return new Item(value.start(), value.end(), value, null);
  }

  Item item() {
    return item(rules.expressions.expression());
  }

  List<Item> list() {
    List<Item> items = new ArrayList<>();
    do {
      items.add(item());
    } while (c.accept(','));
    return items;
  }

  private SpecialCall bare(Word word) {
    int start = c.start();
    c.next();
    return made(start, word.text(), List.of(), List.of());
  }

  private SpecialCall precise(Word word) {
    int start = c.start();
    c.next();
    if (c.accept('(')) {
      c.expect(Tokens.NUMBER, "a number");
      c.expect(')');
    }
    return made(start, word.text(), List.of(), List.of());
  }

  private Expr cast() {
    int start = open();
    Expr value = rules.expressions.expression();
    c.expect(Word.AS);
    TypeName type = rules.types.type();
    c.expect(')');
    return new Expr.Cast(start, c.lastEnd(), Expr.Cast.Notation.CAST, value, type);
  }

  private @Nullable Expr collation() {
    if (c.word(1) != Word.FOR || c.kind(2) != '(') {
      return null;
    }
    int start = c.start();
    c.next();
    c.next();
    c.next();
    return close(start, "pg_collation_for", List.of(item()));
  }

  private Expr nullif() {
    int start = open();
    Item first = item();
    c.expect(',');
    return close(start, "nullif", List.of(first, item()));
  }

  private Expr extract() {
    int start = open();
    // The field: a word, or a string.
    if (c.kind() != Tokens.STRING) {
      c.label();
    } else {
      c.next();
    }
    c.expect(Word.FROM);
    return close(start, "extract", List.of(item()));
  }

  private Expr normalize() {
    int start = open();
    Item value = item();
    if (c.accept(',') && !c.accept(Word.NFC) && !c.accept(Word.NFD) && !c.accept(Word.NFKC)) {
      c.expect(Word.NFKD);
    }
    return close(start, "normalize", List.of(value));
  }

  private Expr position() {
    int start = open();
    Item part = item(rules.expressions.restricted());
    c.expect(Word.IN);
    return close(start, "position", List.of(part, item(rules.expressions.restricted())));
  }

  private Expr overlay() {
    int start = c.start();
    if (isPlainCall()) {
      return plain(start, "overlay");
    }
    open();
    List<Item> items = new ArrayList<>();
    items.add(item());
    if (!c.is(Word.PLACING)) {
      return plainRest(start, "overlay", items);
    }
    c.next();
    items.add(item());
    c.expect(Word.FROM);
    items.add(item());
    if (c.accept(Word.FOR)) {
      items.add(item());
    }
    return close(start, "overlay", items);
  }

  private Expr substring() {
    int start = c.start();
    if (isPlainCall()) {
      return plain(start, "substring");
    }
    open();
    List<Item> items = new ArrayList<>();
    items.add(item());
    if (c.accept(Word.SIMILAR)) {
      items.add(item());
      c.expect(Word.ESCAPE);
      items.add(item());
      return close(start, "substring", items);
    }
    if (!c.is(Word.FROM) && !c.is(Word.FOR)) {
      return plainRest(start, "substring", items);
    }
    for (int i = 0; i < 2; i++) {
      if (c.accept(Word.FROM) || c.accept(Word.FOR)) {
        items.add(item());
      }
    }
    return close(start, "substring", items);
  }

  /** No values, or named ones: then it is a function's ordinary call. */
  private boolean isPlainCall() {
    return c.kind(2) == ')'
        || c.kind(3) == Tokens.ARROW
        || c.kind(3) == Tokens.ASSIGN
        || c.word(2) == Word.VARIADIC;
  }

  private Expr plain(int start, String word) {
    open();
    List<Item> items = new ArrayList<>();
    if (!c.is(')')) {
      for (Expr.Call.Argument argument : rules.calls.arguments()) {
        items.add(item(argument.value()));
      }
    }
    return close(start, word, items);
  }

  private Expr plainRest(int start, String word, List<Item> items) {
    if (c.accept(',')) {
      for (Expr.Call.Argument argument : rules.calls.arguments()) {
        items.add(item(argument.value()));
      }
    }
    return close(start, word, items);
  }

  private Expr treat() {
    int start = open();
    Item value = item();
    c.expect(Word.AS);
    TypeName type = rules.types.type();
    return close(start, "treat", List.of(value), List.of(type));
  }

  private Expr trim() {
    int start = open();
    String word = "btrim";
    if (c.accept(Word.LEADING)) {
      word = "ltrim";
    } else if (c.accept(Word.TRAILING)) {
      word = "rtrim";
    } else {
      c.accept(Word.BOTH);
    }
    List<Item> items = new ArrayList<>();
    if (!c.is(Word.FROM)) {
      items.add(item());
    }
    if (c.accept(Word.FROM)) {
      items.add(item());
    }
    while (c.accept(',')) {
      items.add(item());
    }
    return close(start, word, items);
  }
}
