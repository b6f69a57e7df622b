package dev.crossfade.agent.usage;

import java.util.Locale;
import java.util.Set;

/**
 * Tells whether what a statement selects comes back as its own result set, whose getters can be
 * watched. A cursor's rows come with another statement's, and a copied or prepared row with none.
 */
final class Results {

  private static final Set<String> RETURN_ROWS =
      Set.of("select", "with", "table", "values", "insert", "update", "delete", "merge");

  private Results() {}

  /** {@code normalizedSql} has no comments and no literals; false is always safe. */
  static boolean comeBack(String normalizedSql) {
    int start = 0;
    while (start < normalizedSql.length()
        && (normalizedSql.charAt(start) == '(' || normalizedSql.charAt(start) == ' ')) {
      start++;
    }
    int end = start;
    while (end < normalizedSql.length() && Character.isLetter(normalizedSql.charAt(end))) {
      end++;
    }
    String verb = normalizedSql.substring(start, end).toLowerCase(Locale.ROOT);
    int semicolon = normalizedSql.indexOf(';');
    boolean single = semicolon < 0 || normalizedSql.substring(semicolon + 1).isBlank();
    return single && RETURN_ROWS.contains(verb);
  }
}
