package dev.crossfade.jdbc;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.Statement;

/** What the failure of a batch says about its rows. */
final class Batches {

  /**
   * Whether no row was written. In autocommit mode the driver sends a long batch in several
   * implicit transactions, of which others may have succeeded.
   */
  static boolean wroteNothing(SQLException failure) {
    if (!(failure instanceof BatchUpdateException batch)) {
      return false;
    }
    long[] counts = batch.getLargeUpdateCounts();
    for (long count : counts) {
      if (count != Statement.EXECUTE_FAILED) {
        return false;
      }
    }
    return counts.length > 0;
  }

  private Batches() {}
}
