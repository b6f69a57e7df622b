package dev.crossfade.sql.syntax;

import dev.crossfade.sql.syntax.Expr.SpecialCall.Item;
import java.util.ArrayList;
import java.util.List;

/** XMLTABLE and JSON_TABLE (documentation, sections 9.15.3.3 and 9.16.4). */
final class TableFunctions {

  private final Rules rules;
  private final Cursor c;

  TableFunctions(Rules rules) {
    this.rules = rules;
    this.c = rules.cursor;
  }

  FromItem table(int start, boolean lateral) {
    boolean json = c.is(Word.JSON_TABLE);
    c.next();
    c.expect('(');
    Gathered parts = new Gathered();
    if (json) {
      json(parts);
    } else {
      xml(parts);
    }
    c.expect(')');
    Alias alias = rules.from.alias(false);
    return new FromItem.TableFunction(
        start,
        c.lastEnd(),
        lateral,
        json,
        List.copyOf(parts.values),
        List.copyOf(parts.columns),
        List.copyOf(parts.types),
        alias);
  }

  private static final class Gathered {
    final List<Expr> values = new ArrayList<>();
    final List<Name> columns = new ArrayList<>();
    final List<TypeName> types = new ArrayList<>();

    void add(List<Item> items) {
      for (Item item : items) {
        values.add(item.value());
      }
    }
  }

  private void xml(Gathered parts) {
    if (c.is(Word.XMLNAMESPACES) && c.kind(1) == '(') {
      c.next();
      c.expect('(');
      do {
        boolean unnamed = c.accept(Word.DEFAULT);
        parts.values.add(rules.expressions.restricted());
        if (!unnamed) {
          c.expect(Word.AS);
          c.label();
        }
      } while (c.accept(','));
      c.expect(')');
      c.expect(',');
    }
    parts.values.add(rules.primaries.primary());
    parts.add(rules.xmlCalls.passing());
    c.expect(Word.COLUMNS);
    do {
      parts.columns.add(c.name());
      if (!ordinality()) {
        parts.types.add(rules.types.type());
        xmlOptions(parts);
      }
    } while (c.accept(','));
  }

  private boolean ordinality() {
    if (c.accept(Word.FOR)) {
      c.expect(Word.ORDINALITY);
      return true;
    }
    return false;
  }

  private void xmlOptions(Gathered parts) {
    while (true) {
      if (c.accept(Word.DEFAULT) || c.accept(Word.PATH)) {
        parts.values.add(rules.expressions.restricted());
      } else if (c.accept(Word.NOT)) {
        c.expect(Word.NULL);
      } else if (!c.accept(Word.NULL)) {
        return;
      }
    }
  }

  private void json(Gathered parts) {
    parts.values.add(rules.jsonCalls.value().value());
    c.expect(',');
    parts.values.add(rules.expressions.expression());
    if (c.accept(Word.AS)) {
      c.name();
    }
    options(parts);
    c.expect(Word.COLUMNS);
    jsonColumns(parts);
    options(parts);
  }

  private void jsonColumns(Gathered parts) {
    c.deeper();
    c.expect('(');
    do {
      if (c.is(Word.NESTED) && (c.word(1) == Word.PATH || c.kind(1) == Tokens.STRING)) {
        c.next();
        path(parts);
        if (c.accept(Word.AS)) {
          c.name();
        }
        c.expect(Word.COLUMNS);
        jsonColumns(parts);
      } else {
        jsonColumn(parts);
      }
    } while (c.accept(','));
    c.expect(')');
    c.shallower();
  }

  private void jsonColumn(Gathered parts) {
    parts.columns.add(c.name());
    if (ordinality()) {
      return;
    }
    parts.types.add(rules.types.type());
    rules.jsonCalls.format();
    c.accept(Word.EXISTS);
    if (c.is(Word.PATH)) {
      path(parts);
    }
    options(parts);
  }

  private void path(Gathered parts) {
    c.accept(Word.PATH);
    if (c.kind() != Tokens.STRING) {
      throw c.rejected("a path");
    }
    parts.values.add(rules.primaries.primary());
  }

  private void options(Gathered parts) {
    List<Item> items = new ArrayList<>();
    rules.jsonCalls.options(items, parts.types);
    parts.add(items);
  }
}
