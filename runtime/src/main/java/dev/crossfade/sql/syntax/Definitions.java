package dev.crossfade.sql.syntax;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** DDL: what holds a query is read, the rest only as far as to tell where it ends. */
final class Definitions {

  private final Rules rules;
  private final Cursor c;

  Definitions(Rules rules) {
    this.rules = rules;
    this.c = rules.cursor;
  }

  Statement create() {
    int start = c.start();
    int ahead = 1;
    if (c.word(ahead) == Word.OR) {
      ahead += 2;
    }
    while (isModifier(c.word(ahead))) {
      ahead++;
    }
    if (c.word(ahead) == Word.TABLE && isTableAs(ahead)) {
      return tableAs(start, ahead, false);
    }
    if (c.is(Word.CREATE) && c.word(1) == Word.MATERIALIZED && c.word(2) == Word.VIEW) {
      return tableAs(start, 2, true);
    }
    return c.word(ahead) == Word.VIEW ? view(start, ahead) : opaque(true);
  }

  private static boolean isModifier(@Nullable Word word) {
    return word == Word.TEMP
        || word == Word.TEMPORARY
        || word == Word.UNLOGGED
        || word == Word.GLOBAL
        || word == Word.LOCAL;
  }

  /** Whether AS stands outside of parentheses: in CREATE TABLE it comes before a query only. */
  private boolean isTableAs(int from) {
    int depth = 0;
    for (int i = from; ; i++) {
      byte kind = c.kind(i);
      if (kind == Tokens.END || kind == ';') {
        return false;
      }
      if (kind == '(') {
        depth++;
      } else if (kind == ')') {
        depth--;
      } else if (depth == 0 && c.word(i) == Word.AS) {
        return true;
      }
    }
  }

  private Statement tableAs(int start, int words, boolean view) {
    NamePath name = named(words);
    List<Name> columns = c.namesInParens();
    skipTo(Word.AS);
    Statement source = c.is(Word.EXECUTE) ? rules.statements.execute() : rules.queries.query();
    if (c.accept(Word.WITH)) {
      c.accept(Word.NO);
      c.expect(Word.DATA);
    }
    return new Statement.CreateTableAs(start, c.lastEnd(), view, name, columns, source);
  }

  private Statement view(int start, int words) {
    NamePath name = named(words);
    List<Name> columns = c.namesInParens();
    skipTo(Word.AS);
    Query query = rules.queries.query();
    if (c.accept(Word.WITH)) {
      // [CASCADED | LOCAL] CHECK OPTION
      skip(false);
    }
    return new Statement.CreateView(start, c.lastEnd(), name, columns, query);
  }

  private NamePath named(int words) {
    for (int i = 0; i <= words; i++) {
      c.next();
    }
    if (c.accept(Word.IF)) {
      c.expect(Word.NOT);
      c.expect(Word.EXISTS);
    }
    return c.path();
  }

  private void skipTo(Word word) {
    int depth = 0;
    while (depth > 0 || !c.is(word)) {
      if (c.kind() == Tokens.END || c.is(';')) {
        throw c.rejected(word.name());
      }
      if (c.is('(')) {
        depth++;
      } else if (c.is(')')) {
        depth--;
      }
      c.next();
    }
    c.next();
  }

  Statement opaque(boolean ddl) {
    int start = c.start();
    String words = words();
    skip(ddl);
    return new Statement.Opaque(start, c.lastEnd(), words, ddl);
  }

  /** {@code "alter table"}, {@code "create index"}: the verb and what it is about. */
  private String words() {
    StringBuilder words = new StringBuilder(text(0));
    int ahead = 1;
    while (isQualifier(c.word(ahead))) {
      ahead++;
    }
    if (c.kind(ahead) == Tokens.WORD) {
      words.append(' ').append(text(ahead));
    }
    return words.toString();
  }

  private String text(int ahead) {
    return c.text(ahead).toLowerCase(Locale.ROOT);
  }

  private static boolean isQualifier(@Nullable Word word) {
    return word == Word.OR
        || word == Word.REPLACE
        || word == Word.UNIQUE
        || word == Word.RECURSIVE
        || word == Word.TRUSTED
        || word == Word.PROCEDURAL
        || word == Word.CONSTRAINT
        || word == Word.EVENT
        || word == Word.FOREIGN
        || word == Word.MATERIALIZED
        || isModifier(word);
  }

  /**
   * Passes everything up to the semicolon that ends the statement: not one in parentheses, as of
   * CREATE RULE, nor one in the BEGIN ATOMIC of a function.
   */
  void skip(boolean bodies) {
    int depth = 0;
    int blocks = 0;
    while (c.kind() != Tokens.END && (depth > 0 || blocks > 0 || !c.is(';'))) {
      boolean name = c.follows('.') || c.follows(Word.AS);
      if (c.is('(') || c.is('[')) {
        depth++;
      } else if ((c.is(')') || c.is(']')) && --depth < 0) {
        throw c.rejected("'('");
      } else if (bodies && !name && c.is(Word.BEGIN, Word.ATOMIC)) {
        blocks++;
      } else if (blocks > 0 && !name && c.is(Word.CASE)) {
        blocks++;
      } else if (blocks > 0 && !name && c.is(Word.END)) {
        blocks--;
      }
      c.next();
    }
    if (depth > 0 || blocks > 0) {
      throw c.rejected("the end of the statement");
    }
  }
}
