package dev.crossfade.sql.syntax;

import dev.crossfade.sql.syntax.Expr.SpecialCall;
import dev.crossfade.sql.syntax.Expr.SpecialCall.Item;
import java.util.ArrayList;
import java.util.List;

/** XML functions (documentation, section 9.15). */
final class XmlCalls {

  private final Rules rules;
  private final Cursor c;

  XmlCalls(Rules rules) {
    this.rules = rules;
    this.c = rules.cursor;
  }

  SpecialCall call(Word word) {
    int start = rules.specialCalls.open();
    List<Item> items = new ArrayList<>();
    List<TypeName> types = new ArrayList<>();
    switch (word) {
      case XMLELEMENT -> element(items);
      case XMLFOREST -> labelled(items);
      case XMLEXISTS -> {
        items.add(primary());
        items.addAll(passing());
      }
      case XMLPARSE -> {
        documentOrContent();
        items.add(rules.specialCalls.item());
        if (c.accept(Word.PRESERVE) || c.accept(Word.STRIP)) {
          c.expect(Word.WHITESPACE);
        }
      }
      case XMLPI -> {
        c.expect(Word.NAME);
        c.label();
        if (c.accept(',')) {
          items.add(rules.specialCalls.item());
        }
      }
      case XMLROOT -> root(items);
      default -> {
        documentOrContent();
        items.add(rules.specialCalls.item());
        c.expect(Word.AS);
        types.add(rules.types.type());
        c.accept(Word.NO);
        c.accept(Word.INDENT);
      }
    }
    return rules.specialCalls.close(start, word.text(), items, types);
  }

  private void documentOrContent() {
    if (!c.accept(Word.DOCUMENT)) {
      c.expect(Word.CONTENT);
    }
  }

  private void element(List<Item> items) {
    c.expect(Word.NAME);
    c.label();
    if (!c.accept(',')) {
      return;
    }
    if (c.is(Word.XMLATTRIBUTES) && c.kind(1) == '(') {
      int start = rules.specialCalls.open();
      List<Item> attributes = new ArrayList<>();
      labelled(attributes);
      items.add(
          rules.specialCalls.item(
              rules.specialCalls.close(start, Word.XMLATTRIBUTES.text(), attributes)));
      if (!c.accept(',')) {
        return;
      }
    }
    items.addAll(rules.specialCalls.list());
  }

  /** {@code value [AS label], …} */
  private void labelled(List<Item> items) {
    do {
      int start = c.start();
      Expr value = rules.expressions.expression();
      Name label = c.accept(Word.AS) ? c.label() : null;
      items.add(new Item(start, c.lastEnd(), value, label));
    } while (c.accept(','));
  }

  private Item primary() {
    return rules.specialCalls.item(rules.primaries.primary());
  }

  /** {@code PASSING [BY REF] value [BY REF]}. */
  List<Item> passing() {
    c.expect(Word.PASSING);
    mechanism();
    Item item = primary();
    mechanism();
    return List.of(item);
  }

  private void mechanism() {
    if (!c.accept(Word.BY, Word.REF)) {
      c.accept(Word.BY, Word.VALUE);
    }
  }

  private void root(List<Item> items) {
    items.add(rules.specialCalls.item());
    c.expect(',');
    c.expect(Word.VERSION);
    if (!c.accept(Word.NO, Word.VALUE)) {
      items.add(rules.specialCalls.item());
    }
    if (c.accept(',')) {
      c.expect(Word.STANDALONE);
      if (!c.accept(Word.NO, Word.VALUE) && !c.accept(Word.NO)) {
        c.expect(Word.YES);
      }
    }
  }
}
