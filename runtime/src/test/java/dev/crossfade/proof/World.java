package dev.crossfade.proof;

import dev.crossfade.model.Phase;

/**
 * One physical state of a column under rename. In all the table holds the same rows as the
 * application sees them.
 */
enum World {
  /** Reference: the old column only. */
  ORIGINAL(null),
  /** Reference: the new column only, as contract leaves it. */
  FINISHED(null),
  /** Reference for {@code *}: both columns; whoever writes the new one writes the old one. */
  BOTH_BY_NEW(null),
  /** Reference for {@code *}: both columns; whoever writes the old one writes the new one. */
  BOTH_BY_OLD(null),

  /** The new column does not exist. */
  BEFORE_MISSING(Phase.BEFORE),
  /** The new column exists and holds NULL, right and wrong values. */
  BEFORE_ADDED(Phase.BEFORE),
  /** The new column holds NULL, right values, and wrong ones that a BEFORE instance left behind. */
  DUAL_WRITE(Phase.DUAL_WRITE),
  /** The new column holds NULL or the right value. */
  FALLBACK_READ(Phase.FALLBACK_READ),
  /** Backfilled. */
  NEW_READ(Phase.NEW_READ),
  /** Backfilled; an instance in AFTER has since written rows, so that the old column is stale. */
  NEW_READ_BESIDE_AFTER(Phase.NEW_READ),
  /** The old column is still there, and wrong. */
  AFTER_STALE(Phase.AFTER),
  /** As {@link #AFTER_STALE}, and the session may not touch the old column at all. */
  AFTER_DENIED(Phase.AFTER),
  /** The old column is gone. */
  AFTER_DROPPED(Phase.AFTER);

  final Phase phase;

  World(Phase phase) {
    this.phase = phase;
  }

  boolean isReference() {
    return phase == null;
  }

  boolean hasOld() {
    return this != FINISHED && this != AFTER_DROPPED;
  }

  boolean hasNew() {
    return this != ORIGINAL && this != BEFORE_MISSING;
  }

  /** Whether the application's value stands in the new column. */
  boolean valueIsNew() {
    return switch (this) {
      case FINISHED, BOTH_BY_NEW, NEW_READ, NEW_READ_BESIDE_AFTER -> true;
      case AFTER_STALE, AFTER_DENIED, AFTER_DROPPED -> true;
      default -> false;
    };
  }
}
