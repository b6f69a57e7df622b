package dev.crossfade.agent.usage;

import dev.crossfade.model.ColumnName;
import dev.crossfade.model.Phase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All counters since the instance started. Thread-safe and bounded: beyond a number of statements,
 * usages are still counted by column and kind, under the statement {@link #OTHER}.
 */
public final class Ledger {

  /** The fingerprint, and the text, of statements that are not told apart. */
  public static final String OTHER = "other";

  private static final int MOST_STATEMENTS = 5_000;
  private static final long MOST_CHARS = 16_000_000;
  private static final int MOST_FALLBACKS = 1_000;

  /** A statement and its uses. */
  public static final class Statement {
    private final String fingerprint;
    private final String sql;
    private final List<UsageCounter> usages = new ArrayList<>();

    Statement(String fingerprint, String sql) {
      this.fingerprint = fingerprint;
      this.sql = sql;
    }

    public String fingerprint() {
      return fingerprint;
    }

    public String sql() {
      return sql;
    }

    /** A copy. */
    public synchronized List<UsageCounter> usages() {
      return List.copyOf(usages);
    }

    synchronized UsageCounter usage(ColumnName column, String kind, BlindSpots blindSpots) {
      for (UsageCounter usage : usages) {
        if (usage.kind().equals(kind) && usage.column().equals(column)) {
          return usage;
        }
      }
      UsageCounter usage = new UsageCounter(column, kind, blindSpots);
      usages.add(usage);
      return usage;
    }
  }

  /** A transition's own accesses in one phase. */
  public record Own(ColumnName transition, Phase phase) {}

  private final BlindSpots blindSpots;
  private final Map<String, Statement> statements = new ConcurrentHashMap<>();
  private final Map<Own, Tally> own = new ConcurrentHashMap<>();
  private final Map<String, Tally> fallbacks = new ConcurrentHashMap<>();
  private final AtomicInteger room = new AtomicInteger(MOST_STATEMENTS);
  private final AtomicLong chars = new AtomicLong(MOST_CHARS);

  Ledger(BlindSpots blindSpots) {
    this.blindSpots = blindSpots;
  }

  /** The statement with this fingerprint, or {@link #OTHER} if there are too many. */
  Statement statement(String fingerprint, String sql) {
    Statement known = statements.get(fingerprint);
    if (known != null) {
      return known;
    }
    if (room.get() <= 0 || chars.get() <= 0) {
      blindSpots.saw(Blindness.OVERFLOW, "distinct statements");
      return statements.computeIfAbsent(OTHER, absent -> new Statement(OTHER, OTHER));
    }
    room.decrementAndGet();
    chars.addAndGet(-sql.length());
    return statements.computeIfAbsent(fingerprint, absent -> new Statement(fingerprint, sql));
  }

  Tally own(ColumnName transition, Phase phase, long now) {
    return own.computeIfAbsent(new Own(transition, phase), absent -> new Tally(now));
  }

  void fellBack(String transition, long now) {
    Tally tally = fallbacks.get(transition);
    if (tally == null) {
      String kept = fallbacks.size() < MOST_FALLBACKS ? transition : OTHER;
      tally = fallbacks.computeIfAbsent(kept, absent -> new Tally(now));
    }
    tally.add(now);
  }

  /** A live view. */
  public Collection<Statement> statements() {
    return statements.values();
  }

  /** A live view. */
  public Map<Own, Tally> own() {
    return own;
  }

  /** A live view, by transition. */
  public Map<String, Tally> fallbacks() {
    return fallbacks;
  }
}
