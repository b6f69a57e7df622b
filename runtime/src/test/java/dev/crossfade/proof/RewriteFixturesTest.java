package dev.crossfade.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.rewrite.Rewriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every statement under {@code rewrites/}, rewritten and run in every phase. */
class RewriteFixturesTest {

  private static final Pattern ASKED =
      Pattern.compile(System.getProperty("crossfade.fixtures", ""));
  private static final Sessions SESSIONS = new Sessions();
  private static final Trial TRIAL = new Trial(SESSIONS, new Rewriter()::rewrite);

  @AfterAll
  static void closeSessions() throws SQLException {
    SESSIONS.close();
  }

  @TestFactory
  Stream<DynamicNode> aRewrittenStatementMeansWhatTheOriginalMeant() {
    Map<String, List<DynamicNode>> files = new LinkedHashMap<>();
    for (Fixture fixture : Fixture.all()) {
      if (fixture.isTooNew() || !isAsked(fixture)) {
        continue;
      }
      List<DynamicNode> tests = files.computeIfAbsent(fixture.file(), f -> new ArrayList<>());
      if (fixture.open() != null) {
        tests.add(
            DynamicTest.dynamicTest(fixture.title() + " is open", () -> isStillOpen(fixture)));
        continue;
      }
      for (Setting setting : fixture.settings(SESSIONS.schema(fixture.schema()))) {
        tests.add(
            DynamicTest.dynamicTest(
                fixture.title() + " in " + setting, () -> tryFixture(fixture, setting)));
      }
    }
    return files.entrySet().stream()
        .map(file -> DynamicContainer.dynamicContainer(file.getKey(), file.getValue()));
  }

  @TestFactory
  Stream<DynamicNode> withoutACatalogAStatementIsStillRewrittenRightOrRefused() {
    return Fixture.all().stream()
        .filter(
            fixture ->
                !fixture.needsCatalog()
                    && fixture.open() == null
                    && !fixture.isTooNew()
                    && isAsked(fixture))
        .map(
            fixture ->
                DynamicTest.dynamicTest(
                    fixture.file() + ": " + fixture.title(), () -> tryWithoutCatalog(fixture)));
  }

  /** Whether file and title match what the property asks for. */
  private static boolean isAsked(Fixture fixture) {
    return ASKED.matcher(fixture.file() + ": " + fixture.title()).find();
  }

  private static void tryFixture(Fixture fixture, Setting setting) throws SQLException {
    assertThat(TRIAL.problems(fixture, setting))
        .as(
            "%s: %s in %s%n%s",
            fixture.file(), fixture.title(), setting, fixture.statements().sql())
        .isEmpty();
  }

  private static void isStillOpen(Fixture fixture) throws SQLException {
    List<String> problems = new ArrayList<>();
    for (Setting setting : fixture.settings(SESSIONS.schema(fixture.schema()))) {
      problems.addAll(TRIAL.problems(fixture, setting));
    }
    problems.removeIf(problem -> problem.startsWith("refusal: "));
    assertThat(problems)
        .as(
            "mended or refused, so take '-- open' away from %s: %s",
            fixture.file(), fixture.title())
        .isNotEmpty();
  }

  private static void tryWithoutCatalog(Fixture fixture) throws SQLException {
    List<String> wrong = new ArrayList<>();
    for (Setting setting : fixture.settings(SESSIONS.schema(fixture.schema()))) {
      List<String> problems = TRIAL.verdict(fixture, setting, false).differences();
      if (!problems.isEmpty()) {
        wrong.add(setting + ": " + problems);
      }
    }
    assertThat(wrong).as(fixture.statements().sql()).isEmpty();
  }
}
