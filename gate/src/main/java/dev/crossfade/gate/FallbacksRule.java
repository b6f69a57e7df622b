package dev.crossfade.gate;

import dev.crossfade.gate.report.Report;
import dev.crossfade.gate.report.ReportLine;
import java.util.ArrayList;
import java.util.List;

/** {@code fallbacks}: no fallback read in the window found its value in the old column only. */
final class FallbacksRule implements Rule {

  @Override
  public String id() {
    return "fallbacks";
  }

  @Override
  public Finding judge(Evidence evidence) {
    Question question = evidence.question();
    List<Reason> reasons = new ArrayList<>();
    for (Report report : evidence.reports().readable()) {
      for (ReportLine.Fallbacks fallbacks : report.fallbacks()) {
        if (question.mayBeOurs(fallbacks.transition())
            && question.inWindow(fallbacks.seen().last())) {
          reasons.add(
              new Reason(
                  fallbacks.seen().count()
                      + " fallback reads of "
                      + report.service()
                      + " found a value in the old column only.",
                  report.who() + ", transition " + fallbacks.transition(),
                  "rows are not migrated; the last was read "
                      + TimeText.ago(fallbacks.seen().last(), question.now()),
                  "crossfade backfill, then crossfade verify, and ask again after "
                      + TimeText.of(question.window())));
        }
      }
    }
    return Finding.of(id(), reasons, "no read still needed the old value");
  }
}
