package dev.crossfade.jdbc;

import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.rewrite.Rewritten;
import dev.crossfade.rewrite.Updatable;
import java.util.Arrays;
import java.util.List;

/**
 * A text as it was rewritten once. Immutable.
 *
 * @param path the names it was resolved against
 * @param phases the phases it was written for
 * @param rewritten the result
 * @param unchanged whether the result is the text itself
 * @param hidden the columns after the application's own, by which an update of its result reaches
 *     all that the phase writes
 */
record Written(
    PathCatalog path,
    PhaseSnapshot phases,
    Rewritten rewritten,
    boolean unchanged,
    List<Updatable.Column> hidden) {

  Written(PathCatalog path, PhaseSnapshot phases, Rewritten rewritten, boolean unchanged) {
    this(path, phases, rewritten, unchanged, List.of());
  }

  String sql() {
    return rewritten.sql();
  }

  /** Whether the server would get the same statement with the same parameters. */
  boolean sameAs(Written other) {
    return sql().equals(other.sql())
        && Arrays.equals(rewritten.parameterSources(), other.rewritten.parameterSources());
  }
}
