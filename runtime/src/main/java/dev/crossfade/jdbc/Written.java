package dev.crossfade.jdbc;

import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.rewrite.Rewritten;
import dev.crossfade.rewrite.Updatable;
import java.util.Arrays;
import java.util.List;

/**
 * A text as it was rewritten once. Immutable.
 *
 * @param source the text it was written from
 * @param path the names it was resolved against
 * @param phases the phases it was written for
 * @param rewritten the result
 * @param unchanged whether the result is the text itself
 * @param tally where its executions are counted
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
    List<Updatable.Column> hidden) {

  Written(
      String source,
      PathCatalog path,
      PhaseSnapshot phases,
      Rewritten rewritten,
      boolean unchanged,
      Tally tally) {
    this(source, path, phases, rewritten, unchanged, tally, List.of());
  }

  /** The same for a result that may be updated. */
  Written updatable(Updatable updatable, Tally tally) {
    return new Written(
        source, path, phases, updatable.rewritten(), false, tally, updatable.columns());
  }

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
