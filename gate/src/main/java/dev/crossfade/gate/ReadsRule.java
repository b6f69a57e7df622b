package dev.crossfade.gate;

import dev.crossfade.gate.report.Use;
import java.util.List;

/** {@code reads}: nothing read the column in the window. */
final class ReadsRule implements Rule {

  @Override
  public String id() {
    return "reads";
  }

  @Override
  public Finding judge(Evidence evidence) {
    int unread = Uses.inWindow(evidence, use -> use == Use.FETCHED, "fetches").size();
    return Finding.of(
        id(),
        Uses.inWindow(evidence, Use::reads, "reads"),
        unread == 0
            ? List.of()
            : List.of(
                unread
                    + (unread == 1 ? " statement fetches" : " statements fetch")
                    + " it with *, and nothing asked the result for it"),
        "none in the window");
  }
}
