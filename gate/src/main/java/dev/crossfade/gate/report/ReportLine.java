package dev.crossfade.gate.report;

import dev.crossfade.model.ColumnName;
import dev.crossfade.model.Phase;
import java.time.Duration;
import java.time.Instant;

/** One line of a report, by its {@code type}. Immutable. */
public sealed interface ReportLine {

  /** {@code report}, the first line: who reports. */
  record Header(
      String agent,
      String service,
      String version,
      String instance,
      String host,
      long pid,
      Instant started,
      boolean attachedLate,
      Duration flushEvery)
      implements ReportLine {}

  /** {@code tracked}: the instance watched this column. */
  record Tracked(ColumnName column) implements ReportLine {}

  /** {@code statement}: the normalised text behind a fingerprint. */
  record Statement(String fingerprint, String sql) implements ReportLine {}

  /** {@code usage}: the application used the column. */
  record Usage(ColumnName column, Use use, String fingerprint, String callSite, Seen seen)
      implements ReportLine {}

  /** {@code own}: what the transition's own code executed in a phase. */
  record Own(ColumnName transition, Phase phase, Seen seen) implements ReportLine {}

  /** {@code fallbacks}: fallback reads that found a value in the old column only. */
  record Fallbacks(ColumnName transition, Seen seen) implements ReportLine {}

  /** {@code blind}: what the agent could not see. */
  record Blind(String what, String detail, Seen seen) implements ReportLine {}

  /** {@code end}, the last line: the report is complete. */
  record End(Instant flushed, long sequence, boolean ended, long lines) implements ReportLine {}
}
