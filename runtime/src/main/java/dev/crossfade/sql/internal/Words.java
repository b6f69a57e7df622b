package dev.crossfade.sql.internal;

import dev.crossfade.model.Identifier;

/** Looks for a name in text that is not, or can not be, parsed. Errs on the side of finding it. */
public final class Words {

  private Words() {}

  /**
   * Whether {@code text} holds {@code name} as a word of its own, in any case or quoting, literals
   * and comments included.
   */
  public static boolean contains(String text, String name) {
    int last = text.length() - name.length();
    for (int i = 0; i <= last; i++) {
      if (text.regionMatches(true, i, name, 0, name.length())
          && isWhole(text, i, i + name.length())) {
        return true;
      }
    }
    return containsEscaped(text, name) || isCut(name) && containsCut(text, name);
  }

  /** Whether the server would cut a longer word to {@code name}. */
  private static boolean isCut(String name) {
    return Identifier.cut(name + "xxx").length() < name.length() + 3;
  }

  private static boolean containsCut(String text, String name) {
    int i = 0;
    while (i < text.length()) {
      int start = i;
      while (i < text.length() && MaskedSql.isWordPart(text.charAt(i))) {
        i++;
      }
      if (i - start > name.length()
          && Identifier.cut(text.substring(start, i)).equalsIgnoreCase(name)) {
        return true;
      }
      i += i == start ? 1 : 0;
    }
    return false;
  }

  private static boolean isWhole(String text, int start, int end) {
    boolean before =
        start > 0
            && MaskedSql.isWordPart(text.charAt(start - 1))
            && MaskedSql.isWordPart(text.charAt(start));
    boolean after =
        end < text.length()
            && MaskedSql.isWordPart(text.charAt(end))
            && MaskedSql.isWordPart(text.charAt(end - 1));
    return !before && !after;
  }

  /** {@code U&"…"} hides a name from a plain search, and so does a doubled quote. */
  private static boolean containsEscaped(String text, String name) {
    String folded = Identifier.foldCase(name);
    int at = 0;
    while ((at = text.indexOf('"', at)) >= 0) {
      int end = at + 1;
      while (end < text.length() && (text.charAt(end) != '"' || next(text, end) == '"')) {
        end += text.charAt(end) == '"' ? 2 : 1;
      }
      if (end >= text.length()) {
        return false;
      }
      boolean unicode = at >= 2 && text.charAt(at - 1) == '&' && (text.charAt(at - 2) | 32) == 'u';
      String written =
          unicode ? text.substring(at - 2, uescapeEnd(text, end + 1)) : text.substring(at, end + 1);
      if (Identifier.foldCase(Names.read(written)).equals(folded)) {
        return true;
      }
      at = end + 1;
    }
    return false;
  }

  private static int uescapeEnd(String text, int from) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    if (!text.regionMatches(true, i, "UESCAPE", 0, 7)) {
      return from;
    }
    int open = text.indexOf('\'', i);
    return open < 0 || open + 3 > text.length() ? from : open + 3;
  }

  private static char next(String text, int i) {
    return i + 1 < text.length() ? text.charAt(i + 1) : 0;
  }
}
