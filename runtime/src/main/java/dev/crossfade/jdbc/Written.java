package dev.crossfade.jdbc;

import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.rewrite.Rewritten;
import dev.crossfade.rewrite.Updatable;
import java.util.Arrays;
import java.util.List;
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
 * @param hidden the columns after the application's own, by which an update of its result reaches
 *     all that the phase writes
 */
record Written(
    String source,
    PathCatalog path,
    PhaseSnapshot phases,
    Rewritten rewritten,
    boolean unchanged,
    Tally tally,
    int @Nullable [][] places,
    List<Updatable.Column> hidden) {

  static Written of(
      String source, PathCatalog path, PhaseSnapshot phases, Rewritten rewritten, Tally tally) {
    return new Written(
        source,
        path,
        phases,
        rewritten,
        rewritten.isUnchanged(source),
        tally,
        places(rewritten),
        List.of());
  }

  /** The same for a result that may be updated. */
  Written updatable(Updatable updatable, Tally tally) {
    Rewritten text = updatable.rewritten();
    return new Written(source, path, phases, text, false, tally, places(text), updatable.columns());
  }

  /** Where {@code sql} can not be looked up now, but will be when it is executed. */
  static Written later(String sql, PhaseSnapshot phases) {
    return of(sql, PathCatalog.NOWHERE, phases, Rewritten.unchanged(sql), Tally.NONE);
  }

  private static int @Nullable [][] places(Rewritten rewritten) {
    int[] sources = rewritten.parameterSources();
    if (sources == null) {
      return null;
    }
    int count = rewritten.parameterCount();
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
