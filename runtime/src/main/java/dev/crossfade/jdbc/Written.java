package dev.crossfade.jdbc;

import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.rewrite.Rewritten;
import java.util.Arrays;

/**
 * A text as it was rewritten once. Immutable.
 *
 * @param source the text it was written from
 * @param path the names it was resolved against
 * @param phases the phases it was written for
 * @param rewritten the result
 * @param unchanged whether the result is the text itself
 * @param tally where its executions are counted
 */
record Written(
    String source,
    PathCatalog path,
    PhaseSnapshot phases,
    Rewritten rewritten,
    boolean unchanged,
    Tally tally) {

  /** Where {@code sql} can not be looked up now, but will be when it is executed. */
  static Written later(String sql, PhaseSnapshot phases) {
    return new Written(
        sql, PathCatalog.NOWHERE, phases, Rewritten.unchanged(sql), true, Tally.NONE);
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
