package dev.crossfade.gate;

import dev.crossfade.gate.report.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** {@code expected-services}: every service that uses the database reported in the window. */
final class ExpectedServicesRule implements Rule {

  @Override
  public String id() {
    return "expected-services";
  }

  @Override
  public Finding judge(Evidence evidence) {
    Question question = evidence.question();
    List<Reason> reasons = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    if (question.expectedServices().isEmpty()) {
      reasons.add(
          new Reason(
              "No service is expected to have reported.",
              "the command line",
              "without the list of services that use the database, silence would pass for disuse",
              "add --expect-service NAME for each service that uses the database"));
    }
    for (String service : question.expectedServices()) {
      judge(evidence, service, reasons, notes);
    }
    return Finding.of(
        id(), reasons, notes, question.expectedServices().size() + " of them reported");
  }

  private static void judge(
      Evidence evidence, String service, List<Reason> reasons, List<String> notes) {
    Instant now = evidence.question().now();
    List<Report> reports = evidence.reports().of(service);
    if (reports.isEmpty()) {
      reasons.add(
          new Reason(
              service + " has not reported.",
              directories(evidence) + present(evidence),
              "it may use the column, and nobody has watched it",
              "start "
                  + service
                  + " with the agent (-javaagent:crossfade-agent.jar), or correct the name"));
      return;
    }
    Report latest = reports.stream().max(Comparator.comparing(Report::flushed)).orElseThrow();
    if (!evidence.question().inWindow(latest.flushed())) {
      reasons.add(
          new Reason(
              service + " was silent in the window.",
              latest.who() + ", last heard of " + TimeText.ago(latest.flushed(), now),
              "what it does now is unknown: it may have lost its agent",
              "let it run with the agent, or ask for a longer --window that reaches back to it"));
    } else if (reports.stream().noneMatch(report -> report.live(now))) {
      notes.add(
          "no instance of "
              + service
              + " runs now; the last was heard of "
              + TimeText.ago(latest.flushed(), now));
    }
  }

  private static String directories(Evidence evidence) {
    return evidence.reports().directories().stream()
        .map(Object::toString)
        .collect(Collectors.joining(", "));
  }

  private static String present(Evidence evidence) {
    String names =
        evidence.reports().readable().stream()
            .map(Report::service)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? " (no report at all)" : " (reports of: " + names + ")";
  }
}
