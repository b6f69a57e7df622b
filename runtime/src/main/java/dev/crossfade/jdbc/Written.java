package dev.crossfade.jdbc;

import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.rewrite.Rewritten;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text as it was rewritten once. Immutable (nobody writes to {@link #places}).
 *
 * @param source the text it was written from
 * @param path the names it was resolved against
 * @param phases the phases it was written for
 * @param rewritten the result
 * @param unchanged whether the result is the text itself
 * @param tally where its executions are counted
 * @param places for each of the application's parameters its places in the result, from 1; null if
 *     they are the same, one to one
 */
record Written(
    String source,
    PathCatalog path,
    PhaseSnapshot phases,
    Rewritten rewritten,
    boolean unchanged,
    Tally tally,
    int @Nullable [][] places) {

  static Written of(
      String source, PathCatalog path, PhaseSnapshot phases, Rewritten rewritten, Tally tally) {
    int[] sources = rewritten.parameterSources();
    int[][] places = sources == null ? null : places(sources, rewritten.parameterCount());
    boolean unchanged = rewritten.isUnchanged(source);
    return new Written(source, path, phases, rewritten, unchanged, tally, places);
  }

  private static int[][] places(int[] sources, int count) {
    int[] uses = new int[count];
    for (int source : sources) {
      uses[source]++;
    }
    int[][] places = new int[count][];
    for (int i = 0; i < count; i++) {
      places[i] = new int[uses[i]];
    }
    for (int i = sources.length - 1; i >= 0; i--) {
      places[sources[i]][--uses[sources[i]]] = i + 1;
    }
    return places;
  }

  String sql() {
    return rewritten.sql();
  }

  /** Whether it may touch a table in transition, as far as is known. */
  boolean touches() {
    return rewritten.touches() || tally.unproven() != null;
  }

  /** Whether the server would get the same statement with the same parameters. */
  boolean sameAs(Written other) {
    return sql().equals(other.sql())
        && Arrays.equals(rewritten.parameterSources(), other.rewritten.parameterSources());
  }
}
