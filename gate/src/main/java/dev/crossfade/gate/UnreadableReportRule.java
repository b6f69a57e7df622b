package dev.crossfade.gate;

import dev.crossfade.gate.report.Rejected;
import java.util.ArrayList;
import java.util.List;

/** {@code unreadable-report}: every file in the report directories is a complete report. */
final class UnreadableReportRule implements Rule {

  @Override
  public String id() {
    return "unreadable-report";
  }

  @Override
  public Finding judge(Evidence evidence) {
    List<Reason> reasons = new ArrayList<>();
    for (Rejected rejected : evidence.reports().rejected()) {
      if (rejected.cause() != Rejected.Cause.NEWER) {
        reasons.add(
            new Reason(
                switch (rejected.cause()) {
                  case TRUNCATED -> "A report is cut off.";
                  case CONTRADICTION -> "Two reports contradict each other.";
                  default -> "A report can not be read.";
                },
                rejected.file() + ": " + rejected.detail(),
                "what it should have said is unknown: it may be a use of the column",
                "let the instance flush again, restore the file, or, if it never was a report, move"
                    + " it away"));
      }
    }
    return Finding.of(
        id(), reasons, evidence.reports().readable().size() + " reports are complete");
  }
}
