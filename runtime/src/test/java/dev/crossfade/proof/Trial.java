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

  /** What is wrong with the rewriting of {@code fixture} in {@code world}; empty if nothing is. */
  List<String> problems(Fixture fixture, World world) throws SQLException {
    List<String> problems = new ArrayList<>();
    Schema schema = sessions.schema(fixture.schema());
    World reference = fixture.reference(world);
    Outcome meant = reference(fixture, reference);
    checkReference(fixture, meant, problems);
    Session session = sessions.get(fixture.schema(), world);
    List<ColumnName> tracked = schema.renames().stream().map(Rename::tracked).toList();
    Analysis[] analysis = new Analysis[1];
    Rewriting analysed =
        (sql, phases, catalog) -> {
          Rewritten rewritten = rewriting.rewrite(sql, phases, catalog);
          analysis[0] = new Analyzer(tracked).analyze(rewritten.sql(), catalog);
          return rewritten;
        };
    Outcome got = session.run(fixture.statements(), analysed, session.catalog());
    String expectedRefusal = fixture.refused().get(world);
    if (got.refusal() != null || expectedRefusal != null) {
      if (got.refusal() == null || !got.refusal().equals(expectedRefusal)) {
        problems.add("refusal: expected " + expectedRefusal + ", got " + got.refusal());
      }
      return problems;
    }
    if (fixture.failing().containsKey(world)) {
      if (!fixture.failing().get(world).equals(got.sqlState())) {
        problems.add("error: expected " + fixture.failing().get(world) + ", got " + got.sqlState());
      }
      return problems;
    }
    List<String> differences =
        Comparison.differences(fixture.statements(), schema, meant, reference, got, world);
    if (fixture.anyType()) {
      differences.removeIf(difference -> difference.startsWith("types: "));
    }
    if (!differences.isEmpty()) {
      problems.addAll(differences);
      problems.add("sent: " + got.sent().sql());
    }
    checkText(fixture, analysis[0], world, meant, got.sent(), problems);
    return problems;
  }

  /**
   * The same where any refusal will do, with a catalog that knows nothing or with the session's.
   *
   * @return the differences; null if it was refused
   */
  List<String> differencesUnlessRefused(Fixture fixture, World world, boolean withCatalog)
      throws SQLException {
    World reference = fixture.reference(world);
    Session session = sessions.get(fixture.schema(), world);
    Catalog catalog = withCatalog ? session.catalog() : Catalog.unknown();
    Outcome got = session.run(fixture.statements(), rewriting, catalog);
    if (got.refusal() != null || fixture.failing().containsKey(world)) {
      return null;
    }
    List<String> problems =
        Comparison.differences(
            fixture.statements(),
            sessions.schema(fixture.schema()),
            reference(fixture, reference),
            reference,
            got,
            world);
    if (fixture.anyType()) {
      problems.removeIf(difference -> difference.startsWith("types: "));
    }
    if (!problems.isEmpty()) {
      problems.add("sent: " + got.sent().sql());
    }
    return problems;
  }

  private Outcome reference(Fixture fixture, World world) throws SQLException {
    String key = fixture.file() + " " + fixture.title() + " " + world;
    Outcome known = references.get(key);
    if (known == null) {
      known = sessions.get(fixture.schema(), world).runAsWritten(fixture.statements());
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
    boolean surely = application.stream().anyMatch(usage -> usage.kind() != UsageKind.POSSIBLE);
    if (fixture.names().equals("none") || fixture.names().equals("new")) {
      if (surely && analysis.parsed()) {
        problems.add("the old column's use is laid to the application: " + application);
      }
    } else if (!uses) {
      problems.add("the application's use of the old column is hidden in: " + sent.sql());
    }
  }
}
