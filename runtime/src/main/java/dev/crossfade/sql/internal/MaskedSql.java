package dev.crossfade.sql.internal;

import java.util.Arrays;

/**
 * An SQL text beside an ASCII copy of the same length in which literal bodies and comments are
 * blanked, so that the lexer sees only structure and every offset is an offset of the original.
 * Follows the lexical rules of PostgreSQL's documentation, section 4.1, and of JDBC: a single
 * {@code ?} is a parameter, {@code ??} an operator's {@code ?}. Immutable (nobody writes to {@link
 * #parameters}).
 *
 * @param original the text as it was given
 * @param masked the copy
 * @param parameters the offsets of the {@code ?} that are parameters, ascending
 * @param doubtful whether a plain literal holds a backslash before a quote, which {@code
 *     standard_conforming_strings = off} reads differently
 * @param complete false if a literal, quoted name or comment never ends
 */
public record MaskedSql(
    String original, String masked, int[] parameters, boolean doubtful, boolean complete) {

  /**
   * Masks {@code sql}. With {@code placeholders} false a {@code ?} is always an operator, as in a
   * plain Statement.
   */
  public static MaskedSql of(String sql, boolean placeholders) {
    return new Masker(sql, placeholders).mask();
  }

  private static final class Masker {
    private final String sql;
    private final boolean placeholders;
    private final char[] out;
    private int[] parameters = new int[8];
    private int count;
    private boolean doubtful;
    private boolean complete = true;

    Masker(String sql, boolean placeholders) {
      this.sql = sql;
      this.placeholders = placeholders;
      this.out = sql.toCharArray();
    }

    MaskedSql mask() {
      int i = 0;
      while (i < out.length) {
        i = next(i);
      }
      return new MaskedSql(
          sql, new String(out), Arrays.copyOf(parameters, count), doubtful, complete);
    }

    private int next(int i) {
      char c = out[i];
      switch (c) {
        case '\'':
          return literal(i, escapes(i));
        case '"':
          return quotedName(i);
        case '$':
          return dollar(i);
        case '-':
          return at(i + 1) == '-' ? lineComment(i) : i + 1;
        case '/':
          return at(i + 1) == '*' ? blockComment(i) : i + 1;
        case '?':
          return placeholder(i);
        default:
          return isWordStart(c) ? word(i) : i + 1;
      }
    }

    /**
     * A word's non-ASCII characters become ones that are in no key word, at the start and within.
     */
    private int word(int start) {
      int i = start;
      while (i < out.length && isWordPart(out[i])) {
        if (out[i] >= 0x80) {
          out[i] = i == start ? '_' : '0';
        }
        i++;
      }
      return i;
    }

    private boolean escapes(int quote) {
      return quote > 0
          && (sql.charAt(quote - 1) == 'e' || sql.charAt(quote - 1) == 'E')
          && (quote == 1 || !isWordPart(sql.charAt(quote - 2)));
    }

    private int literal(int start, boolean escapes) {
      int i = start + 1;
      while (i < out.length) {
        char c = sql.charAt(i);
        if (c == '\\' && escapes) {
          out[i] = 'x';
          if (i + 1 < out.length) {
            out[i + 1] = 'x';
          }
          i += 2;
        } else if (c == '\'') {
          if (at(i + 1) != '\'') {
            return i + 1;
          }
          out[i] = 'x';
          out[i + 1] = 'x';
          i += 2;
        } else {
          doubtful |= c == '\\' && at(i + 1) == '\'';
          out[i++] = 'x';
        }
      }
      complete = false;
      return i;
    }

    private int quotedName(int start) {
      for (int i = start + 1; i < out.length; i++) {
        char c = out[i];
        if (c == '"') {
          if (at(i + 1) != '"') {
            return i + 1;
          }
          i++;
        } else if (c >= 0x80 || c < ' ') {
          out[i] = 'x';
        }
      }
      complete = false;
      return out.length;
    }

    private int dollar(int start) {
      int tag = start + 1;
      while (tag < out.length && isWordPart(sql.charAt(tag)) && sql.charAt(tag) != '$') {
        tag++;
      }
      boolean number =
          tag > start + 1 && sql.charAt(start + 1) >= '0' && sql.charAt(start + 1) <= '9';
      if (at(tag) != '$' || number) {
        return number ? tag : start + 1;
      }
      String delimiter = sql.substring(start, tag + 1);
      int close = sql.indexOf(delimiter, tag + 1);
      int end = close < 0 ? out.length : close + delimiter.length();
      complete &= close >= 0;
      Arrays.fill(out, start, end, 'x');
      out[start] = '\'';
      out[end - 1] = '\'';
      return end;
    }

    private int lineComment(int start) {
      int i = start;
      while (i < out.length && sql.charAt(i) != '\n' && sql.charAt(i) != '\r') {
        out[i++] = ' ';
      }
      return i;
    }

    private int blockComment(int start) {
      int depth = 0;
      int i = start;
      while (i < out.length) {
        if (sql.charAt(i) == '/' && at(i + 1) == '*') {
          depth++;
          i += 2;
        } else if (sql.charAt(i) == '*' && at(i + 1) == '/') {
          depth--;
          i += 2;
          if (depth == 0) {
            Arrays.fill(out, start, i, ' ');
            return i;
          }
        } else {
          i++;
        }
      }
      Arrays.fill(out, start, out.length, ' ');
      complete = false;
      return out.length;
    }

    private int placeholder(int i) {
      if (at(i + 1) == '?') {
        return i + 2;
      }
      if (placeholders) {
        out[i] = '0';
        if (count == parameters.length) {
          parameters = Arrays.copyOf(parameters, count * 2);
        }
        parameters[count++] = i;
      }
      return i + 1;
    }

    private char at(int i) {
      return i < sql.length() ? sql.charAt(i) : 0;
    }
  }

  static boolean isWordStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80;
  }

  static boolean isWordPart(char c) {
    return isWordStart(c) || c >= '0' && c <= '9' || c == '$';
  }
}
