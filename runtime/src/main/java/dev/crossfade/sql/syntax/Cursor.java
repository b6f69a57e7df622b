package dev.crossfade.sql.syntax;

import dev.crossfade.sql.syntax.Word.Category;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks over the tokens; what all parts of the parser share. */
final class Cursor {

  /** So many levels no person writes; beyond them even a large stack may end. */
  static final int MAX_DEPTH = 20_000;

  final String sql;
  private final boolean placeholders;
  private final Tokens tokens;
  private int at;
  private int depth;
  // The run of opening parentheses met last, so that each of them need not look for its end.
  private int runFrom = -1;
  private int runEnd = -1;

  Cursor(String sql, boolean placeholders, Tokens tokens) {
    this.sql = sql;
    this.placeholders = placeholders;
    this.tokens = tokens;
  }

  /** The offset of the current token. */
  int start() {
    return tokens.starts[at];
  }

  /** The end of the token before the current one. */
  int lastEnd() {
    return at == 0 ? 0 : tokens.ends[at - 1];
  }

  int tokenEnd() {
    return tokens.ends[at];
  }

  byte kind() {
    return tokens.kinds[at];
  }

  byte kind(int ahead) {
    return tokens.kinds[Math.min(at + ahead, tokens.size - 1)];
  }

  @Nullable Word word() {
    return tokens.words[at];
  }

  @Nullable Word word(int ahead) {
    return tokens.words[Math.min(at + ahead, tokens.size - 1)];
  }

  boolean is(Word word) {
    return tokens.words[at] == word;
  }

  boolean is(Word word, Word next) {
    return tokens.words[at] == word && word(1) == next;
  }

  boolean is(char kind) {
    return tokens.kinds[at] == kind;
  }

  void next() {
    at++;
  }

  /** The current operator as {@code pg_operator} has it. */
  String symbol() {
    String written = sql.substring(start(), tokenEnd());
    // JDBC's ?? is one question mark; without placeholders the lexer leaves ? as it is.
    return placeholders ? written.replace("??", "?") : written;
  }

  /** Whether the current token comes right after one of this kind. */
  boolean follows(char kind) {
    return at > 0 && tokens.kinds[at - 1] == kind;
  }

  boolean follows(Word word) {
    return at > 0 && tokens.words[at - 1] == word;
  }

  /** The text of a token ahead. */
  String text(int ahead) {
    return sql.substring(tokens.starts[at + ahead], tokens.ends[at + ahead]);
  }

  boolean accept(Word word) {
    if (tokens.words[at] == word) {
      at++;
      return true;
    }
    return false;
  }

  boolean accept(Word word, Word next) {
    if (is(word, next)) {
      at += 2;
      return true;
    }
    return false;
  }

  boolean accept(char kind) {
    if (tokens.kinds[at] == kind) {
      at++;
      return true;
    }
    return false;
  }

  void expect(Word word) {
    if (!accept(word)) {
      throw rejected(word.name());
    }
  }

  void expect(char kind) {
    if (!accept(kind)) {
      throw rejected("'" + kind + "'");
    }
  }

  /** Passes the current token, which must be of this kind. */
  void expect(byte kind, String what) {
    if (tokens.kinds[at] != kind) {
      throw rejected(what);
    }
    at++;
  }

  Rejected rejected(String expected) {
    return new Rejected(start(), expected);
  }

  void deeper() {
    if (++depth > MAX_DEPTH) {
      throw rejected("less nesting");
    }
  }

  void shallower() {
    depth--;
  }

  /** Which of the {@code ?} the current token is, from 1. */
  int parameterNumber() {
    int low = 0;
    int high = tokens.parameterCount - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.parameters[middle] < start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low + 1;
  }

  /** Whether a query starts at the current token, parentheses aside. */
  boolean startsQuery() {
    Word word = word();
    return word == Word.SELECT
        || word == Word.WITH
        || word == Word.TABLE
        || word == Word.VALUES && kind(1) == '(';
  }

  /** Whether the current token opens parentheses, perhaps several, before a query's first word. */
  boolean opensQuery() {
    if (kind() != '(') {
      return false;
    }
    if (at < runFrom || at >= runEnd) {
      runFrom = at;
      runEnd = at;
      while (tokens.kinds[runEnd] == '(') {
        runEnd++;
      }
    }
    Word word = tokens.words[runEnd];
    return word == Word.SELECT
        || word == Word.WITH
        || word == Word.TABLE
        || word == Word.VALUES && tokens.kinds[runEnd + 1] == '(';
  }

  boolean isColumnName() {
    return isColumnName(0);
  }

  boolean isColumnName(int ahead) {
    byte kind = kind(ahead);
    Word word = word(ahead);
    return kind == Tokens.QUOTED || kind == Tokens.WORD && (word == null || word.isColumnName());
  }

  /** The name of a column, a table or nearly anything else. */
  Name name() {
    if (!isColumnName()) {
      throw rejected("a name");
    }
    return take();
  }

  /** A name where every key word may stand: after a dot or AS. */
  Name label() {
    byte kind = kind();
    if (kind != Tokens.QUOTED && kind != Tokens.WORD) {
      throw rejected("a name");
    }
    return take();
  }

  /** The label without AS that stands here, or null. */
  @Nullable Name bareLabel() {
    byte kind = kind();
    Word word = word();
    boolean is =
        kind == Tokens.QUOTED || kind == Tokens.WORD && (word == null || word.isBareLabel());
    return is ? take() : null;
  }

  /** A name of a function or type, key words of columns aside. */
  Name functionName() {
    byte kind = kind();
    Word word = word();
    if (kind != Tokens.QUOTED && (kind != Tokens.WORD || word != null && !word.isFunctionName())) {
      throw rejected("a name");
    }
    return take();
  }

  /** Takes the current token as a name, whatever it is. */
  Name take() {
    int start = start();
    int end = tokenEnd();
    at++;
    return new Name(start, end, Spelling.read(sql, start, end));
  }

  /** A name that may be qualified. */
  NamePath path() {
    return path(name());
  }

  NamePath path(Name first) {
    if (kind() != '.') {
      return new NamePath(List.of(first));
    }
    List<Name> parts = new ArrayList<>(3);
    parts.add(first);
    while (accept('.')) {
      parts.add(label());
    }
    return new NamePath(List.copyOf(parts));
  }

  /** {@code name, name, …} */
  List<Name> names() {
    List<Name> names = new ArrayList<>();
    do {
      names.add(name());
    } while (accept(','));
    return List.copyOf(names);
  }

  /** {@code (name, name, …)}, or nothing. */
  List<Name> namesInParens() {
    if (!accept('(')) {
      return List.of();
    }
    List<Name> names = names();
    expect(')');
    return names;
  }

  /** {@code users}, {@code users *}, {@code ONLY users}, {@code ONLY (users)}. */
  TableRef table() {
    int start = start();
    if (accept(Word.ONLY)) {
      boolean parens = accept('(');
      NamePath name = path();
      if (parens) {
        expect(')');
      }
      return new TableRef(start, lastEnd(), name, true);
    }
    NamePath name = path();
    accept('*');
    return new TableRef(start, lastEnd(), name, false);
  }

  List<TableRef> tables() {
    List<TableRef> tables = new ArrayList<>();
    do {
      tables.add(table());
    } while (accept(','));
    return List.copyOf(tables);
  }

  /** Whether an expression may start here. */
  boolean startsExpression() {
    return startsExpression(0);
  }

  boolean startsExpression(int ahead) {
    byte kind = kind(ahead);
    return switch (kind) {
      case Tokens.END,
          ')',
          ',',
          ';',
          ']',
          '.',
          ':',
          '*',
          '/',
          '%',
          '^',
          '<',
          '>',
          '=',
          Tokens.CAST,
          Tokens.ASSIGN,
          Tokens.ARROW,
          Tokens.LESS_EQUAL,
          Tokens.GREATER_EQUAL,
          Tokens.NOT_EQUAL,
          Tokens.DOTS ->
          false;
      case Tokens.WORD -> startsExpression(word(ahead));
      default -> true;
    };
  }

  private static boolean startsExpression(@Nullable Word word) {
    if (word == null || word.category() != Category.RESERVED) {
      return true;
    }
    return switch (word) {
      case ARRAY,
          CASE,
          CAST,
          CURRENT_CATALOG,
          CURRENT_DATE,
          CURRENT_ROLE,
          CURRENT_TIME,
          CURRENT_TIMESTAMP,
          CURRENT_USER,
          DEFAULT,
          FALSE,
          LOCALTIME,
          LOCALTIMESTAMP,
          NOT,
          NULL,
          SESSION_USER,
          SYSTEM_USER,
          TRUE,
          USER ->
          true;
      default -> false;
    };
  }
}
