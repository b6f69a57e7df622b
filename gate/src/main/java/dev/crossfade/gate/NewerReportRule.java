package dev.crossfade.gate;

import dev.crossfade.gate.report.Rejected;
import java.util.ArrayList;
import java.util.List;

/** {@code newer-report}: no report is in a format that this gate does not know. */
final class NewerReportRule implements Rule {

  @Override
  public String id() {
    return "newer-report";
  }

  @Override
  public Finding judge(Evidence evidence) {
    List<Reason> reasons = new ArrayList<>();
    for (Rejected rejected : evidence.reports().rejected()) {
      if (rejected.cause() == Rejected.Cause.NEWER) {
        reasons.add(
            new Reason(
                "A report was written by a newer agent.",
                rejected.file() + ": " + rejected.detail(),
                "this gate would overlook what its format does not have",
                "update crossfade to the agent's version and ask again"));
      }
    }
    return Finding.of(id(), reasons, "none");
  }
}
