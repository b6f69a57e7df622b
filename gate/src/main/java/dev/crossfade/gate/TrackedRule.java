package dev.crossfade.gate;

import dev.crossfade.gate.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@code tracked}: every instance that reported in the window watched the column. */
final class TrackedRule implements Rule {

  @Override
  public String id() {
    return "tracked";
  }

  @Override
  public Finding judge(Evidence evidence) {
    List<Reason> reasons = new ArrayList<>();
    for (Report report : evidence.reportsOfWindow()) {
      if (!evidence.watched(report)
          && !evidence.question().accepted().untracked().containsKey(report.service())) {
        reasons.add(reason(evidence.question(), report));
      }
    }
    return Finding.of(
        id(), reasons, evidence.reportsOfWindow().size() + " instances watched the column");
  }

  private static Reason reason(Question question, Report report) {
    boolean elsewhere = report.tracked().stream().anyMatch(question::concerns);
    String watched =
        report.tracked().isEmpty()
            ? "nothing"
            : report.tracked().stream().map(Object::toString).collect(Collectors.joining(", "));
    return new Reason(
        report.service() + " did not watch " + question.column() + ".",
        report.who() + " watched " + watched,
        elsewhere
            ? "it watched the column of one schema, and you asked for whichever schema is found"
            : "its report says nothing about this column",
        elsewhere
            ? "ask for the column with its schema, as it was watched"
            : "let its agent track "
                + question.column()
                + ", or --accept-untracked "
                + report.service()
                + "=REASON if it never uses this table");
  }
}
