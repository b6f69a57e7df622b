package dev.crossfade.sql.internal;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Runs recursive work that a hostile or generated text (five thousand ORs) can drive deeper than
 * the caller's stack: again on a thread with room, while the caller waits. Thread-safe.
 */
public final class DeepStack {

  /** Reserved, not used, until the depth is there. */
  private static final long STACK_BYTES = 256L << 20;

  private DeepStack() {}

  /**
   * What {@code work} gives; it may run twice and must not mind.
   *
   * @throws StackOverflowError if even the larger stack does not do
   */
  public static <T> T call(Supplier<T> work) {
    try {
      return work.get();
    } catch (StackOverflowError tooDeep) {
      return onLargerStack(work);
    }
  }

  private static <T> T onLargerStack(Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread thread = new Thread(null, task, "crossfade-deep-sql", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException later) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
