package dev.crossfade.proof;

import dev.crossfade.model.ColumnName;
import dev.crossfade.model.Rename;
import dev.crossfade.rewrite.Rewritten;
import dev.crossfade.sql.Analysis;
import dev.crossfade.sql.Analyzer;
import dev.crossfade.sql.Catalog;
import dev.crossfade.sql.Marker;
import dev.crossfade.sql.Usage;
import dev.crossfade.sql.UsageKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tries a rewriting on fixtures. */
final class Trial {

  private final Sessions sessions;
  private final Rewriting rewriting;
  private final Map<String, Outcome> references = new HashMap<>();

  Trial(Sessions sessions, Rewriting rewriting) {
    this.sessions = sessions;
    this.rewriting = rewriting;
  }

  /** What is wrong with the rewriting of {@code fixture} there; empty if nothing is. */
  List<String> problems(Fixture fixture, Setting setting) throws SQLException {
    List<String> problems = new ArrayList<>();
    Setting reference = fixture.reference(setting);
    Outcome meant = reference(fixture, reference);
    checkReference(fixture, meant, problems);
    Session session = sessions.get(setting);
    List<ColumnName> tracked = setting.schema().renames().stream().map(Rename::tracked).toList();
    Analysis[] analysis = new Analysis[1];
    Rewriting analysed =
        (sql, phases, catalog) -> {
          Rewritten rewritten = rewriting.rewrite(sql, phases, catalog);
          analysis[0] = new Analyzer(tracked).analyze(rewritten.sql(), catalog);
          return rewritten;
        };
    Outcome got = session.run(fixture.statements(), analysed, session.catalog());
    String expectedRefusal = fixture.refusal(setting);
    if (got.refusal() != null || expectedRefusal != null) {
      if (got.refusal() == null || !got.refusal().equals(expectedRefusal)) {
        problems.add("refusal: expected " + expectedRefusal + ", got " + got.refusal());
      }
      return problems;
    }
    String expectedFailure = fixture.failure(setting);
    if (expectedFailure != null) {
      if (!expectedFailure.equals(got.sqlState())) {
        problems.add("error: expected " + expectedFailure + ", got " + got.sqlState());
      }
      return problems;
    }
    List<String> differences = differences(fixture, meant, reference, got, setting);
    problems.addAll(differences);
    if (setting.isUniform()) {
      World world = setting.worlds().values().iterator().next();
      checkText(fixture, analysis[0], world, meant, got.sent(), problems);
    }
    return problems;
  }

  /**
   * What a run there came to, where any refusal will do.
   *
   * @param meant what it means
   * @param got what it did
   * @param differences empty if that is the same, or if it was refused
   */
  record Verdict(Outcome meant, Outcome got, List<String> differences) {}

  /** Runs it with a catalog that knows nothing or with the session's. */
  Verdict verdict(Fixture fixture, Setting setting, boolean withCatalog) throws SQLException {
    Setting reference = fixture.reference(setting);
    Session session = sessions.get(setting);
    Catalog catalog = withCatalog ? session.catalog() : Catalog.unknown();
    Outcome got = session.run(fixture.statements(), rewriting, catalog);
    Outcome meant = reference(fixture, reference);
    boolean judged = got.refusal() == null && fixture.failure(setting) == null;
    return new Verdict(
        meant, got, judged ? differences(fixture, meant, reference, got, setting) : List.of());
  }

  private static List<String> differences(
      Fixture fixture, Outcome meant, Setting reference, Outcome got, Setting setting) {
    List<String> differences =
        Comparison.differences(fixture.statements(), meant, reference, got, setting);
    if (fixture.anyType()) {
      differences.removeIf(difference -> difference.startsWith("types: "));
    }
    if (!differences.isEmpty()) {
      differences.add("sent: " + got.sent().sql());
    }
    return differences;
  }

  private Outcome reference(Fixture fixture, Setting reference) throws SQLException {
    String key = fixture.file() + " " + fixture.title() + " " + reference + reference.order();
    Outcome known = references.get(key);
    if (known == null) {
      known = sessions.get(reference).runAsWritten(fixture.statements());
      references.put(key, known);
    }
    return known;
  }

  /** A statement that means nothing proves nothing. */
  static void checkReference(Fixture fixture, Outcome meant, List<String> problems) {
    if (fixture.error() == null && meant.sqlState() != null) {
      problems.add("fixture: the original fails: " + meant.sqlState() + " " + meant.error());
    }
    if (fixture.error() != null && !fixture.error().equals(meant.sqlState())) {
      problems.add("fixture: the original gives " + meant.sqlState());
    }
    if (meant.isVoid() != fixture.empty()) {
      problems.add("fixture: the original touches " + (fixture.empty() ? "rows" : "no row"));
    }
  }

  private static void checkText(
      Fixture fixture,
      Analysis analysis,
      World world,
      Outcome meant,
      Rewritten sent,
      List<String> problems) {
    String sql = fixture.statements().sql();
    boolean same = sent.isUnchanged(sql);
    if (fixture.names().equals("none") && !same) {
      problems.add("not the same String: " + sent.sql());
    }
    if (!same && sent.parameterCount() != fixture.statements().parameters().size()) {
      problems.add("parameterCount is " + sent.parameterCount());
    }
    Marker marker = Marker.find(sent.sql());
    if (!same && marker == null) {
      problems.add("no marker in: " + sent.sql());
    } else if (!same && marker.steps().stream().anyMatch(step -> step.phase() != world.phase)) {
      problems.add("marker of another phase: " + sent.sql());
    }
    if (!meant.witnessed().isEmpty() && sent.writesBoth() != world.phase.dualWrites()) {
      problems.add("writesBoth is " + sent.writesBoth() + " for: " + sent.sql());
    }
    if (fixture.anyUsage()) {
      return;
    }
    List<Usage> application = marker == null ? analysis.usages() : marker.applicationUsages();
    boolean uses = !application.isEmpty();
    boolean surely =
        application.stream()
            .filter(usage -> !fixture.oldNamed().contains(usage.column().toString()))
            .anyMatch(usage -> usage.kind() != UsageKind.POSSIBLE);
    if (fixture.names().equals("none") || fixture.names().equals("new")) {
      if (surely && analysis.parsed()) {
        problems.add("the old column's use is laid to the application: " + application);
      }
    } else if (!uses) {
      problems.add("the application's use of the old column is hidden in: " + sent.sql());
    }
  }
}
