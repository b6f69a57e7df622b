package dev.crossfade.proof;

import dev.crossfade.model.Rename;
import dev.crossfade.sql.UsageKind;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One way of asking PostgreSQL whether a statement uses a column. */
interface Oracle {

  /**
   * What the server says. Null where it can not tell.
   *
   * @param read whether the statement reads the column
   * @param written whether it writes it
   * @param used whether it does either
   * @param untold the kinds of use that it says nothing of where it says no
   */
  record Answer(
      @Nullable Boolean read,
      @Nullable Boolean written,
      @Nullable Boolean used,
      Set<UsageKind> untold) {}

  /**
   * Asks of the rename's old column; null if the statement is none that can be asked about. Runs in
   * the session's transaction and leaves it as it was.
   */
  @Nullable Answer ask(Fixture fixture, Session session, Rename rename) throws SQLException;
}
