package dev.crossfade.agent;

import java.util.SplittableRandom;
import java.util.UUID;

/** Names for instances that were not given one. */
final class Instances {

  private Instances() {}

  /**
   * Unique, not secret: a secure random generator would add tens of milliseconds to the
   * application's start. Two JVMs share a name only if they agree in process, host and start to the
   * nanosecond.
   */
  static UUID unique() {
    long place = ProcessHandle.current().pid() * 0x9E3779B97F4A7C15L ^ Host.name().hashCode();
    long time = System.currentTimeMillis() * 1_000_003L ^ System.nanoTime();
    long high = new SplittableRandom(place ^ Long.reverse(time)).nextLong();
    long low = new SplittableRandom(time ^ System.identityHashCode(new Object())).nextLong();
    // Version 4, variant 2: as readers of UUIDs expect of random ones.
    return new UUID((high & ~0xF000L) | 0x4000L, (low & ~(0xC000L << 48)) | (0x8000L << 48));
  }
}
