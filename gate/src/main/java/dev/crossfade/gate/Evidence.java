package dev.crossfade.gate;

import dev.crossfade.gate.report.Report;
import dev.crossfade.gate.report.Reports;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a verdict rests on. Immutable.
 *
 * @param question what is asked
 * @param reports what the agents wrote
 * @param server what the database said, or null where it was not asked
 */
public record Evidence(Question question, Reports reports, @Nullable ServerEvidence server) {

  /** The reports of instances that may have done something in the window. */
  List<Report> reportsOfWindow() {
    Instant start = question.windowStart();
    return reports.readable().stream().filter(report -> report.reaches(start)).toList();
  }

  /** Whether the instance watched the asked column. */
  boolean watched(Report report) {
    return report.tracked().stream().anyMatch(question::covers);
  }

  /** Whether the instance was killed or hangs, and the operator has not taken that on. */
  boolean cutOff(Report report) {
    return report.cutOff(question.now())
        && !question.accepted().cutOff().containsKey(report.instance());
  }
}
