package dev.crossfade.agent.usage;

import dev.crossfade.model.ColumnName;
import dev.crossfade.sql.Analysis;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The tracked columns at one moment, and what was found out about each SQL text since. When a
 * column comes to light later, a new one takes its place and nothing of the old answers is used
 * again. Thread-safe.
 */
final class Tracking {

  private static final int MOST_TEXTS = 10_000;
  private static final long MOST_CHARS = 16_000_000;
  private static final int LONGEST_KEPT = 200_000;

  /** The note on statements that touch no tracked column. */
  final Object untouched = new Object();

  private final Map<ColumnName, Long> columns;
  private final Function<String, Analysis> analysis;
  private final NameScan names;
  private final Map<String, Object> notes = new ConcurrentHashMap<>();
  private final AtomicLong chars = new AtomicLong();

  /**
   * @param columns each with the instant it is watched since
   */
  Tracking(Map<ColumnName, Long> columns, Function<String, Analysis> analysis) {
    this.columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    this.analysis = analysis;
    this.names = new NameScan(columns.keySet());
  }

  Map<ColumnName, Long> columns() {
    return columns;
  }

  /** The column as it was declared here, or {@code column} itself. */
  ColumnName declared(ColumnName column) {
    if (!columns.containsKey(column)) {
      for (ColumnName candidate : columns.keySet()) {
        if (candidate.mayBe(column)) {
          return candidate;
        }
      }
    }
    return column;
  }

  boolean mayTouch(String sql) {
    return names.maybeIn(sql);
  }

  Analysis analyze(String sql) {
    return analysis.apply(NativeText.toJdbc(sql));
  }

  @Nullable Object note(String sql) {
    return notes.get(sql);
  }

  int notesKept() {
    return notes.size();
  }

  /**
   * Keeps a note. When there is no more room all are forgotten, which loses nothing: a text that
   * comes again is analysed again, and prepared statements hold their notes themselves.
   */
  void keep(String sql, Object note) {
    if (sql.length() > LONGEST_KEPT) {
      return;
    }
    if (notes.size() >= MOST_TEXTS || chars.get() >= MOST_CHARS) {
      notes.clear();
      chars.set(0);
    }
    if (notes.putIfAbsent(sql, note) == null) {
      chars.addAndGet(sql.length());
    }
  }
}
