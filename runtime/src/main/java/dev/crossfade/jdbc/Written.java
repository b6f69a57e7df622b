package dev.crossfade.jdbc;

import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.rewrite.Rewritten;
import java.util.Arrays;

/**
 * A text as it was rewritten once. Immutable.
 *
 * @param path the names it was resolved against
 * @param phases the phases it was written for
 * @param rewritten the result
 * @param unchanged whether the result is the text itself
 */
record Written(PathCatalog path, PhaseSnapshot phases, Rewritten rewritten, boolean unchanged) {

  /** Where {@code sql} can not be looked up now, but will be when it is executed. */
  static Written later(String sql, PhaseSnapshot phases) {
    return new Written(PathCatalog.NOWHERE, phases, Rewritten.unchanged(sql), true);
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
