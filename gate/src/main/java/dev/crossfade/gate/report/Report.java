package dev.crossfade.gate.report;

import dev.crossfade.model.ColumnName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One complete report of one instance. Immutable.
 *
 * @param file where it was read
 * @param header who reports
 * @param tracked the columns that the instance watched
 * @param statements normalised text by fingerprint
 * @param usages what the application did
 * @param own what the transition's own code did
 * @param fallbacks fallback reads that still needed the old column
 * @param blind what the agent could not see
 * @param end when and how the report was completed
 */
public record Report(
    Path file,
    ReportLine.Header header,
    List<ColumnName> tracked,
    Map<String, String> statements,
    List<ReportLine.Usage> usages,
    List<ReportLine.Own> own,
    List<ReportLine.Fallbacks> fallbacks,
    List<ReportLine.Blind> blind,
    ReportLine.End end) {

  private static final Duration LEAST_PATIENCE = Duration.ofSeconds(15);

  public Report {
    tracked = List.copyOf(tracked);
    statements = Map.copyOf(statements);
    usages = List.copyOf(usages);
    own = List.copyOf(own);
    fallbacks = List.copyOf(fallbacks);
    blind = List.copyOf(blind);
  }

  public String service() {
    return header.service();
  }

  public String instance() {
    return header.instance();
  }

  public Instant started() {
    return header.started();
  }

  public Instant flushed() {
    return end.flushed();
  }

  /** Whether the instance said goodbye: nothing can have happened in it after the last flush. */
  public boolean ended() {
    return end.ended();
  }

  /**
   * Whether the instance claims to run but has not been heard of for three flushes (and at least 15
   * seconds): it was killed or hangs, and what it did last is unseen.
   */
  public boolean cutOff(Instant now) {
    Duration patience = header.flushEvery().multipliedBy(3);
    if (patience.compareTo(LEAST_PATIENCE) < 0) {
      patience = LEAST_PATIENCE;
    }
    return !ended() && flushed().isBefore(now.minus(patience));
  }

  /** Whether the instance runs, as far as its report says. */
  public boolean live(Instant now) {
    return !ended() && !cutOff(now);
  }

  /** Whether the instance may have done something at or after {@code start}. */
  public boolean reaches(Instant start) {
    return !ended() || !flushed().isBefore(start);
  }

  /** {@code web 1.4 (web-7f9)}: service, version and instance, for people. */
  public String who() {
    return header.service() + " " + header.version() + " (" + header.instance() + ")";
  }
}
