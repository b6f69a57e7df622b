package dev.crossfade.migrate;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Runs something beside the test, on a thread of its own: the common pool has one on two cores. */
final class Beside {

  private Beside() {}

  static <T> CompletableFuture<T> run(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, task -> new Thread(task, "beside").start());
  }
}
