package dev.crossfade.sql.internal;

import dev.crossfade.model.Identifier;

/** Reads identifiers as PostgreSQL's lexer does (documentation, section 4.1.1). */
final class Names {

  private Names() {}

  /**
   * The name that {@code written} stands for: a bare word, {@code "Quoted"} or {@code U&"d\0061t"
   * UESCAPE '!'}.
   */
  static String read(String written) {
    return Identifier.cut(decode(written));
  }

  private static String decode(String written) {
    char first = written.charAt(0);
    if (first == '"') {
      return unquote(written);
    }
    if ((first == 'u' || first == 'U') && written.length() > 2 && written.charAt(1) == '&') {
      return unescape(written);
    }
    return Identifier.foldCase(written);
  }

  private static String unquote(String quoted) {
    return quoted.substring(1, quoted.length() - 1).replace("\"\"", "\"");
  }

  private static String unescape(String written) {
    int open = written.indexOf('"');
    int close = written.lastIndexOf('"');
    String body = written.substring(open + 1, close).replace("\"\"", "\"");
    int custom = written.indexOf('\'', close);
    char escape = custom < 0 ? '\\' : written.charAt(custom + 1);
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      if (c != escape) {
        name.append(c);
      } else if (i + 1 < body.length() && body.charAt(i + 1) == escape) {
        name.append(escape);
        i++;
      } else {
        int digits = i + 1 < body.length() && body.charAt(i + 1) == '+' ? 6 : 4;
        int from = digits == 6 ? i + 2 : i + 1;
        if (from + digits > body.length()) {
          return body;
        }
        try {
          name.appendCodePoint(Integer.parseInt(body.substring(from, from + digits), 16));
        } catch (IllegalArgumentException notAnEscape) {
          return body;
        }
        i = from + digits - 1;
      }
    }
    return name.toString();
  }
}
