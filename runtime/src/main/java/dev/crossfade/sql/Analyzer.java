package dev.crossfade.sql;

import dev.crossfade.model.ColumnName;
import java.util.Collection;
import java.util.List;

/**
 * Tells which tracked columns an SQL text uses, and how. Immutable; safe for use by several
 * threads.
 */
public final class Analyzer {

  private final List<ColumnName> tracked;

  /** Analyses for these columns. */
  public Analyzer(Collection<ColumnName> tracked) {
    this.tracked = List.copyOf(tracked);
  }

  /** The columns this analyses for. */
  public List<ColumnName> tracked() {
    return tracked;
  }

  /**
   * Analyses {@code sql}, which may hold several statements and JDBC {@code ?} placeholders. Never
   * throws and never answers "nothing" for a text it does not understand but that holds a tracked
   * name: that is {@link UsageKind#POSSIBLE}.
   */
  public Analysis analyze(String sql) {
    return analyze(sql, Catalog.unknown());
  }

  /** As {@link #analyze(String)}, with names resolved by {@code catalog}. */
  public Analysis analyze(String sql, Catalog catalog) {
    throw new UnsupportedOperationException("not yet");
  }
}
