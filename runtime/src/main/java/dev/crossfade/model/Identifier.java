package dev.crossfade.model;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * PostgreSQL's rules for names (documentation, section 4.1.1, "Identifiers and Key Words").
 * Everywhere else in Crossfade a name is the exact text that stands in the catalog; only here is it
 * folded or quoted.
 */
public final class Identifier {

  /** NAMEDATALEN - 1: longer names are cut by the server without an error. */
  public static final int MAX_BYTES = 63;

  private Identifier() {}

  /**
   * The catalog's name for what a developer or an operator wrote: in double quotes or backticks
   * exactly as it is, else folded to lower case (ASCII only, as the server does for multi-byte
   * encodings).
   */
  public static String fold(String written) {
    String text = written.strip();
    int last = text.length() - 1;
    if (last >= 1 && text.charAt(0) == '"' && text.charAt(last) == '"') {
      return text.substring(1, last).replace("\"\"", "\"");
    }
    if (last >= 1 && text.charAt(0) == '`' && text.charAt(last) == '`') {
      return text.substring(1, last);
    }
    return foldCase(text);
  }

  /** Folds ASCII letters to lower case and leaves all other characters alone. */
  public static String foldCase(String unquoted) {
    for (int i = 0; i < unquoted.length(); i++) {
      char c = unquoted.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        StringBuilder folded = new StringBuilder(unquoted);
        for (int j = i; j < folded.length(); j++) {
          char d = folded.charAt(j);
          if (d >= 'A' && d <= 'Z') {
            folded.setCharAt(j, (char) (d + 32));
          }
        }
        return folded.toString();
      }
    }
    return unquoted;
  }

  /** The name in double quotes: always valid SQL, whatever the name holds. */
  public static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /**
   * The name as a person would write it: bare where it is a plain lower-case word, else in double
   * quotes.
   */
  public static String render(String name) {
    if (name.isEmpty() || !isStart(name.charAt(0))) {
      return quote(name);
    }
    for (int i = 1; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isStart(c) && !(c >= '0' && c <= '9')) {
        return quote(name);
      }
    }
    return KeyWords.needsQuotes(name.toLowerCase(Locale.ROOT)) ? quote(name) : name;
  }

  /** The name as the server keeps it: its first 63 bytes, never half a character. */
  public static String cut(String name) {
    if (name.length() * 3 <= MAX_BYTES || !isTooLong(name)) {
      return name;
    }
    int bytes = 0;
    int end = 0;
    while (end < name.length()) {
      int point = name.codePointAt(end);
      bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      if (bytes > MAX_BYTES) {
        break;
      }
      end += Character.charCount(point);
    }
    return name.substring(0, end);
  }

  /** Whether the server would cut the name. */
  public static boolean isTooLong(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
  }

  private static boolean isStart(char c) {
    return c >= 'a' && c <= 'z' || c == '_';
  }
}
