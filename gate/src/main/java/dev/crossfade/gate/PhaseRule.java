package dev.crossfade.gate;

import dev.crossfade.gate.report.Report;
import dev.crossfade.gate.report.ReportLine;
import dev.crossfade.model.Phase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code phase}: no instance that may still run has the transition in a phase before AFTER, where
 * its own code writes the old column, and none was there in the window.
 */
final class PhaseRule implements Rule {

  @Override
  public String id() {
    return "phase";
  }

  @Override
  public Finding judge(Evidence evidence) {
    List<Reason> reasons = new ArrayList<>();
    for (Report report : evidence.reports().readable()) {
      boolean ended = report.ended() || acceptedAsGone(evidence, report);
      if (!ended) {
        judge(evidence.question(), report, reasons);
      }
    }
    return Finding.of(id(), reasons, "no running instance is in a phase before AFTER");
  }

  private static boolean acceptedAsGone(Evidence evidence, Report report) {
    return report.cutOff(evidence.question().now()) && !evidence.cutOff(report);
  }

  private static void judge(Question question, Report report, List<Reason> reasons) {
    ReportLine.Own latest = latest(question, report);
    if (latest != null && latest.phase() != Phase.AFTER) {
      reasons.add(
          new Reason(
              report.service() + " runs in phase " + latest.phase() + ".",
              report.who() + ", transition " + latest.transition(),
              "in " + latest.phase() + " its statements still use the old column",
              "move every instance to AFTER (crossfade advance --help), or stop this one"));
      return;
    }
    for (ReportLine.Own own : report.own()) {
      if (question.mayBeOurs(own.transition())
          && own.phase() != Phase.AFTER
          && question.inWindow(own.seen().last())) {
        reasons.add(
            new Reason(
                report.service()
                    + " was in phase "
                    + own.phase()
                    + " "
                    + TimeText.ago(own.seen().last(), question.now())
                    + ".",
                report.who() + ", transition " + own.transition(),
                "the window must lie wholly in AFTER for the instances that run",
                "ask again "
                    + TimeText.of(question.window())
                    + " after its last statement in "
                    + own.phase()));
      }
    }
  }

  private static ReportLine.@Nullable Own latest(Question question, Report report) {
    ReportLine.Own latest = null;
    for (ReportLine.Own own : report.own()) {
      if (question.mayBeOurs(own.transition())
          && (latest == null || own.seen().last().isAfter(latest.seen().last()))) {
        latest = own;
      }
    }
    return latest;
  }
}
