package dev.crossfade.agent.usage;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * Counts what the agent could not see. Thread-safe and bounded: beyond a number of distinct
 * details, a reason is counted under {@link #OTHER}. Details never hold SQL that is not normalised,
 * nor a message of somebody else's exception, which may quote a value.
 */
public final class BlindSpots {

  /** The detail of those that are not told apart. */
  public static final String OTHER = "other";

  private static final int MOST_DETAILS = 500;

  /** A reason and what it is about. */
  public record Spot(Blindness what, String detail) {}

  private final Map<Spot, Tally> tallies = new ConcurrentHashMap<>();
  private final AtomicInteger room = new AtomicInteger(MOST_DETAILS);
  private final LongSupplier clock;

  public BlindSpots(LongSupplier clock) {
    this.clock = clock;
  }

  /** Counts one. */
  public void saw(Blindness what, String detail) {
    long now = clock.getAsLong();
    at(what, detail, now).add(now);
  }

  Tally at(Blindness what, String detail, long now) {
    Spot spot = new Spot(what, detail);
    Tally tally = tallies.get(spot);
    if (tally != null) {
      return tally;
    }
    if (room.get() <= 0) {
      spot = new Spot(what, OTHER);
    } else {
      room.decrementAndGet();
    }
    return tallies.computeIfAbsent(spot, absent -> new Tally(now));
  }

  /** A live view. */
  public Map<Spot, Tally> all() {
    return tallies;
  }
}
