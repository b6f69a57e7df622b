package dev.crossfade.migrate;

import java.time.Duration;

/**
 * How long a statement may wait and run, and how often it is tried again. Immutable.
 *
 * @param lockTimeout how long a statement may stand in the lock queue, where it blocks everybody
 *     behind it
 * @param statementTimeout how long a statement may run
 * @param concurrentLockTimeout how long a CONCURRENTLY statement may wait; it blocks no reader or
 *     writer meanwhile, and starts over when it fails
 * @param firstPause the pause after the first refusal; later ones grow by half
 * @param longestPause the longest pause
 * @param attempts how often one statement is tried
 * @param longestWait how long one statement is tried altogether
 */
public record DdlPolicy(
    Duration lockTimeout,
    Duration statementTimeout,
    Duration concurrentLockTimeout,
    Duration firstPause,
    Duration longestPause,
    int attempts,
    Duration longestWait) {

  /** 5 s in the queue, 60 s of work, 30 attempts in 15 minutes. */
  public static final DdlPolicy DEFAULT =
      new DdlPolicy(
          Duration.ofSeconds(5),
          Duration.ofSeconds(60),
          Duration.ofMinutes(10),
          Duration.ofMillis(500),
          Duration.ofSeconds(15),
          30,
          Duration.ofMinutes(15));

  public DdlPolicy {
    if (lockTimeout.isZero() || lockTimeout.isNegative() || attempts < 1) {
      // lock_timeout = 0 means "wait for ever" to PostgreSQL.
      throw new IllegalArgumentException("a statement must have a limit");
    }
  }

  /** The same with another limit in the queue and another total. */
  public DdlPolicy with(Duration newLockTimeout, Duration newLongestWait) {
    return new DdlPolicy(
        newLockTimeout,
        statementTimeout,
        concurrentLockTimeout,
        firstPause,
        longestPause,
        attempts,
        newLongestWait);
  }
}
