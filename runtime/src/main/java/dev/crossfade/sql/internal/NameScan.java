package dev.crossfade.sql.internal;

import dev.crossfade.model.Identifier;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Tells in one pass and without parsing whether a text can hold one of some names: in any case or
 * quoting, in literals and comments too. A wrong "yes" costs a parse; "no" is never wrong.
 * Immutable.
 */
public final class NameScan {

  private static final boolean[] PART = new boolean[128];

  static {
    for (char c = 0; c < 128; c++) {
      PART[c] = MaskedSql.isWordPart(c);
    }
  }

  private final String[] words;
  private final String[] others;
  // Bit by bit the lengths and the first letters that a word must have to be worth a comparison.
  private final long lengths;
  private final long starts;

  public NameScan(Collection<String> names) {
    Set<String> words = new LinkedHashSet<>();
    Set<String> others = new LinkedHashSet<>();
    long lengths = 0;
    long starts = 0;
    for (String name : names) {
      boolean word = Identifier.cut(name + "xxx").length() == name.length() + 3;
      for (int i = 0; i < name.length(); i++) {
        word &= MaskedSql.isWordPart(name.charAt(i));
      }
      // A name of nearly 63 bytes may be meant by a longer word.
      (word ? words : others).add(name);
      if (word) {
        lengths |= 1L << Math.min(63, name.length());
        starts |= name.charAt(0) < 128 ? 1L << (name.charAt(0) & 31) : -1L;
      }
    }
    this.words = words.toArray(String[]::new);
    this.others = others.toArray(String[]::new);
    this.lengths = lengths;
    this.starts = starts;
  }

  /** Whether {@code text} may hold one of the names. */
  public boolean maybeIn(String text) {
    boolean escapes = false;
    int length = text.length();
    int i = 0;
    while (i < length) {
      char c = text.charAt(i);
      if (c < 128 && !PART[c]) {
        // A doubled quote or U& may hide a name.
        escapes |= c == '"' && (next(text, i) == '"' || i > 0 && text.charAt(i - 1) == '&');
        i++;
        continue;
      }
      int start = i++;
      while (i < length && ((c = text.charAt(i)) >= 128 || PART[c])) {
        i++;
      }
      if ((lengths >>> Math.min(63, i - start) & 1) != 0 && isOne(text, start, i)) {
        return true;
      }
    }
    return escapes && containsEscaped(text) || containsOther(text);
  }

  private boolean isOne(String text, int start, int end) {
    char first = text.charAt(start);
    if (first < 128 && (starts >>> (first & 31) & 1) == 0) {
      return false;
    }
    for (String word : words) {
      if (word.length() == end - start && text.regionMatches(true, start, word, 0, end - start)) {
        return true;
      }
    }
    return false;
  }

  private boolean containsEscaped(String text) {
    for (String word : words) {
      if (Words.contains(text, word)) {
        return true;
      }
    }
    return false;
  }

  private boolean containsOther(String text) {
    for (String other : others) {
      if (Words.contains(text, other)) {
        return true;
      }
    }
    return false;
  }

  private static char next(String text, int i) {
    return i + 1 < text.length() ? text.charAt(i + 1) : 0;
  }
}
