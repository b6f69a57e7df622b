package dev.crossfade.gate;

import dev.crossfade.gate.report.Report;
import dev.crossfade.gate.report.ReportLine;
import dev.crossfade.gate.report.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code clock}: no report is from the future, and the database's clock agrees with ours. */
final class ClockRule implements Rule {

  @Override
  public String id() {
    return "clock";
  }

  @Override
  public Finding judge(Evidence evidence) {
    Question question = evidence.question();
    List<Reason> reasons = new ArrayList<>();
    for (Report report : evidence.reports().readable()) {
      Instant latest = latest(report);
      if (latest.isAfter(question.now().plus(question.clockTolerance()))) {
        reasons.add(
            new Reason(
                "A report of "
                    + report.service()
                    + " is from the future, "
                    + TimeText.of(Duration.between(question.now(), latest))
                    + " ahead.",
                report.who() + ", " + report.file(),
                "its clock or this machine's is wrong, so nothing says what lies in the window",
                "correct the clocks and ask again"));
      }
    }
    ServerEvidence server = evidence.server();
    if (server != null && server.clockAhead().abs().compareTo(question.clockTolerance()) > 0) {
      reasons.add(
          new Reason(
              "The database's clock and this machine's differ by "
                  + TimeText.of(server.clockAhead())
                  + ".",
              server.where(),
              "nothing says whose reports lie in the window",
              "correct the clocks and ask again"));
    }
    return Finding.of(id(), reasons, "no report is from the future");
  }

  private static Instant latest(Report report) {
    Stream<Seen> seen =
        Stream.of(
                report.usages().stream().map(ReportLine.Usage::seen),
                report.own().stream().map(ReportLine.Own::seen),
                report.fallbacks().stream().map(ReportLine.Fallbacks::seen),
                report.blind().stream().map(ReportLine.Blind::seen))
            .flatMap(all -> all);
    return seen.map(Seen::last)
        .reduce(report.flushed(), (one, other) -> one.isAfter(other) ? one : other);
  }
}
