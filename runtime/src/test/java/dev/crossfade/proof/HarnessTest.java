package dev.crossfade.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Problem;
import dev.crossfade.rewrite.Rewritten;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The oracle itself: that it accepts what is right and catches what is wrong. */
class HarnessTest {

  private static final Sessions SESSIONS = new Sessions();

  /**
   * Syntax error; feature not supported; no such function; not a type that can be subscripted; no
   * such FROM item or column, for {@code old} and {@code new}.
   */
  private static final Set<String> TOO_OLD =
      Set.of("42601", "0A000", "42883", "42804", "42P01", "42703");

  @AfterAll
  static void closeSessions() throws SQLException {
    SESSIONS.close();
  }

  @Test
  void everyFixtureMeansSomethingWhereItMeansIt() throws SQLException {
    List<String> wrong = new ArrayList<>();
    Set<String> titles = new HashSet<>();
    for (Fixture fixture : Fixture.all()) {
      if (!titles.add(fixture.file() + fixture.title())) {
        wrong.add(fixture.file() + ": twice: " + fixture.title());
      }
      for (Setting reference : references(fixture)) {
        Outcome meant = SESSIONS.get(reference).runAsWritten(fixture.statements());
        if (fixture.isTooNew()) {
          if (!fixture.misread() && !TOO_OLD.contains(String.valueOf(meant.sqlState()))) {
            wrong.add(fixture.file() + ": " + fixture.title() + ": this server knows the syntax");
          }
          continue;
        }
        List<String> problems = new ArrayList<>();
        Trial.checkReference(fixture, meant, problems);
        if (!problems.isEmpty()) {
          wrong.add(
              fixture.file()
                  + ": "
                  + fixture.title()
                  + " in "
                  + reference
                  + ": "
                  + problems
                  + "\n"
                  + fixture.statements().sql());
        }
      }
    }
    assertThat(String.join("\n\n", wrong)).isEmpty();
  }

  private static Set<Setting> references(Fixture fixture) {
    Set<Setting> references = new HashSet<>();
    for (Setting setting : fixture.settings(SESSIONS.schema(fixture.schema()))) {
      references.add(fixture.reference(setting));
    }
    return references;
  }

  @Test
  void aRightRewritingPasses() throws SQLException {
    assertThat(
            differences(
                "SELECT display_name FROM users",
                World.DUAL_WRITE,
                "SELECT full_name AS display_name FROM users"))
        .isEmpty();
    assertThat(
            differences(
                "UPDATE users SET display_name = ? WHERE id = 1",
                World.FALLBACK_READ,
                "UPDATE users SET full_name = ?, display_name = ? WHERE id = 1",
                0,
                0))
        .isEmpty();
  }

  @Test
  void aChangedLabelIsCaught() throws SQLException {
    assertThat(
            differences(
                "SELECT display_name FROM users", World.DUAL_WRITE, "SELECT full_name FROM users"))
        .singleElement()
        .asString()
        .startsWith("labels");
  }

  @Test
  void aReadOfTheStaleColumnIsCaught() throws SQLException {
    String sql = "SELECT display_name FROM users";
    assertThat(differences(sql, World.DUAL_WRITE, sql)).isNotEmpty();
    assertThat(differences(sql, World.BEFORE_ADDED, sql)).isNotEmpty();
    assertThat(differences(sql, World.FALLBACK_READ, sql)).isNotEmpty();
    String old = "SELECT full_name AS display_name FROM users";
    assertThat(differences(sql, World.AFTER_STALE, old)).isNotEmpty();
    assertThat(differences(sql, World.NEW_READ_BESIDE_AFTER, old)).isNotEmpty();
    assertThat(differences(sql, World.AFTER_DENIED, old)).asString().contains("42501");
  }

  @Test
  void aChangedTypeIsCaught() throws SQLException {
    assertThat(
            differences(
                "SELECT display_name FROM users",
                World.BEFORE_MISSING,
                "SELECT full_name::varchar AS display_name FROM users"))
        .singleElement()
        .asString()
        .startsWith("types");
  }

  @Test
  void aLostWriteIsCaught() throws SQLException {
    String sql = "UPDATE users SET display_name = 'x' WHERE id = 1";
    for (World world : List.of(World.DUAL_WRITE, World.FALLBACK_READ, World.NEW_READ)) {
      assertThat(differences(sql, world, sql)).asString().contains("diverged");
      assertThat(differences(sql, world, sql.replace("display_name", "full_name")))
          .asString()
          .contains("diverged");
    }
  }

  @Test
  void aValueThatWasAlreadyThereMustStillBeWritten() throws SQLException {
    assertThat(
            differences(
                "UPDATE users SET display_name = 'Ada' WHERE id = 1",
                World.FALLBACK_READ,
                "UPDATE users SET full_name = 'Ada' WHERE id = 1"))
        .asString()
        .contains("diverged");
  }

  @Test
  void aWriteOfTheRetiredColumnIsCaught() throws SQLException {
    assertThat(
            differences(
                "UPDATE users SET display_name = 'x' WHERE id = 1",
                World.AFTER_STALE,
                "UPDATE users SET display_name = 'x', full_name = 'x' WHERE id = 1"))
        .asString()
        .contains("AFTER wrote the old column");
  }

  @Test
  void aSecondEvaluationIsCaught() throws SQLException {
    List<String> differences =
        differences(
            "UPDATE users SET display_name = next_code() WHERE id = 1",
            World.NEW_READ,
            "UPDATE users SET display_name = next_code(), full_name = next_code() WHERE id = 1");
    assertThat(differences).asString().contains("diverged").contains("sequences");
  }

  @Test
  void swappedParametersAreCaught() throws SQLException {
    assertThat(
            run(
                "UPDATE users SET display_name = ?, email = ? WHERE id = 1",
                World.AFTER_STALE,
                new Rewritten(
                    "UPDATE users SET display_name = ?, email = ? WHERE id = 1",
                    new int[] {1, 0},
                    2,
                    false,
                    false),
                "text 'a', text 'b'"))
        .asString()
        .contains("stored");
  }

  @Test
  void anErrorIsNotTakenForAResult() throws SQLException {
    assertThat(
            differences(
                "SELECT display_name FROM users", World.AFTER_STALE, "SELECT nothing FROM users"))
        .singleElement()
        .asString()
        .startsWith("error: expected none, got 42703");
  }

  @Test
  void aRefusalThatTheFixtureDoesNotNameIsCaught() throws SQLException {
    Fixture fixture = Fixture.all().get(0);
    Trial trial =
        new Trial(
            SESSIONS,
            (sql, phases, catalog) -> {
              throw new CrossfadeException(new Problem("not-today", "m", "w", "y", "r"));
            });
    assertThat(
            trial.problems(
                fixture, Setting.of(SESSIONS.schema(fixture.schema()), World.AFTER_STALE)))
        .contains("refusal: expected null, got not-today");
  }

  private static List<String> differences(String sql, World world, String rewritten, int... sources)
      throws SQLException {
    int[] mapping = sources.length == 0 ? null : sources;
    return run(
        sql,
        world,
        new Rewritten(rewritten, mapping, sources.length == 0 ? 0 : 1, false, false),
        sources.length == 0 ? "" : "text 'x'");
  }

  private static List<String> run(String sql, World world, Rewritten rewritten, String parameters)
      throws SQLException {
    Statements statements =
        Statements.of(sql, parameters.isEmpty() ? List.of() : Parameter.parse(parameters));
    Outcome meant = SESSIONS.get("users", World.FINISHED).runAsWritten(statements);
    Session session = SESSIONS.get("users", world);
    Outcome got = session.run(statements, (s, phases, catalog) -> rewritten, session.catalog());
    return Comparison.differences(
        statements, meant, Setting.of(session.schema, World.FINISHED), got, session.setting);
  }
}
