package dev.crossfade.proof;

import dev.crossfade.proof.Trial.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Faults of the engine that random statements would find again and again. Each stands as an open
 * fixture in {@code rewrites/together/open.sql}, which fails as soon as it is mended: then it goes
 * from here, too. All fail with an error; none may be a wrong result or a lost write.
 */
enum KnownFault {
  /** What has a volatile value computed for each row reads ctid, which needs a right of its own. */
  READS_CTID("42501", ".ctid IS NOT NULL"),
  /** An old name, once its column is dropped, where the table has column aliases or USING. */
  DROPPED_NAME("42703", ""),
  /** A table with column aliases shows both names, and another table has one of them. */
  SHOWN_NAME("42702", "(key_of_");

  private final String sqlState;
  private final String sent;

  KnownFault(String sqlState, String sent) {
    this.sqlState = sqlState;
    this.sent = sent;
  }

  static @Nullable KnownFault of(Setting setting, Verdict verdict) {
    if (verdict.got().sent() == null) {
      return null;
    }
    for (KnownFault fault : values()) {
      if (fault.sqlState.equals(verdict.got().sqlState())
          && verdict.got().sent().sql().contains(fault.sent)
          && (fault != DROPPED_NAME || setting.worlds().containsValue(World.AFTER_DROPPED))) {
        return fault;
      }
    }
    return null;
  }
}
