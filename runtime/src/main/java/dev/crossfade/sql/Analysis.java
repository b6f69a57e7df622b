package dev.crossfade.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one SQL text does with the tracked columns. Immutable and thread-safe; the normalised text
 * and its fingerprint are made when they are first asked for, since most texts touch no tracked
 * column and nobody asks.
 */
public final class Analysis {

  private final String sql;
  private final List<Usage> usages;
  private final @Nullable Marker marker;
  private final boolean parsed;
  // Made twice under a race, and then equal.
  private @Nullable String normalizedSql;
  private @Nullable String fingerprint;

  /** An analysis whose texts are given. */
  public Analysis(
      String normalizedSql,
      String fingerprint,
      List<Usage> usages,
      @Nullable Marker marker,
      boolean parsed) {
    this(normalizedSql, usages, marker, parsed);
    this.normalizedSql = normalizedSql;
    this.fingerprint = fingerprint;
  }

  Analysis(String sql, List<Usage> usages, @Nullable Marker marker, boolean parsed) {
    this.sql = sql;
    this.usages = List.copyOf(usages);
    this.marker = marker;
    this.parsed = parsed;
  }

  /** The text without literals and comments, white space folded: safe to report. */
  public String normalizedSql() {
    String normal = normalizedSql;
    if (normal == null) {
      normal = NormalSql.of(sql);
      normalizedSql = normal;
    }
    return normal;
  }

  /** 16 hexadecimal digits of the normalised text, the same in every run and service. */
  public String fingerprint() {
    String digits = fingerprint;
    if (digits == null) {
      digits = NormalSql.fingerprint(normalizedSql());
      fingerprint = digits;
    }
    return digits;
  }

  /** Each (column, kind) once; empty if the text can not touch a tracked column. */
  public List<Usage> usages() {
    return usages;
  }

  /**
   * What the transition's own code wrote into the text, or null; if there is one, its {@link
   * Marker#applicationUsages} are the application's and {@link #usages} the physical ones.
   */
  public @Nullable Marker marker() {
    return marker;
  }

  /** False if the text could not be parsed, whatever it says about tracked columns. */
  public boolean parsed() {
    return parsed;
  }
}
