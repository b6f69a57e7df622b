package dev.crossfade.agent.usage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What executing one SQL text means for the tracked columns: the note on a driver's statement.
 * Immutable but for the counters it points to.
 */
final class StatementNote {

  /** A column fetched by *, which counts as consumed once the result is asked for it. */
  record Star(String label, UsageCounter fetched, UsageCounter consumed) {}

  final Tracking tracking;
  final List<Star> stars;

  /** Whether the stars' results come back as result sets that can be watched. */
  final boolean watchable;

  private final UsageCounter[] uses;
  private final Tally[] tallies;

  /**
   * @param tallies what else to count at each execution
   */
  StatementNote(
      Tracking tracking,
      List<UsageCounter> uses,
      List<Star> stars,
      boolean watchable,
      List<Tally> tallies) {
    this.tracking = tracking;
    this.uses = uses.toArray(UsageCounter[]::new);
    this.stars = List.copyOf(stars);
    this.watchable = watchable;
    this.tallies = tallies.toArray(Tally[]::new);
  }

  /**
   * Counts an execution.
   *
   * @param watched whether its result, if it has stars, will be watched
   */
  void executed(long now, boolean watched) {
    String callSite = null;
    for (UsageCounter use : uses) {
      callSite = known(callSite, use.add(now, callSite));
    }
    for (Star star : stars) {
      callSite = known(callSite, star.fetched().add(now, callSite));
      if (!watched || !watchable) {
        callSite = known(callSite, star.consumed().add(now, callSite));
      }
    }
    for (Tally tally : tallies) {
      tally.add(now);
    }
  }

  private static @Nullable String known(@Nullable String before, @Nullable String after) {
    return after == null ? before : after;
  }
}
