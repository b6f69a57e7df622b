package dev.crossfade.sql.syntax;

import dev.crossfade.model.Identifier;

/** Reads identifiers as PostgreSQL's lexer does (documentation, section 4.1.1). */
final class Spelling {

  private Spelling() {}

  /**
   * The catalog's name for the identifier at {@code [start, end)}: a bare word, {@code "Quoted"} or
   * {@code U&"d\0061t" UESCAPE '!'}.
   *
   * @throws Rejected if an escape is none
   */
  static String read(String sql, int start, int end) {
    char first = sql.charAt(start);
    if (first == '"') {
      return Identifier.cut(unquote(sql.substring(start + 1, end - 1)));
    }
    if (end - start > 2 && sql.charAt(start + 1) == '&') {
      return Identifier.cut(unescape(sql.substring(start, end), start));
    }
    return Identifier.cut(Identifier.foldCase(sql.substring(start, end)));
  }

  private static String unquote(String body) {
    return body.indexOf('"') < 0 ? body : body.replace("\"\"", "\"");
  }

  private static String unescape(String written, int offset) {
    int close = closing(written);
    String body = unquote(written.substring(3, close));
    char escape = close + 1 == written.length() ? '\\' : written.charAt(written.length() - 2);
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      if (c != escape) {
        name.append(c);
      } else if (i + 1 < body.length() && body.charAt(i + 1) == escape) {
        name.append(escape);
        i++;
      } else {
        boolean six = i + 1 < body.length() && body.charAt(i + 1) == '+';
        int from = six ? i + 2 : i + 1;
        int to = from + (six ? 6 : 4);
        int point = to > body.length() ? -1 : hexadecimal(body, from, to);
        if (point <= 0 || point > Character.MAX_CODE_POINT) {
          throw new Rejected(offset, "a Unicode escape");
        }
        name.appendCodePoint(point);
        i = to - 1;
      }
    }
    return name.toString();
  }

  /** Where the name's closing quote is: what UESCAPE adds holds none, or it is the escape. */
  private static int closing(String written) {
    for (int i = 3; i < written.length(); i++) {
      if (written.charAt(i) == '"') {
        if (i + 1 == written.length() || written.charAt(i + 1) != '"') {
          return i;
        }
        i++;
      }
    }
    throw new IllegalStateException("the lexer saw the end of the name");
  }

  private static int hexadecimal(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0 || text.charAt(i) >= 0x80) {
        return -1;
      }
      value = value * 16 + digit;
    }
    return value;
  }
}
