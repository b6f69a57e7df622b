package dev.crossfade.gate;

import dev.crossfade.gate.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * {@code coverage}: the reports of each expected service that watched the column reach back to the
 * start of the window, without a stretch in which an instance may have run unseen.
 */
final class CoverageRule implements Rule {

  @Override
  public String id() {
    return "coverage";
  }

  @Override
  public Finding judge(Evidence evidence) {
    List<Reason> reasons = new ArrayList<>();
    for (String service : evidence.question().expectedServices()) {
      judge(evidence, service, reasons);
    }
    if (evidence.question().expectedServices().isEmpty()) {
      reasons.add(
          new Reason(
              "Nothing says whose reports must cover the window.",
              "the command line",
              "no service is expected",
              "add --expect-service NAME for each service that uses the database"));
    }
    return Finding.of(
        id(), reasons, "all of " + TimeText.of(evidence.question().window()) + " is covered");
  }

  private static void judge(Evidence evidence, String service, List<Reason> reasons) {
    Question question = evidence.question();
    List<Report> watching =
        evidence.reports().of(service).stream()
            .filter(evidence::watched)
            .sorted(Comparator.comparing(Report::started))
            .toList();
    Instant start = question.windowStart();
    if (watching.isEmpty()) {
      reasons.add(
          new Reason(
              "No report of " + service + " covers any of the window.",
              service,
              "no instance of it has watched " + question.column(),
              "run it with the agent for " + TimeText.of(question.window())));
      return;
    }
    Instant first = watching.get(0).started();
    if (first.isAfter(start)) {
      Duration covered = Duration.between(first, question.now());
      reasons.add(
          new Reason(
              "The reports of "
                  + service
                  + " cover too little time: "
                  + TimeText.of(covered)
                  + " of "
                  + TimeText.of(question.window())
                  + ".",
              watching.get(0).who() + ", started " + TimeText.of(first),
              "what " + service + " did before that is unseen",
              "ask again in "
                  + TimeText.of(Duration.between(start, first))
                  + ", or keep its earlier reports in the directory"));
    }
    for (Report report : watching) {
      gapAfter(evidence, report, watching, reasons);
      if (report.live(question.now()) && !question.inWindow(report.flushed())) {
        reasons.add(
            new Reason(
                "A running instance of " + service + " has not flushed since the window began.",
                report.who() + ", last flush " + TimeText.ago(report.flushed(), question.now()),
                "it flushes every "
                    + TimeText.of(report.header().flushEvery())
                    + ", and what it did in the window may not be written yet",
                "ask for a --window that is longer than a few flushes"));
      }
    }
  }

  private static void gapAfter(
      Evidence evidence, Report report, List<Report> watching, List<Reason> reasons) {
    if (!evidence.cutOff(report)) {
      return;
    }
    Instant until =
        watching.stream()
            .map(Report::started)
            .filter(report.flushed()::isBefore)
            .min(Comparator.naturalOrder())
            .orElse(evidence.question().now());
    if (!evidence.question().inWindow(until)) {
      return;
    }
    reasons.add(
        new Reason(
            "A gap in the reports of "
                + report.service()
                + ": "
                + TimeText.of(Duration.between(report.flushed(), until))
                + ".",
            report.who() + ", from " + TimeText.of(report.flushed()) + " to " + TimeText.of(until),
            "it did not say goodbye, so it may have gone on unseen",
            "ask again when the window starts after the gap, or --accept-cut-off "
                + report.instance()
                + "=REASON"));
  }
}
