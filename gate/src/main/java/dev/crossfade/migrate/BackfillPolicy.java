package dev.crossfade.migrate;

import java.time.Duration;

/**
 * How a backfill goes about it. Immutable.
 *
 * @param firstBatch rows in the first batch; later ones adapt
 * @param largestBatch rows in the largest batch
 * @param batchTarget how long a batch should take, which is how long a row stays locked
 * @param patience how long rows that others keep locked are come back to
 * @param rowsPerSecond the highest rate, or 0 for none
 */
public record BackfillPolicy(
    int firstBatch, int largestBatch, Duration batchTarget, Duration patience, long rowsPerSecond) {

  /** Batches of about 200 ms, at most 20,000 rows; five minutes of patience; no rate. */
  public static final BackfillPolicy DEFAULT =
      new BackfillPolicy(1_000, 20_000, Duration.ofMillis(200), Duration.ofMinutes(5), 0);

  public BackfillPolicy {
    if (firstBatch < 1 || largestBatch < firstBatch || rowsPerSecond < 0) {
      throw new IllegalArgumentException("a batch has at least one row");
    }
  }

  /** The next batch's size, after {@code rows} took {@code took}. */
  int next(int rows, Duration took) {
    double factor = batchTarget.toNanos() / (double) Math.max(1, took.toNanos());
    // Halve and double at most: one slow batch says little about the next.
    double wanted = rows * Math.min(2, Math.max(0.5, factor));
    return (int) Math.max(Math.min(100, largestBatch), Math.min(largestBatch, wanted));
  }
}
