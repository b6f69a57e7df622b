package dev.crossfade.agent.usage;

import java.util.concurrent.atomic.LongAdder;

/** How often something happened, and when first and last. Thread-safe, without locks. */
public final class Tally {

  private final LongAdder count = new LongAdder();
  private final long first;
  private volatile long last;

  /** Nothing yet; the first will be at {@code first}, in milliseconds since 1970. */
  Tally(long first) {
    this.first = first;
    this.last = first;
  }

  void add(long now) {
    count.increment();
    // Most executions fall into the millisecond of the one before: not writing then keeps the
    // cores from fighting for the cache line.
    if (now > last) {
      last = now;
    }
  }

  public long count() {
    return count.sum();
  }

  public long first() {
    return first;
  }

  public long last() {
    return last;
  }
}
