package dev.crossfade.jdbc;

import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.rewrite.Rewritten;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text as it was rewritten once. Immutable (nobody writes to {@link #places}).
 *
 * @param source the text that was rewritten
 * @param path the names it was resolved against
 * @param phases the phases it was written for
 * @param rewritten the result
 * @param places for each of the application's parameters its places in the result, from 1; null if
 *     they are the same, one to one
 */
record Written(
    String source,
    PathCatalog path,
    PhaseSnapshot phases,
    Rewritten rewritten,
    int @Nullable [][] places) {

  static Written of(String source, PathCatalog path, PhaseSnapshot phases, Rewritten rewritten) {
    int[] sources = rewritten.parameterSources();
    int[][] places = sources == null ? null : places(sources, rewritten.parameterCount());
    return new Written(source, path, phases, rewritten, places);
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

  /** Whether the result is the text itself. */
  boolean unchanged() {
    return rewritten.isUnchanged(source);
  }

  /** Whether the server would get the same statement with the same parameters. */
  boolean sameAs(Written other) {
    return sql().equals(other.sql())
        && Arrays.equals(rewritten.parameterSources(), other.rewritten.parameterSources());
  }
}
