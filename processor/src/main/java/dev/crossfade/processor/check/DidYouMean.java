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

  /** How many characters to insert, remove, replace or swap with their neighbour. */
  private static int distance(String from, String to) {
    int[][] distance = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        if (i == 0 || j == 0) {
          distance[i][j] = i + j;
          continue;
        }
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        int one = Math.min(distance[i - 1][j], distance[i][j - 1]) + 1;
        distance[i][j] = Math.min(one, distance[i - 1][j - 1] + (same ? 0 : 1));
        if (i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1)) {
          distance[i][j] = Math.min(distance[i][j], distance[i - 2][j - 2] + 1);
        }
      }
    }
    return distance[from.length()][to.length()];
  }
}
