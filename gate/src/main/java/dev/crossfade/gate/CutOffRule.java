package dev.crossfade.gate;

import dev.crossfade.gate.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** {@code cut-off}: no instance fell silent without an orderly end. */
final class CutOffRule implements Rule {

  @Override
  public String id() {
    return "cut-off";
  }

  @Override
  public Finding judge(Evidence evidence) {
    Instant now = evidence.question().now();
    List<Reason> reasons = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Report report : evidence.reports().readable()) {
      String accepted = evidence.question().accepted().cutOff().get(report.instance());
      if (!report.cutOff(now)) {
        continue;
      }
      if (accepted != null) {
        notes.add(report.who() + " was cut off, accepted: " + accepted);
      } else {
        reasons.add(
            new Reason(
                report.service()
                    + " was cut off: its last flush is "
                    + TimeText.of(Duration.between(report.flushed(), now))
                    + " old.",
                report.who() + ", " + report.file(),
                "it was killed or hangs, and what it did after that flush is unseen",
                "find out what became of it, then --accept-cut-off "
                    + report.instance()
                    + "=REASON"));
      }
    }
    return Finding.of(id(), reasons, notes, "every instance runs or ended in order");
  }
}
