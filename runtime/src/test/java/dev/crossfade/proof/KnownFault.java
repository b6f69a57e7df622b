package dev.crossfade.proof;

import dev.crossfade.proof.Trial.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Faults of the engine that random statements would find again and again; mended, they go from
 * here. All fail with an error; none may be a wrong result or a lost write.
 */
enum KnownFault {
  /** What has a volatile value computed for each row reads ctid, which needs a right of its own. */
  READS_CTID("42501", ".ctid IS NOT NULL"),
  /**
   * A bare name of another table's column, where that table has column aliases and the table in
   * transition has a column of that name for the other version: it stays ambiguous.
   */
  SHARED_NAME("42702", "(key_of_");

  private final String sqlState;
  private final String sent;

  KnownFault(String sqlState, String sent) {
    this.sqlState = sqlState;
    this.sent = sent;
  }

  static @Nullable KnownFault of(Verdict verdict) {
    if (verdict.got().sent() == null) {
      return null;
    }
    for (KnownFault fault : values()) {
      if (fault.sqlState.equals(verdict.got().sqlState())
          && verdict.got().sent().sql().contains(fault.sent)) {
        return fault;
      }
    }
    return null;
  }
}
