package dev.crossfade.agent.usage;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tracked columns of one result set that nobody has asked for yet: the note on a driver's
 * result set. Confined to it, as it is not thread-safe either.
 */
final class ResultWatch {

  private final StatementNote.Star[] stars;
  private final int[] columns;
  private int left;

  private ResultWatch(StatementNote.Star[] stars, int[] columns) {
    this.stars = stars;
    this.columns = columns;
    this.left = columns.length;
  }

  /** A watch for a result with these labels, or null if it holds none of the columns. */
  static @Nullable ResultWatch of(List<StatementNote.Star> stars, String[] labels) {
    int found = 0;
    int[] columns = new int[stars.size() * labels.length];
    StatementNote.Star[] starOf = new StatementNote.Star[columns.length];
    for (StatementNote.Star star : stars) {
      for (int i = 0; i < labels.length; i++) {
        if (star.label().equalsIgnoreCase(labels[i])) {
          columns[found] = i + 1;
          starOf[found] = star;
          found++;
        }
      }
    }
    return found == 0
        ? null
        : new ResultWatch(Arrays.copyOf(starOf, found), Arrays.copyOf(columns, found));
  }

  /** Counts the column if it is watched; false once nothing is left to watch. */
  boolean asked(int column, long now) {
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] == column) {
        stars[i].consumed().add(now, null);
        columns[i] = 0;
        left--;
      }
    }
    return left > 0;
  }
}
