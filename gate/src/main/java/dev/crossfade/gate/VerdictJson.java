package dev.crossfade.gate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossfade.gate.report.Rejected;
import dev.crossfade.gate.report.Report;
import dev.crossfade.model.Transition;

/** A verdict for programs; the schema stands in {@code docs/gate.md}. */
public final class VerdictJson {

  /** Raised when a field changes its meaning or goes away; new fields do not raise it. */
  private static final int FORMAT = 1;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private VerdictJson() {}

  /** The whole verdict, fields in a stable order. */
  public static ObjectNode of(Verdict verdict) {
    Question question = verdict.evidence().question();
    Transition transition = question.transition();
    ObjectNode json = NODES.objectNode();
    json.put("format", FORMAT);
    json.put("verdict", verdict.outcome().name());
    json.put("column", question.column().toString());
    json.put("transition", transition == null ? null : transition.id().toString());
    json.put("now", question.now().toString());
    ObjectNode window = json.putObject("window");
    window.put("from", question.windowStart().toString());
    window.put("to", question.now().toString());
    window.put("seconds", question.window().toSeconds());
    question.expectedServices().forEach(json.putArray("expectedServices")::add);
    ArrayNode rules = json.putArray("rules");
    verdict.findings().forEach(finding -> rules.add(finding(finding)));
    ObjectNode accepted = json.putObject("accepted");
    question.accepted().all().forEach(accepted::put);
    ArrayNode reports = json.putArray("reports");
    verdict
        .evidence()
        .reports()
        .readable()
        .forEach(report -> reports.add(report(report, question)));
    ArrayNode rejected = json.putArray("rejected");
    verdict.evidence().reports().rejected().forEach(file -> rejected.add(rejected(file)));
    return json;
  }

  private static ObjectNode finding(Finding finding) {
    ObjectNode json = NODES.objectNode();
    json.put("rule", finding.rule());
    json.put("outcome", finding.outcome().name());
    json.put("summary", finding.summary());
    ArrayNode reasons = json.putArray("reasons");
    for (Reason reason : finding.reasons()) {
      ObjectNode one = reasons.addObject();
      one.put("message", reason.message());
      one.put("where", reason.where());
      one.put("why", reason.why());
      one.put("do", reason.remedy());
      ObjectNode facts = one.putObject("facts");
      reason.facts().forEach(facts::putPOJO);
    }
    finding.notes().forEach(json.putArray("notes")::add);
    json.put("page", "docs/rules/" + finding.rule() + ".md");
    return json;
  }

  private static ObjectNode report(Report report, Question question) {
    ObjectNode json = NODES.objectNode();
    json.put("file", report.file().toString());
    json.put("service", report.service());
    json.put("version", report.header().version());
    json.put("instance", report.instance());
    json.put("started", report.started().toString());
    json.put("flushed", report.flushed().toString());
    json.put("sequence", report.end().sequence());
    json.put(
        "state", report.ended() ? "ended" : report.cutOff(question.now()) ? "cut-off" : "running");
    return json;
  }

  private static ObjectNode rejected(Rejected file) {
    ObjectNode json = NODES.objectNode();
    json.put("file", file.file().toString());
    json.put("cause", file.cause().name());
    json.put("detail", file.detail());
    return json;
  }
}
