package dev.crossfade.agent.usage;

import dev.crossfade.model.ColumnName;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Counts one statement's use of one column, by call site. Thread-safe; nothing is allocated once
 * its call sites are known.
 *
 * <p>Walking the stack costs more than all else, so it is done for the first executions, then for
 * the first of each second and for a random one in {@value #SAMPLED}; executions in between count
 * for the site seen last. The total is exact, the split by call site is a sample, and a rare caller
 * (a nightly job beside a busy service) is seen because it is rare.
 */
public final class UsageCounter {

  /** The call site that counts those beyond the bound. */
  public static final String OTHER = "other";

  private static final int ALWAYS = 32;
  private static final int SAMPLED = 64;
  private static final int MOST_SITES = 16;
  private static final long PAUSE_MILLIS = 1000;

  /** The executions that came from one call site. */
  public record Site(String callSite, Tally tally) {}

  private final ColumnName column;
  private final String kind;
  private final BlindSpots blindSpots;

  private volatile Site[] sites = new Site[0];
  private volatile @Nullable Site latest;
  private volatile long walked = Long.MIN_VALUE;
  private int always = ALWAYS;

  UsageCounter(ColumnName column, String kind, BlindSpots blindSpots) {
    this.column = column;
    this.kind = kind;
    this.blindSpots = blindSpots;
  }

  public ColumnName column() {
    return column;
  }

  public String kind() {
    return kind;
  }

  /** What was counted for each call site. */
  public List<Site> sites() {
    return Arrays.asList(sites);
  }

  /**
   * Counts one use.
   *
   * @param callSite the caller if somebody has walked this stack already
   * @return the caller if it is now known for this stack, else null
   */
  @Nullable String add(long now, @Nullable String callSite) {
    Site site = latest;
    if (site == null || callSite != null || due(now)) {
      String walkedTo = callSite == null ? CallSites.current() : callSite;
      walked = now;
      site = site(walkedTo, now);
      latest = site;
      site.tally().add(now);
      return walkedTo;
    }
    site.tally().add(now);
    return null;
  }

  // The countdown may lose a step to a race, which only walks once more.
  private boolean due(long now) {
    if (always > 0) {
      always--;
      return true;
    }
    // Random: a fixed step would always hit the same of two callers that take turns.
    return now - walked >= PAUSE_MILLIS || ThreadLocalRandom.current().nextInt(SAMPLED) == 0;
  }

  private Site site(String callSite, long now) {
    Site known = find(callSite);
    return known == null ? add(callSite, now) : known;
  }

  private @Nullable Site find(String callSite) {
    for (Site site : sites) {
      if (site.callSite().equals(callSite)) {
        return site;
      }
    }
    return null;
  }

  private synchronized Site add(String callSite, long now) {
    String kept = callSite;
    if (sites.length >= MOST_SITES) {
      blindSpots.saw(Blindness.OVERFLOW, "call sites of one statement");
      kept = OTHER;
    }
    Site known = find(kept);
    if (known != null) {
      return known;
    }
    Site added = new Site(kept, new Tally(now));
    Site[] longer = Arrays.copyOf(sites, sites.length + 1);
    longer[sites.length] = added;
    sites = longer;
    return added;
  }
}
