package dev.crossfade.migrate;

import dev.crossfade.model.Transition;
import dev.crossfade.server.Catalog;
import dev.crossfade.server.Database;
import dev.crossfade.server.RowScan;
import dev.crossfade.server.ServerError;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Compares old and new in every row, page by page, each page its own transaction. Means something
 * until AFTER, where only the new column is written. Immutable.
 */
public final class Verify {

  private final Database database;
  private final Transition transition;
  private final int keysWanted;

  /**
   * What verify found.
   *
   * @param rows how many rows were compared
   * @param differing how many differ
   * @param keys keys of the first of them, each column's value as text
   * @param superseded whether the old column is out of date since AFTER, so that rows may differ
   */
  public record Result(long rows, long differing, List<List<String>> keys, boolean superseded) {}

  /**
   * A comparison for {@code transition}.
   *
   * @param keysWanted how many keys to show; their values are row data
   */
  public Verify(Database database, Transition transition, int keysWanted) {
    this.database = database;
    this.transition = transition;
    this.keysWanted = keysWanted;
  }

  /** Compares. */
  public Result run(Progress progress) {
    try (Connection connection = database.open()) {
      LiveTransition live = LiveTransition.find(new Catalog(connection), transition);
      RowScan.Found found = scan(live, live.differ(), keysWanted, connection, progress);
      return new Result(found.scanned(), found.matching(), found.keys(), live.superseded());
    } catch (SQLException e) {
      throw ServerError.problem(e, transition.describe());
    }
  }

  static RowScan.Found scan(
      LiveTransition live,
      String condition,
      int keysWanted,
      Connection connection,
      Progress progress) {
    long total = live.table().estimatedRows();
    return new RowScan(live.table(), condition, keysWanted)
        .run(
            connection,
            rows ->
                progress.live(
                    "  compared " + rows + (total > 0 ? " of about " + total : "") + " rows"));
  }
}
