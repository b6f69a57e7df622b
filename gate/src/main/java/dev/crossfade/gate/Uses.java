package dev.crossfade.gate;

import dev.crossfade.gate.report.Report;
import dev.crossfade.gate.report.ReportLine;
import dev.crossfade.gate.report.Seen;
import dev.crossfade.gate.report.Use;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The uses of the asked column in the window: one reason for each service, version, kind, call site
 * and statement, however many instances did it.
 */
final class Uses {

  private record Key(String service, String version, Use use, String callSite, String statement) {}

  private Uses() {}

  static List<Reason> inWindow(Evidence evidence, Predicate<Use> wanted, String verb) {
    Map<Key, Seen> found = new LinkedHashMap<>();
    for (Report report : evidence.reports().readable()) {
      for (ReportLine.Usage usage : report.usages()) {
        if (wanted.test(usage.use())
            && evidence.question().concerns(usage.column())
            && evidence.question().inWindow(usage.seen().last())) {
          found.merge(key(report, usage), usage.seen(), Uses::add);
        }
      }
    }
    List<Reason> reasons = new ArrayList<>();
    found.forEach((key, seen) -> reasons.add(reason(evidence.question(), key, seen, verb)));
    return reasons;
  }

  private static Key key(Report report, ReportLine.Usage usage) {
    return new Key(
        report.service(),
        report.header().version(),
        usage.use(),
        usage.callSite(),
        report
            .statements()
            .getOrDefault(usage.fingerprint(), "(statement " + usage.fingerprint() + ")"));
  }

  private static Reason reason(Question question, Key key, Seen seen, String verb) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("service", key.service());
    facts.put("version", key.version());
    facts.put("kind", key.use().slug());
    facts.put("callSite", key.callSite());
    facts.put("statement", key.statement());
    facts.put("count", seen.count());
    facts.put("first", seen.first().toString());
    facts.put("last", seen.last().toString());
    return new Reason(
        key.service() + " " + key.version() + " still " + verb + " " + question.column() + ".",
        key.callSite() + "\n         " + key.statement(),
        key.use().slug()
            + " "
            + seen.count()
            + (seen.count() == 1 ? " time" : " times")
            + ", last "
            + TimeText.of(seen.last())
            + " ("
            + TimeText.ago(seen.last(), question.now())
            + ")",
        "change it to use "
            + question.replacement()
            + ", deploy "
            + key.service()
            + ", and ask again after "
            + TimeText.of(question.window()),
        facts);
  }

  private static Seen add(Seen one, Seen other) {
    return new Seen(
        one.count() + other.count(),
        earlier(one.first(), other.first()),
        one.last().isAfter(other.last()) ? one.last() : other.last());
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
