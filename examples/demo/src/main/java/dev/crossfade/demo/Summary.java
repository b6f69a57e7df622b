package dev.crossfade.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How the demo went. Immutable.
 *
 * @param seconds how long it took
 * @param phases what each phase was like
 * @param served requests that were answered rightly
 * @param failed requests that were not
 * @param acknowledged writes that were acknowledged
 * @param audit the table at the end
 * @param reports how many nightly reports there were
 * @param wrongReports how many of them found a user without a name
 * @param gate what the gate said, in order
 * @param problems what went otherwise than it should
 */
record Summary(
    double seconds,
    List<PhaseTimes.Span> phases,
    long served,
    long failed,
    long acknowledged,
    Audit audit,
    long reports,
    long wrongReports,
    List<Ruling> gate,
    List<String> problems) {

  /**
   * One answer of the gate.
   *
   * @param verdict {@code PASS} or {@code HOLD}
   * @param exit the exit code
   * @param holding the rules that hold
   * @param callSite the call site of the nightly job, if it was named
   */
  record Ruling(String verdict, int exit, List<String> holding, String callSite) {

    static Ruling of(Commands.Outcome outcome) {
      return new Ruling(
          outcome.verdict(),
          outcome.exit(),
          outcome.holding(),
          outcome.callSite("com.acme.nightly."));
    }

    private String note() {
      return "exit code "
          + exit
          + (holding.isEmpty() ? "" : ", for " + String.join(" and ", holding))
          + (callSite.isEmpty() ? "" : ": " + callSite);
    }
  }

  /** Whether all of it is as it should be. */
  boolean passed() {
    return problems.isEmpty();
  }

  /** The table at the end. */
  String text() {
    List<String> lines = new ArrayList<>();
    lines.add(row("phase", "seconds", "requests", "failed"));
    phases.forEach(
        span ->
            lines.add(
                row(
                    span.phase(),
                    String.format(Locale.ROOT, "%.1f", span.seconds()),
                    number(span.served()),
                    number(span.failed()))));
    lines.add("");
    lines.add(line("requests served", number(served), ""));
    lines.add(line("requests failed", number(failed), ""));
    lines.add(line("writes acknowledged", number(acknowledged), "each looked up in the database"));
    lines.add(line("rows differing", number(audit.differing()), "of " + number(audit.rows())));
    lines.add(line("nightly reports", number(reports), number(wrongReports) + " of them wrong"));
    gate.forEach(ruling -> lines.add(line("gate", ruling.verdict(), ruling.note())));
    lines.add(line("seconds in all", String.format(Locale.ROOT, "%.1f", seconds), ""));
    return String.join("\n", lines);
  }

  private static String row(String phase, String seconds, String requests, String failed) {
    return String.format("  %-16s %8s %10s %8s", phase, seconds, requests, failed);
  }

  private static String line(String what, String number, String note) {
    return String.format("  %-22s %12s  %s", what, number, note).stripTrailing();
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** The same for programs. */
  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("passed", passed());
    json.put("seconds", seconds);
    json.put("requestsServed", served);
    json.put("requestsFailed", failed);
    json.put("acknowledgedWrites", acknowledged);
    json.put("rows", audit.rows());
    json.put("rowsDiffering", audit.differing());
    json.put("nightlyReports", reports);
    json.put("nightlyReportsWrong", wrongReports);
    ArrayNode spans = json.putArray("phases");
    for (PhaseTimes.Span span : phases) {
      spans
          .addObject()
          .put("phase", span.phase())
          .put("seconds", span.seconds())
          .put("requestsServed", span.served())
          .put("requestsFailed", span.failed());
    }
    ArrayNode rulings = json.putArray("gate");
    for (Ruling ruling : gate) {
      ObjectNode one = rulings.addObject();
      one.put("verdict", ruling.verdict());
      one.put("exit", ruling.exit());
      ruling.holding().forEach(one.putArray("holding")::add);
      one.put("callSite", ruling.callSite());
    }
    problems.forEach(json.putArray("problems")::add);
    return json;
  }
}
