package dev.crossfade.agent.usage;

import dev.crossfade.agent.bridge.Listener;
import dev.crossfade.agent.bridge.Noted;
import dev.crossfade.model.ColumnName;
import dev.crossfade.sql.Analysis;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts the uses of tracked columns that the hooks report. Runs on the application's threads, so
 * no method throws or waits; a failure of its own is counted as a blind spot. A statement without
 * tracked use costs one read of its note, or one map look-up by text where the driver keeps no
 * statement. Thread-safe.
 */
public final class Recorder implements Listener {

  /** Makes the analysis of SQL texts for some columns. */
  public interface Analyses {
    Function<String, Analysis> of(Collection<ColumnName> columns);
  }

  private final Analyses analyses;
  private final Descriptors descriptors;
  private final LongSupplier clock;
  private final BlindSpots blindSpots;
  private final Ledger ledger;
  private final StatementNotes notes;

  private volatile Tracking tracking;
  private volatile boolean resultsWatched = true;

  /**
   * Watches {@code columns} from now on.
   *
   * @param clock milliseconds since 1970
   */
  public Recorder(
      Collection<ColumnName> columns,
      Analyses analyses,
      LongSupplier clock,
      BlindSpots blindSpots) {
    this.analyses = analyses;
    this.clock = clock;
    this.blindSpots = blindSpots;
    this.ledger = new Ledger(blindSpots);
    this.notes = new StatementNotes(ledger, blindSpots);
    this.descriptors = new Descriptors(blindSpots);
    Map<ColumnName, Long> since = new LinkedHashMap<>();
    for (ColumnName column : columns) {
      since.put(column, clock.getAsLong());
    }
    this.tracking = new Tracking(since, analyses.of(since.keySet()));
  }

  /** The tracked columns, each with the instant it is watched since. */
  public Map<ColumnName, Long> tracked() {
    return tracking.columns();
  }

  /** The counters. */
  public Ledger ledger() {
    return ledger;
  }

  /** How many SQL texts are kept now. */
  int textsKept() {
    return tracking.notesKept();
  }

  /** Result sets can not be watched: from now on a column fetched by * counts as consumed. */
  public void resultsUnwatched() {
    resultsWatched = false;
  }

  /** Tracks what the descriptors visible to {@code loader} declare, if it is new here. */
  public void discover(@Nullable ClassLoader loader) {
    if (loader != null) {
      descriptors.discover(loader, this::track);
    }
  }

  private synchronized void track(List<ColumnName> columns) {
    Map<ColumnName, Long> since = new LinkedHashMap<>(tracking.columns());
    for (ColumnName column : columns) {
      since.putIfAbsent(column, clock.getAsLong());
    }
    if (since.size() > tracking.columns().size()) {
      tracking = new Tracking(since, analyses.of(since.keySet()));
    }
  }

  /** Loads what the first statement would otherwise wait for. Takes part of a second. */
  public void warmUp() {
    try {
      Tracking now = tracking;
      for (ColumnName column : now.columns().keySet()) {
        now.analyze("SELECT x FROM " + column.table() + " WHERE id = $1");
      }
    } catch (Throwable e) {
      failed(e);
    }
  }

  @Override
  public void sent(@Nullable Noted query, String sql) {
    Tracking now = tracking;
    Object note = query == null ? null : query.crossfade$note();
    if (note == now.untouched) {
      return;
    }
    try {
      if (!(note instanceof StatementNote known && known.tracking == now)) {
        note = note(query, sql);
        if (query != null) {
          query.crossfade$note(note);
        }
      }
      if (note instanceof StatementNote statement) {
        statement.executed(clock.getAsLong(), resultsWatched && query != null);
      }
    } catch (Throwable e) {
      failed(e);
    }
  }

  @Override
  public void copied(String sql) {
    try {
      if (note(null, sql) instanceof StatementNote statement) {
        statement.executed(clock.getAsLong(), false);
      }
    } catch (Throwable e) {
      failed(e);
    }
  }

  private Object note(@Nullable Noted query, String sql) {
    if (query != null) {
      discover(query.getClass().getClassLoader());
    }
    discover(Thread.currentThread().getContextClassLoader());
    Tracking now = tracking;
    Object known = now.note(sql);
    if (known != null) {
      return known;
    }
    Object note = now.mayTouch(sql) ? notes.of(now, sql, clock.getAsLong()) : now.untouched;
    now.keep(sql, note);
    return note;
  }

  @Override
  public boolean watches(@Nullable Object note) {
    return note instanceof StatementNote statement
        && statement.watchable
        && !statement.stars.isEmpty();
  }

  @Override
  public void returned(Noted resultSet, @Nullable Object queryNote, String[] labels) {
    try {
      if (queryNote instanceof StatementNote statement) {
        resultSet.crossfade$note(ResultWatch.of(statement.stars, labels));
      }
    } catch (Throwable e) {
      failed(e);
    }
  }

  @Override
  public void asked(Noted resultSet, int column) {
    try {
      if (resultSet.crossfade$note() instanceof ResultWatch watch
          && !watch.asked(column, clock.getAsLong())) {
        resultSet.crossfade$note(null);
      }
    } catch (Throwable e) {
      failed(e);
    }
  }

  @Override
  public void fellBack(String transition) {
    try {
      ledger.fellBack(transition, clock.getAsLong());
    } catch (Throwable e) {
      failed(e);
    }
  }

  // Must not throw either, not even when memory is what failed.
  @Override
  @SuppressWarnings("EmptyCatch")
  public void failed(Throwable failure) {
    try {
      blindSpots.saw(Blindness.HOOK_FAILED, Failures.describe(failure));
    } catch (Throwable e) {
      // Nothing is left to tell it to.
    }
  }
}
