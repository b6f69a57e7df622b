package dev.crossfade.agent.usage;

/**
 * Turns the text that the driver sends back into the text that JDBC means. The driver has replaced
 * each placeholder {@code ?} by {@code $1} and each {@code ??} by {@code ?}, so that a question
 * mark that is left is an operator's:
 *
 * <pre>{@code
 * SELECT data ? 'key' FROM users WHERE id = $1
 * SELECT data ?? 'key' FROM users WHERE id = $1
 * }</pre>
 */
final class NativeText {

  private NativeText() {}

  /** The JDBC text; {@code sql} itself if it has no question mark. */
  static String toJdbc(String sql) {
    if (sql.indexOf('?') < 0) {
      return sql;
    }
    StringBuilder text = new StringBuilder(sql.length() + 16);
    char quote = 0;
    for (int i = 0; i < sql.length(); i++) {
      char c = sql.charAt(i);
      text.append(c);
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
        }
      } else if (c == '"' || c == '\'') {
        // A name keeps its question mark. What stands in a literal does not matter, but its double
        // quotes must not be taken for a name's.
        quote = c;
      } else if (c == '?') {
        text.append('?');
      }
    }
    return text.toString();
  }
}
