package dev.crossfade.demo;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** What the clients have counted. Thread-safe. */
final class Tally {

  private static final int MOST_KEPT = 20;

  final LongAdder served = new LongAdder();
  final LongAdder failed = new LongAdder();
  final LongAdder acknowledged = new LongAdder();
  private final List<String> failures = new CopyOnWriteArrayList<>();

  /** Counts a request that was refused, got no answer, or got a wrong one. */
  void fail(String what) {
    failed.increment();
    if (failures.size() < MOST_KEPT) {
      failures.add(what);
    }
  }

  /** The first of them. */
  List<String> failures() {
    return List.copyOf(failures);
  }
}
