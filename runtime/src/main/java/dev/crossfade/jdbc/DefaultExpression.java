package dev.crossfade.jdbc;

import dev.crossfade.model.Identifier;
import java.util.HashSet;
import java.util.Set;

/** Finds the routines and operators in what {@code pg_get_expr} prints of a column's default. */
final class DefaultExpression {

  private static final String OPERATOR = "+-*/<>=~!@#%^&|`?";

  /** Grammar that looks like a call and is none; {@code pg_get_expr} prints it in capitals. */
  private static final Set<String> CONSTRUCTS =
      Set.of(
          "COALESCE",
          "GREATEST",
          "LEAST",
          "NULLIF",
          "ROW",
          "AND",
          "OR",
          "NOT",
          "IN",
          "ANY",
          "ALL",
          "WHEN",
          "THEN",
          "ELSE",
          "CASE",
          "IS",
          "FROM",
          "BETWEEN",
          "VARYING",
          "COLLATE",
          "CURRENT_TIMESTAMP",
          "CURRENT_TIME",
          "LOCALTIMESTAMP",
          "LOCALTIME",
          "DISTINCT",
          "SELECT",
          "varying",
          "character",
          "precision");

  private DefaultExpression() {}

  static Set<String> routines(String expression) {
    Set<String> found = new HashSet<>();
    int at = 0;
    while (at < expression.length()) {
      char c = expression.charAt(at);
      int end = at + 1;
      if (c == '\'') {
        end = afterQuote(expression, at, '\'');
      } else if (c == '"') {
        end = afterQuote(expression, at, '"');
        addIfCalled(found, expression, end, Identifier.fold(expression.substring(at, end)));
      } else if (Character.isLetter(c) || c == '_') {
        while (end < expression.length() && isWordPart(expression.charAt(end))) {
          end++;
        }
        String word = expression.substring(at, end);
        if (!CONSTRUCTS.contains(word)) {
          addIfCalled(found, expression, end, Identifier.foldCase(word));
        }
      } else if (OPERATOR.indexOf(c) >= 0) {
        while (end < expression.length() && OPERATOR.indexOf(expression.charAt(end)) >= 0) {
          end++;
        }
        found.add(expression.substring(at, end));
      }
      at = end;
    }
    return found;
  }

  /** A type's modifier, {@code ::character varying(20)}, is taken for a call: known and steady. */
  private static void addIfCalled(Set<String> found, String expression, int end, String name) {
    int next = end;
    while (next < expression.length() && expression.charAt(next) == ' ') {
      next++;
    }
    if (next < expression.length() && expression.charAt(next) == '(') {
      found.add(name);
    }
  }

  private static int afterQuote(String text, int start, char quote) {
    int at = start + 1;
    while (at < text.length()) {
      if (text.charAt(at) == quote) {
        if (at + 1 < text.length() && text.charAt(at + 1) == quote) {
          at++;
        } else {
          return at + 1;
        }
      }
      at++;
    }
    return text.length();
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }
}
