package dev.crossfade.migrate;

/**
 * A query of another session without its literals, cut short. It need not parse: the server cuts
 * long queries off, so that a quote may never close.
 */
final class QueryShape {

  private static final int LONGEST = 160;

  private QueryShape() {}

  static String of(String query) {
    StringBuilder shape = new StringBuilder();
    int at = 0;
    while (at < query.length() && shape.length() <= LONGEST) {
      char c = query.charAt(at);
      if (c == '\'') {
        at = afterQuote(query, at, escapes(query, at));
        shape.append("'?'");
      } else if (c == '"') {
        int end = afterQuote(query, at, false);
        shape.append(query, at, end);
        at = end;
      } else if (c == '$' && afterDollar(query, at) > at) {
        at = afterDollar(query, at);
        shape.append("'?'");
      } else if (query.startsWith("--", at)) {
        int end = query.indexOf('\n', at);
        at = end < 0 ? query.length() : end;
      } else if (query.startsWith("/*", at)) {
        int end = query.indexOf("*/", at);
        at = end < 0 ? query.length() : end + 2;
      } else if (Character.isDigit(c) && !inWord(query, at)) {
        while (at < query.length()
            && (Character.isLetterOrDigit(query.charAt(at)) || query.charAt(at) == '.')) {
          at++;
        }
        shape.append('?');
      } else {
        if (!Character.isWhitespace(c)) {
          shape.append(c);
        } else if (!shape.isEmpty() && shape.charAt(shape.length() - 1) != ' ') {
          shape.append(' ');
        }
        at++;
      }
    }
    return shape.length() > LONGEST ? shape.substring(0, LONGEST) + "…" : shape.toString().strip();
  }

  /** Behind the closing quote, or the end of the text if it never closes. */
  private static int afterQuote(String text, int open, boolean escapes) {
    char quote = text.charAt(open);
    for (int i = open + 1; i < text.length(); i++) {
      if (escapes && text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == quote) {
        if (i + 1 < text.length() && text.charAt(i + 1) == quote) {
          i++;
        } else {
          return i + 1;
        }
      }
    }
    return text.length();
  }

  /** Whether a backslash may hide the closing quote: E'', or any quote if the setting is off. */
  private static boolean escapes(String text, int quote) {
    return quote > 0 && (text.charAt(quote - 1) == 'E' || text.charAt(quote - 1) == 'e');
  }

  /** Behind a dollar-quoted text that starts at {@code open}, or {@code open} if none does. */
  private static int afterDollar(String text, int open) {
    int tagEnd = open + 1;
    while (tagEnd < text.length()
        && (Character.isLetterOrDigit(text.charAt(tagEnd)) || text.charAt(tagEnd) == '_')) {
      tagEnd++;
    }
    if (tagEnd >= text.length()
        || text.charAt(tagEnd) != '$'
        || Character.isDigit(text.charAt(open + 1))) {
      return open;
    }
    String tag = text.substring(open, tagEnd + 1);
    int end = text.indexOf(tag, tagEnd + 1);
    return end < 0 ? text.length() : end + tag.length();
  }

  private static boolean inWord(String text, int at) {
    if (at == 0) {
      return false;
    }
    char before = text.charAt(at - 1);
    return Character.isLetterOrDigit(before) || before == '_' || before == '$';
  }
}
