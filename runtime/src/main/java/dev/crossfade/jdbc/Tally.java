package dev.crossfade.jdbc;

import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Where the executions of a text are counted: shared by all texts that became the same kind of
 * thing, so that counting takes neither a look-up nor memory for each text. Thread-safe, without a
 * lock.
 *
 * @param rewrites null if the text was not proven
 * @param unproven null if it was
 * @param mayDiverge whether executing the unproven text may write one column of two
 */
record Tally(@Nullable LongAdder rewrites, @Nullable Unproven unproven, boolean mayDiverge) {

  static final Tally NONE = new Tally(null, null, false);

  /** Counts an execution. */
  void count() {
    if (rewrites != null) {
      rewrites.increment();
    } else if (unproven != null) {
      unproven.passed(mayDiverge);
    }
  }
}
