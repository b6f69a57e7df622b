package dev.crossfade.migrate;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Problem;
import dev.crossfade.model.Transition;
import dev.crossfade.server.Catalog;
import dev.crossfade.server.ColumnFacts;
import dev.crossfade.server.Database;
import dev.crossfade.server.RowScan;
import dev.crossfade.server.ServerError;
import dev.crossfade.server.TableFacts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Copies the old column's values into the new one, or on the way back from AFTER the new one's into
 * the old, in batches by key, until a count proves that no row differs (practice B1 to B4). Keeps
 * no record: running it again looks at every row and writes those that differ. Immutable.
 */
public final class Backfill {

  /** A pass that leaves as many rows as the one before will not get better by another. */
  private static final int FRUITLESS_PASSES = 3;

  private static final String UNIQUE_VIOLATION = "23505";

  private final Database database;
  private final Transition transition;
  private final boolean reverse;

  /**
   * What a backfill did, or would do.
   *
   * @param moved rows written
   * @param seen rows looked at
   * @param passes how often the table was gone through
   * @param cameBackTo rows that others held and that were come back to
   * @param millis how long it took
   * @param sql the statement of a batch
   */
  public record Result(
      long moved, long seen, int passes, long cameBackTo, long millis, String sql) {

    /** Rows looked at in a second. */
    public long rate() {
      return seen * 1_000 / Math.max(1, millis);
    }
  }

  /** Copies old to new. */
  public Backfill(Database database, Transition transition) {
    this(database, transition, false);
  }

  private Backfill(Database database, Transition transition, boolean reverse) {
    this.database = database;
    this.transition = transition;
    this.reverse = reverse;
  }

  /** Copies new to old, for the way back from AFTER, while every instance is in NEW_READ. */
  public static Backfill reverse(Database database, Transition transition) {
    return new Backfill(database, transition, true);
  }

  /** The statement that would run, and how many rows there are about; changes nothing. */
  public Result plan(BackfillPolicy policy) {
    try (Connection connection = database.open()) {
      LiveTransition live = LiveTransition.find(new Catalog(connection), transition);
      return new Result(
          0,
          Math.max(0, live.table().estimatedRows()),
          0,
          0,
          0,
          batch(live).sql(true, false, policy.firstBatch()));
    } catch (SQLException e) {
      throw ServerError.problem(e, transition.describe());
    }
  }

  /**
   * Backfills to the end.
   *
   * @throws CrossfadeException {@code backfill-incomplete} if rows still differ and will not stop
   *     doing so, {@code rows-stay-locked}, {@code no-row-key}, {@code migration-running}, {@code
   *     wrong-direction} if the column to copy from is the one that may be out of date
   */
  public Result run(BackfillPolicy policy, Progress progress) {
    try (Connection connection = database.open()) {
      LiveTransition live = LiveTransition.find(new Catalog(connection), transition);
      Batch batch = batch(live);
      try (MigrationLock lock = MigrationLock.ofTable(database, live.table().oid());
          Statement settings = connection.createStatement()) {
        settings.execute("SET lock_timeout = '5s'");
        settings.execute("SET statement_timeout = '60s'");
        return run(connection, live, batch, policy, progress);
      }
    } catch (SQLException e) {
      throw ServerError.problem(e, transition.describe());
    }
  }

  private Result run(
      Connection connection,
      LiveTransition live,
      Batch batch,
      BackfillPolicy policy,
      Progress progress)
      throws SQLException {
    long started = System.nanoTime();
    BackfillPass pass = new BackfillPass(connection, batch, live, policy, progress);
    boolean cleared = false;
    long left = Long.MAX_VALUE;
    int fruitless = 0;
    for (int passes = 1; ; passes++) {
      try {
        pass.run();
      } catch (SQLException e) {
        if (cleared || !UNIQUE_VIOLATION.equals(e.getSQLState())) {
          throw e;
        }
        progress.line("  rows exchanged unique values: emptying those that differ first");
        cleared = true;
        new BackfillPass(connection, batch.clearing(), live, policy, progress).run();
        continue;
      }
      RowScan.Found rest = Verify.scan(live, live.differ(), 0, connection, progress);
      if (rest.matching() == 0) {
        return new Result(
            pass.moved(),
            pass.seen(),
            passes,
            pass.cameBackTo(),
            (System.nanoTime() - started) / 1_000_000,
            batch.sql(true, false, policy.firstBatch()));
      }
      fruitless = rest.matching() < left ? 0 : fruitless + 1;
      left = rest.matching();
      if (fruitless >= FRUITLESS_PASSES) {
        throw incomplete(live, left);
      }
      progress.line("  " + left + " rows differ after pass " + passes + ", going through again");
    }
  }

  private Batch batch(LiveTransition live) {
    ColumnFacts replacement = live.expanded();
    if (reverse != live.superseded()) {
      throw wrongDirection(live);
    }
    TableFacts.Key key = live.table().key();
    if (key == null) {
      throw new CrossfadeException(
          new Problem(
              "no-row-key",
              live.table().tableName() + " has no key to go through it by.",
              live.transition().describe(),
              "without a primary key, or a unique key without NULL, batches can not follow each"
                  + " other",
              "add one: CREATE UNIQUE INDEX CONCURRENTLY on columns that are NOT NULL, or ALTER"
                  + " TABLE … ADD PRIMARY KEY USING INDEX"));
    }
    return reverse
        ? new Batch(live.table(), key, replacement, live.old())
        : new Batch(live.table(), key, live.old(), replacement);
  }

  private CrossfadeException wrongDirection(LiveTransition live) {
    String spelled = live.spelled();
    return new CrossfadeException(
        reverse
            ? new Problem(
                "wrong-direction",
                transition.tracked() + " is the authority: nothing is to be copied back to it.",
                transition.describe(),
                "the transition is not on its way back from AFTER, and rows that are not"
                    + " backfilled yet would lose their value",
                "crossfade backfill " + spelled)
            : new Problem(
                "wrong-direction",
                transition.tracked() + " may be out of date, so nothing is copied from it.",
                transition.describe(),
                "the transition was in AFTER, where only the new column is written: newer values"
                    + " would be overwritten by older ones",
                "to go back, crossfade advance "
                    + spelled
                    + " --to NEW_READ, wait for every instance, crossfade backfill "
                    + spelled
                    + " --reverse"));
  }

  private CrossfadeException incomplete(LiveTransition live, long left) {
    return new CrossfadeException(
        new Problem(
            "backfill-incomplete",
            left
                + (left == 1 ? " row" : " rows")
                + " of "
                + live.table().tableName()
                + " still differ.",
            live.transition().describe(),
            "each pass finds as many again: something writes only one of the two columns, an"
                + " instance in "
                + (reverse ? "AFTER" : "BEFORE")
                + " or a trigger",
            "move every instance to "
                + (reverse ? "NEW_READ" : "DUAL_WRITE")
                + ", then crossfade backfill "
                + live.spelled()
                + (reverse ? " --reverse" : "")));
  }
}
