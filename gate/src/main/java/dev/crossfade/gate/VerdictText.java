package dev.crossfade.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A verdict for people: the answer, a table of rules, then every reason with what to do. */
public final class VerdictText {

  private static final int LONGEST_STATEMENT = 300;

  private VerdictText() {}

  /** The whole text, over several lines, without a trailing line break. */
  public static String of(Verdict verdict) {
    Question question = verdict.evidence().question();
    List<String> lines = new ArrayList<>();
    lines.add(
        verdict.passes()
            ? "PASS  " + question.column() + " may be dropped"
            : "HOLD  " + question.column() + " may not be dropped yet");
    lines.add(
        "      window "
            + TimeText.of(question.windowStart())
            + " to "
            + TimeText.of(question.now())
            + " ("
            + TimeText.of(question.window())
            + "), "
            + count(verdict.evidence().reports().readable().size(), "report"));
    lines.add("");
    for (Finding finding : verdict.findings()) {
      lines.add(
          String.format(
              "  %-18s %-5s %s", finding.rule(), word(finding.outcome()), finding.summary()));
    }
    for (Finding finding : verdict.findings()) {
      for (String note : finding.notes()) {
        lines.add("  note: " + finding.rule() + ": " + note);
      }
    }
    for (Map.Entry<String, String> accepted : question.accepted().all().entrySet()) {
      lines.add("  accepted: " + accepted.getKey() + ": " + accepted.getValue());
    }
    for (Finding finding : verdict.findings()) {
      for (Reason reason : finding.reasons()) {
        lines.add("");
        lines.add(render(finding.rule(), reason));
      }
    }
    if (verdict.passes()) {
      lines.add("");
      lines.add("  next: crossfade contract with the same options");
    }
    return String.join("\n", lines);
  }

  private static String render(String rule, Reason reason) {
    return "["
        + rule
        + "] "
        + reason.message()
        + "\n  where: "
        + cut(reason.where())
        + "\n  why:   "
        + reason.why()
        + "\n  do:    "
        + reason.remedy()
        + "\n  see:   docs/rules/"
        + rule
        + ".md";
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_STATEMENT ? text : text.substring(0, LONGEST_STATEMENT) + "…";
  }

  private static String word(Outcome outcome) {
    return outcome == Outcome.NOT_ASKED ? "-" : outcome.name();
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
