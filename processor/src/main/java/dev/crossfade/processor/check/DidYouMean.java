package dev.crossfade.processor.check;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the name that was probably meant. */
final class DidYouMean {

  private DidYouMean() {}

  /**
   * {@code " Did you mean X?"}, or nothing where no candidate is close: at most a third of the name
   * may differ.
   */
  static String hint(String name, Collection<String> candidates) {
    String closest = closest(name, candidates);
    return closest == null ? "" : " Did you mean " + closest + "?";
  }

  static @Nullable String closest(String name, Collection<String> candidates) {
    String closest = null;
    int best = Math.max(1, name.length() / 3) + 1;
    for (String candidate : candidates) {
      int distance = distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (distance < best) {
        best = distance;
        closest = candidate;
      }
    }
    return closest;
  }

  /** Levenshtein's: how many characters to insert, remove or replace. */
  private static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[to.length()];
  }
}
