package dev.crossfade.sql;

import dev.crossfade.sql.internal.MaskedSql;
import java.nio.charset.StandardCharsets;

/**
 * The shape of a statement: literals, parameters and comments gone, white space and the case of
 * words folded. The same text in every run and service, and safe to report.
 */
final class NormalSql {

  private NormalSql() {}

  static String of(String sql) {
    MaskedSql text = MaskedSql.of(sql);
    String masked = text.masked();
    StringBuilder out = new StringBuilder(masked.length());
    int i = 0;
    while (i < masked.length()) {
      char c = masked.charAt(i);
      int end = i + 1;
      if (c <= ' ') {
        i++;
        continue;
      }
      if (c == '\'') {
        end = literalEnd(masked, i);
        value(out);
        if (text.doubtful() && text.original().substring(i, end).contains("\\'")) {
          // Where backslashes escape, this literal ends elsewhere, and what follows may be its
          // body.
          return out.append(" ...").toString();
        }
      } else if (c == '"') {
        end = quotedEnd(masked, i);
        word(out, text.original().substring(i, end));
      } else if (isDigit(c) || c == '.' && isDigit(at(masked, i + 1))) {
        end = numberEnd(masked, end);
        value(out);
      } else if (isWord(c)) {
        while (end < masked.length() && isWord(masked.charAt(end))) {
          end++;
        }
        if (at(masked, end) == '\'' && end - i == 1 && "eEbBxXnN".indexOf(c) >= 0) {
          i = end;
          continue;
        }
        if (c == '$') {
          value(out);
        } else {
          word(out, dev.crossfade.model.Identifier.foldCase(text.original().substring(i, end)));
        }
      } else if (c == '?') {
        value(out);
      } else {
        symbol(out, c);
      }
      i = end;
    }
    return out.toString();
  }

  /** 64 bits of FNV-1a over the normalised text's UTF-8 bytes, as 16 hexadecimal digits. */
  static String fingerprint(String normal) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : normal.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    char[] digits = new char[16];
    for (int i = 15; i >= 0; i--) {
      digits[i] = Character.forDigit((int) hash & 15, 16);
      hash >>>= 4;
    }
    return new String(digits);
  }

  private static void value(StringBuilder out) {
    // A list of values of any length has one shape.
    if (endsWith(out, "?, ")) {
      out.append("...");
    } else if (endsWith(out, "?, ..., ")) {
      out.setLength(out.length() - 2);
    } else {
      word(out, "?");
    }
  }

  private static boolean endsWith(StringBuilder out, String end) {
    int start = out.length() - end.length();
    return start >= 0 && out.indexOf(end, start) == start;
  }

  private static void word(StringBuilder out, String word) {
    boolean tight = out.length() == 0 || " (.".indexOf(out.charAt(out.length() - 1)) >= 0;
    if (!tight || endsWith(out, "...")) {
      out.append(' ');
    }
    out.append(word);
  }

  private static void symbol(StringBuilder out, char c) {
    if (c == ',') {
      out.append(", ");
    } else if (c == ')' || c == '.' || c == ';') {
      out.append(c);
    } else if (c == '(') {
      boolean tight = out.length() > 0 && isWord(out.charAt(out.length() - 1));
      out.append(tight || out.length() == 0 || endsWith(out, " ") ? "(" : " (");
    } else {
      boolean operator = out.length() > 0 && isOperator(out.charAt(out.length() - 1));
      if (operator) {
        out.append(c);
      } else {
        word(out, String.valueOf(c));
      }
    }
  }

  private static int numberEnd(String masked, int from) {
    int end = from;
    while (end < masked.length()) {
      char c = masked.charAt(end);
      boolean exponent = (c == '-' || c == '+') && (masked.charAt(end - 1) | 32) == 'e';
      if (!isWord(c) && c != '.' && !exponent) {
        break;
      }
      end++;
    }
    return end;
  }

  private static int literalEnd(String masked, int start) {
    int end = masked.indexOf('\'', start + 1);
    return end < 0 ? masked.length() : end + 1;
  }

  private static int quotedEnd(String masked, int start) {
    int end = start + 1;
    while (end < masked.length()) {
      if (masked.charAt(end) == '"') {
        if (at(masked, end + 1) != '"') {
          return end + 1;
        }
        end++;
      }
      end++;
    }
    return masked.length();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWord(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$' || isDigit(c);
  }

  private static boolean isOperator(char c) {
    return "+-*/<>=~!@#%^&|:".indexOf(c) >= 0;
  }

  private static char at(String text, int i) {
    return i < text.length() ? text.charAt(i) : 0;
  }
}
