package dev.crossfade.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.model.Rename;
import dev.crossfade.proof.Oracle.Answer;
import dev.crossfade.sql.Analyzer;
import dev.crossfade.sql.Catalog;
import dev.crossfade.sql.Usage;
import dev.crossfade.sql.UsageKind;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * What the analysis says a statement does with the old column, against what PostgreSQL says, asked
 * in three ways. No use may be missed; false alarms are counted.
 */
class AnalysisOracleTest {

  private static final long SEED = Long.getLong("crossfade.random.seed", 20_261_120);
  private static final int STATEMENTS = Integer.getInteger("crossfade.oracle.statements", 800);
  private static final Sessions SESSIONS = new Sessions();

  private final Map<String, OracleTally> tallies = new LinkedHashMap<>();

  @AfterAll
  static void closeSessions() throws SQLException {
    SESSIONS.close();
  }

  @Test
  void noUseOfAFixtureIsMissed() throws SQLException {
    List<Fixture> fixtures = new ArrayList<>(Fixture.all(Path.of("src/test/resources/analysis")));
    fixtures.addAll(Fixture.all());
    for (Fixture fixture : fixtures) {
      if (!fixture.isTooNew()) {
        ask(fixture);
      }
    }
    agree("fixtures");
    assertThat(tallies.get("privileges, with a catalog").used).isGreaterThan(280);
    assertThat(tallies.get("dependencies of a view, with a catalog").used).isGreaterThan(120);
    assertThat(tallies.get("the dropped column, with a catalog").used).isGreaterThan(150);
  }

  @Test
  void noUseOfARandomStatementIsMissed() throws SQLException {
    RandomSchema.Made made = null;
    for (int i = 0; i < STATEMENTS; i++) {
      if (i % 400 == 0) {
        made = RandomSchema.make(i == 0 ? 0 : SEED + i);
        SESSIONS.add(made.schema());
      }
      Choices random = Choices.random(SEED + i);
      RandomStatement.make(random, made, "");
      List<Integer> decisions = new ArrayList<>(random.made());
      // The first decision is the manner of naming: mostly by the old names.
      decisions.set(0, i % 4 == 0 ? 0 : 9);
      ask(RandomStatement.make(Choices.of(decisions), made, "seed " + SEED + " + " + i).fixture());
    }
    agree("random statements, seed " + SEED);
    tallies.forEach(
        (name, tally) -> assertThat(tally.used).as(name).isGreaterThan(STATEMENTS / 20));
  }

  private void ask(Fixture fixture) throws SQLException {
    Session session = SESSIONS.get(fixture.schema(), World.DUAL_WRITE);
    for (Rename rename : session.schema.renames()) {
      if (!names(fixture, session, rename)) {
        continue;
      }
      if (!fixture.statements().isCopy()) {
        ask(fixture, session, rename, "privileges", new PrivilegeOracle());
      }
      ask(fixture, session, rename, "dependencies of a view", new ViewOracle());
      ask(fixture, session, rename, "the dropped column", new DropOracle());
    }
  }

  private void ask(Fixture fixture, Session session, Rename rename, String name, Oracle oracle)
      throws SQLException {
    if (!fixture.statements().setup().isEmpty()) {
      session.catalog().forget();
    }
    try {
      Answer answer = oracle.ask(fixture, session, rename);
      if (answer == null) {
        return;
      }
      try (Statement statement = session.connection().createStatement()) {
        for (String line : fixture.statements().setup()) {
          statement.execute(line);
        }
      }
      tally(name + ", with a catalog")
          .judge(fixture, rename, said(fixture, session.catalog(), rename), answer);
      // Only a catalog knows of views, partitions and children.
      if (!fixture.file().startsWith("reached") && !fixture.file().equals("random")) {
        tally(name + ", without one")
            .judge(fixture, rename, said(fixture, Catalog.unknown(), rename), answer);
      }
    } finally {
      session.connection().rollback();
      if (!fixture.statements().setup().isEmpty()) {
        session.catalog().forget();
      }
    }
  }

  /** Whether the text has the table's name, or that of something through which it is reached. */
  private static boolean names(Fixture fixture, Session session, Rename rename) {
    String text = fixture.statements().sql().toLowerCase(Locale.ROOT);
    return text.contains("u&\"")
        || text.contains(rename.table().name().toLowerCase(Locale.ROOT))
        || session.catalog().reaching(rename.table()).stream().anyMatch(text::contains);
  }

  private OracleTally tally(String name) {
    return tallies.computeIfAbsent(name, n -> new OracleTally());
  }

  private void agree(String what) {
    List<String> misses = new ArrayList<>();
    List<String> alarms = new ArrayList<>();
    tallies.forEach(
        (name, tally) -> {
          System.out.print(tally.table("analysis of " + what + ", against " + name));
          tally.misses.forEach(miss -> misses.add(name + ": " + miss));
          tally.falseAlarms.stream().limit(4).forEach(alarm -> alarms.add(name + ": " + alarm));
        });
    System.out.println("false alarms, for example:\n  " + String.join("\n  ", alarms));
    assertThat(String.join("\n", misses)).isEmpty();
  }

  private static Set<UsageKind> said(Fixture fixture, Catalog catalog, Rename rename) {
    Set<UsageKind> said = new TreeSet<>();
    Analyzer analyzer = new Analyzer(List.of(rename.tracked()));
    for (Usage usage : analyzer.analyze(fixture.statements().sql(), catalog).usages()) {
      said.add(usage.kind());
    }
    return said;
  }
}
