package dev.crossfade.gate;

import dev.crossfade.gate.report.Report;
import dev.crossfade.gate.report.ReportLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code blind}: in the window no agent missed anything that may have used the column. */
final class BlindRule implements Rule {

  private static final String ATTACHED_LATE = "attached-late";

  @Override
  public String id() {
    return "blind";
  }

  @Override
  public Finding judge(Evidence evidence) {
    Question question = evidence.question();
    List<Reason> reasons = new ArrayList<>();
    for (Report report : evidence.reportsOfWindow()) {
      boolean lateExplained = false;
      for (ReportLine.Blind blind : report.blind()) {
        lateExplained |= blind.what().equals(ATTACHED_LATE);
        if (question.inWindow(blind.seen().last()) && mayConcern(question, report, blind)) {
          reasons.add(reason(question, report, blind));
        }
      }
      if (report.header().attachedLate() && !lateExplained) {
        reasons.add(
            new Reason(
                "The agent of " + report.service() + " was attached late.",
                report.who(),
                "what the instance did before, and when that ended, is unknown",
                "start it with -javaagent instead of attaching, and ask again after "
                    + TimeText.of(question.window())));
      }
    }
    return Finding.of(id(), reasons, "the agents missed nothing");
  }

  /**
   * An unparsed text is another column's only if it names one that the instance watched too, and
   * ours in no spelling, not even by Unicode escapes.
   */
  private static boolean mayConcern(Question question, Report report, ReportLine.Blind blind) {
    if (!blind.what().equals("unparsed")) {
      return true;
    }
    String text = blind.detail().toLowerCase(Locale.ROOT);
    if (text.contains(question.column().column().toLowerCase(Locale.ROOT)) || text.contains("u&")) {
      return true;
    }
    return report.tracked().stream()
        .filter(tracked -> !question.concerns(tracked))
        .noneMatch(tracked -> text.contains(tracked.column().toLowerCase(Locale.ROOT)));
  }

  private static Reason reason(Question question, Report report, ReportLine.Blind blind) {
    return new Reason(
        "The agent of " + report.service() + " could not see everything: " + blind.what() + ".",
        report.who() + (blind.detail().isBlank() ? "" : "\n         " + blind.detail()),
        blind.seen().count()
            + (blind.seen().count() == 1 ? " time" : " times")
            + ", last "
            + TimeText.ago(blind.seen().last(), question.now())
            + ": "
            + meaning(blind.what()),
        remedy(question, blind.what()));
  }

  private static String meaning(String what) {
    return switch (what) {
      case "unparsed" -> "a statement that could not be parsed may use the column";
      case "overflow" -> "more statements or call sites than it could keep";
      case "flush-failed" -> "its report may be older than what it saw";
      case "hook-failed" -> "statements went past it";
      case "unhooked-driver" -> "a database client that it does not watch";
      case ATTACHED_LATE -> "what ran before it was attached is unseen";
      default -> "this gate does not know what that means";
    };
  }

  private static String remedy(Question question, String what) {
    String again = ", and ask again after " + TimeText.of(question.window());
    return switch (what) {
      case "unparsed" -> "look at the statement; rewrite it so that it parses" + again;
      case "overflow" -> "raise the agent's limits" + again;
      case "flush-failed" -> "make its report directory writable" + again;
      case "unhooked-driver" -> "let that code use the PostgreSQL JDBC driver" + again;
      case ATTACHED_LATE -> "start it with -javaagent instead of attaching" + again;
      default -> "see the service's log for the agent's message" + again;
    };
  }
}
