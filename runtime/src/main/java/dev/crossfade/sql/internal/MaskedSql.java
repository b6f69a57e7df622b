package dev.crossfade.sql.internal;

import java.util.Arrays;

/**
 * An SQL text beside an ASCII copy of the same length in which literal bodies and comments are
 * blanked, so that the lexer sees only structure and every offset is an offset of the original.
 * Follows the lexical rules of PostgreSQL's documentation, section 4.1. Immutable.
 *
 * @param original the text as it was given
 * @param masked the copy
 * @param doubtful whether a plain literal holds a backslash before a quote, which {@code
 *     standard_conforming_strings = off} reads differently
 */
public record MaskedSql(String original, String masked, boolean doubtful) {

  /** Masks {@code sql}. */
  public static MaskedSql of(String sql) {
    return new Masker(sql).mask();
  }

  private static final class Masker {
    private final String sql;
    private final char[] out;
    private boolean doubtful;

    Masker(String sql) {
      this.sql = sql;
      this.out = sql.toCharArray();
    }

    MaskedSql mask() {
      int i = 0;
      while (i < out.length) {
        i = next(i);
      }
      return new MaskedSql(sql, new String(out), doubtful);
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
      return out.length;
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
