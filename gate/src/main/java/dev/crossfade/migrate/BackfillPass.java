package dev.crossfade.migrate;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Problem;
import dev.crossfade.server.ServerError;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Goes through the table from the first key to the last, and comes back to the stretches in which
 * rows were held by others. One thread; counts over all passes.
 */
final class BackfillPass {

  /** Lost a lock, a deadlock, a serialization race, or took too long: the batch changed nothing. */
  private static final Set<String> RETRYABLE = Set.of("55P03", "40P01", "40001", "57014");

  private static final int ATTEMPTS = 20;

  private final Connection connection;
  private final Batch batch;
  private final LiveTransition live;
  private final BackfillPolicy policy;
  private final Progress progress;
  private final long started = System.nanoTime();
  private int size;
  private long moved;
  private long seen;
  private long cameBackTo;

  /** Keys between which rows were skipped, and how many. */
  private record Stretch(List<String> from, List<String> to, long rows) {}

  BackfillPass(
      Connection connection,
      Batch batch,
      LiveTransition live,
      BackfillPolicy policy,
      Progress progress) {
    this.connection = connection;
    this.batch = batch;
    this.live = live;
    this.policy = policy;
    this.progress = progress;
    this.size = policy.firstBatch();
  }

  long moved() {
    return moved;
  }

  long seen() {
    return seen;
  }

  long cameBackTo() {
    return cameBackTo;
  }

  /**
   * Goes through once.
   *
   * @throws CrossfadeException {@code rows-stay-locked}
   */
  void run() throws SQLException {
    List<Stretch> skipped = through(new Stretch(List.of(), List.of(), 0), true);
    long deadline = System.nanoTime() + policy.patience().toNanos();
    long pause = 50;
    while (!skipped.isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw stayLocked(skipped.stream().mapToLong(Stretch::rows).sum());
      }
      progress.live("  coming back to locked rows in " + skipped.size() + " places");
      sleep(pause);
      pause = Math.min(pause * 2, 2_000);
      List<Stretch> still = new ArrayList<>();
      for (Stretch stretch : skipped) {
        still.addAll(through(stretch, false));
      }
      skipped = still;
    }
  }

  private List<Stretch> through(Stretch range, boolean first) throws SQLException {
    List<Stretch> skipped = new ArrayList<>();
    List<String> from = range.from();
    while (true) {
      long begun = System.nanoTime();
      int asked = size;
      Batch.Outcome outcome = tryBatch(from, range.to());
      if (outcome.seen() == 0) {
        return skipped;
      }
      long took = System.nanoTime() - begun;
      moved += outcome.moved();
      if (first) {
        seen += outcome.seen();
      } else {
        cameBackTo += outcome.moved();
      }
      if (outcome.moved() < outcome.differing()) {
        skipped.add(new Stretch(from, outcome.last(), outcome.differing() - outcome.moved()));
      }
      from = outcome.last();
      // A part of a batch says nothing about a whole one.
      if (outcome.seen() >= asked) {
        size = policy.next(asked, Duration.ofNanos(took));
      }
      if (first) {
        tell();
      }
      throttle(outcome.seen(), took);
    }
  }

  private Batch.Outcome tryBatch(List<String> from, List<String> to) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        return batch.run(connection, from, to, size);
      } catch (SQLException e) {
        String state = e.getSQLState();
        if (state == null || !RETRYABLE.contains(state) || attempt >= ATTEMPTS) {
          throw e;
        }
        size = Math.max(Math.min(100, size), size / 2);
        progress.line("  batch refused (" + ServerError.describe(e) + "), trying again");
        sleep(Math.min(100L << Math.min(attempt, 6), 5_000));
      }
    }
  }

  private void tell() {
    long total = live.table().estimatedRows();
    double seconds = (System.nanoTime() - started) / 1e9;
    long rate = (long) (seen / Math.max(0.001, seconds));
    String eta =
        total > seen && rate > 0 ? ", about " + Math.max(1, (total - seen) / rate) + " s left" : "";
    progress.live(
        "  "
            + seen
            + (total > 0 ? " of about " + Math.max(total, seen) : "")
            + " rows, "
            + moved
            + " written, "
            + rate
            + " rows/s"
            + eta);
  }

  private void throttle(long rows, long tookNanos) {
    if (policy.rowsPerSecond() > 0) {
      long due = rows * 1_000 / policy.rowsPerSecond() - tookNanos / 1_000_000;
      if (due > 0) {
        sleep(due);
      }
    }
  }

  private CrossfadeException stayLocked(long rows) {
    return new CrossfadeException(
        new Problem(
            "rows-stay-locked",
            rows
                + (rows == 1 ? " row" : " rows")
                + " stayed locked for "
                + policy.patience().toSeconds()
                + " s.",
            live.transition().describe(),
            "another transaction holds them, and backfill does not wait in its way",
            "end the long transaction (SELECT pid, xact_start, state FROM pg_stat_activity ORDER BY"
                + " xact_start), then crossfade backfill "
                + live.spelled()));
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CrossfadeException(
          new Problem(
              "interrupted",
              "The command was interrupted.",
              "backfill",
              "whole batches are done, the rest is not",
              "run the same command again: it continues"));
    }
  }
}
