package dev.crossfade.generated;

import java.util.concurrent.atomic.LongAdder;

/**
 * Counts the fallback reads of one transition that found a value in the old column while the new
 * one was NULL: each is a row that the backfill has not reached. Thread-safe.
 */
public final class Fallbacks {

  private final String transition;
  private final LongAdder found = new LongAdder();

  /**
   * @param transition the transition's id, as {@code users.display_name}
   */
  public Fallbacks(String transition) {
    this.transition = transition;
  }

  /** The transition's id. */
  public String transition() {
    return transition;
  }

  /** Records one. The agent hooks this method. */
  public void record() {
    found.increment();
  }

  /** How many were found since the JVM started. */
  public long count() {
    return found.sum();
  }
}
