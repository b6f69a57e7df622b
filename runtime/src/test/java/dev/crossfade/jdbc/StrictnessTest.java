package dev.crossfade.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossfade.Crossfade;
import dev.crossfade.activity.Activity;
import dev.crossfade.activity.RewriteKind;
import dev.crossfade.activity.TransitionActivity;
import dev.crossfade.activity.UnprovenStatement;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Strictness;
import dev.crossfade.phase.Phases;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** What can not be proven is refused, or passed through where a backfill repairs it. */
class StrictnessTest {

  private static final Users DATABASE = Users.expanded();

  /** A literal, a bound value and a row's value that must never be seen outside. */
  private static final String CANARY = "canary4711";

  private static final String PARTIAL =
      "DO $$ BEGIN UPDATE users SET full_name = 'canary4711' WHERE age = 4711; END $$";

  private final Users users = DATABASE.reset();

  @Test
  void strictRefusesCountsAndLogsAStatementOnce() throws SQLException {
    Phases phases = Users.phases(Phase.DUAL_WRITE);
    try (LogLines log = new LogLines();
        Connection connection = connect(phases, Strictness.STRICT);
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < 3; i++) {
        String sql = PARTIAL.replace("4711", "4711" + i);
        assertRefused("server-side-code", () -> statement.execute(sql));
      }
      assertThat(log.lines()).hasSize(1);
      assertThat(log.lines().get(0))
          .contains("[server-side-code]", "where: users.full_name -> users.display_name")
          .contains("why:", "do:    send its statements from the application", "sql:   do");
      assertNoCanary(log, phases);
    }
    UnprovenStatement refused = only(phases);
    assertThat(refused.refused()).isEqualTo(3);
    assertThat(refused.passed()).isZero();
    assertThat(refused.last()).isAfterOrEqualTo(refused.first());
    assertThat(transition(phases).refused()).isEqualTo(3);
    assertThat(Crossfade.activity(phases).mayDiverge()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"DUAL_WRITE", "FALLBACK_READ"})
  void observePassesAndRecordsThatTheColumnsMayDiffer(Phase phase) throws SQLException {
    users
        .postgres()
        .run("INSERT INTO users (full_name, display_name, age) VALUES ('a', 'a', 4711)");
    Phases phases = Users.phases(phase);
    try (LogLines log = new LogLines();
        Connection connection = connect(phases, Strictness.OBSERVE);
        Statement statement = connection.createStatement()) {
      statement.execute(PARTIAL);
      statement.execute(PARTIAL);
      assertThat(log.lines()).hasSize(1);
      assertThat(log.lines().get(0)).contains("may write one column of two", "server-side-code");
      assertNoCanary(log, phases);
    }
    assertThat(users.rows("SELECT full_name, display_name FROM users"))
        .containsExactly("canary4711|a");
    assertThat(only(phases).passed()).isEqualTo(2);
    assertThat(only(phases).diverging()).isEqualTo(2);
    assertThat(transition(phases).diverging()).isEqualTo(2);
    assertThat(Crossfade.activity(phases).mayDiverge()).isTrue();
    assertThat(Crossfade.activity(phases).strictness()).isEqualTo(Strictness.OBSERVE);
  }

  @ParameterizedTest
  @EnumSource(names = {"DUAL_WRITE", "FALLBACK_READ", "NEW_READ", "AFTER"})
  void observeStillRefusesWhatNoBackfillRepairs(Phase phase) throws SQLException {
    Phases phases = Users.phases(phase);
    String writesNew = PARTIAL.replace("full_name", "display_name");
    try (Connection connection = connect(phases, Strictness.OBSERVE);
        Statement statement = connection.createStatement()) {
      boolean newIsRight = phase.compareTo(Phase.NEW_READ) >= 0;
      if (phase != Phase.AFTER) {
        assertRefused("server-side-code", () -> statement.execute(writesNew));
      }
      if (newIsRight) {
        assertRefused("server-side-code", () -> statement.execute(PARTIAL));
      }
    }
    assertThat(transition(phases).passed()).isZero();
    assertThat(transition(phases).refused()).isPositive();
  }

  @Test
  void aPassedStatementIsJudgedAnewWhenThePhaseMoves() throws SQLException {
    users.postgres().run("INSERT INTO users (full_name, display_name) VALUES ('a', 'a')");
    Phases phases = Users.phases(Phase.FALLBACK_READ);
    try (Connection connection = connect(phases, Strictness.OBSERVE);
        PreparedStatement unproven =
            connection.prepareStatement(
                "UPDATE users SET (full_name, age) = ('x' || random(), ?)")) {
      unproven.setInt(1, 7);
      assertThat(unproven.executeUpdate()).isEqualTo(1);
      phases.move(Users.RENAME, Phase.NEW_READ);
      assertRefused("volatile-expression", unproven::executeUpdate);
      phases.move(Users.RENAME, Phase.FALLBACK_READ);
      assertThat(unproven.executeUpdate()).isEqualTo(1);
    }
    assertThat(users.rows("SELECT left(full_name, 2), display_name, age FROM users"))
        .containsExactly("x0|a|7");
    assertThat(only(phases).passed()).isEqualTo(2);
    assertThat(only(phases).refused()).isEqualTo(1);
  }

  @Test
  void copyObeysIt() throws Exception {
    String sql = "COPY users (age, full_name) FROM STDIN";
    Phases strict = Users.phases(Phase.DUAL_WRITE);
    try (Connection connection = connect(strict, Strictness.STRICT)) {
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      assertRefused("copy-in-transition", () -> copy.copyIn(sql, new StringReader("1\ta\n")));
    }
    assertThat(only(strict).refused()).isEqualTo(1);

    Phases observing = Users.phases(Phase.DUAL_WRITE);
    try (LogLines log = new LogLines();
        Connection connection = connect(observing, Strictness.OBSERVE)) {
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      assertThat(copy.copyIn(sql, new StringReader("1\tcanary4711\n"))).isEqualTo(1);
      assertRefused(
          "copy-in-transition",
          () ->
              copy.copyIn(
                  "COPY users (age, display_name) FROM STDIN", new StringReader("1\tlost\n")));
      assertNoCanary(log, observing);
    }
    assertThat(users.rows("SELECT full_name, display_name FROM users"))
        .containsExactly("canary4711|null");
    assertThat(transition(observing).diverging()).isEqualTo(1);
    assertThat(transition(observing).refused()).isEqualTo(1);
  }

  @Test
  void updatableResultsObeyIt() throws SQLException {
    users.postgres().run("INSERT INTO users (full_name, display_name) VALUES ('a', 'a')");
    String query = "SELECT id, full_name, age + 1 FROM users";
    Phases phases = Users.phases(Phase.DUAL_WRITE);
    try (Connection connection = connect(phases, Strictness.OBSERVE);
        Statement statement =
            connection.createStatement(
                ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE);
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      result.updateString("full_name", "b");
      result.updateRow();
      assertRefused(
          "updatable-result",
          () -> statement.executeQuery("SELECT id, display_name, age + 1 FROM users"));
    }
    assertThat(users.rows("SELECT full_name, display_name FROM users")).containsExactly("b|a");
    assertThat(transition(phases).diverging()).isEqualTo(1);
    assertThat(transition(phases).refused()).isEqualTo(1);
  }

  @Test
  void generatedKeysOfSeveralStatementsPassWithBothColumnsWritten() throws SQLException {
    Phases phases = Users.phases(Phase.DUAL_WRITE);
    String sql =
        "INSERT INTO users (full_name) VALUES ('a'); INSERT INTO users (full_name) VALUES ('b')";
    try (Connection connection = connect(phases, Strictness.OBSERVE);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql, Statement.RETURN_GENERATED_KEYS);
    }
    assertThat(users.rows("SELECT full_name, display_name FROM users ORDER BY id"))
        .containsExactly("a|a", "b|b");
    assertThat(only(phases).problem().id()).isEqualTo("generated-keys-unproven");
    assertThat(only(phases).diverging()).isZero();
  }

  /** Each kind of literal, in a text that is refused because it can be anything but proven. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'canary4711'",
        "'it''s canary4711'",
        "E'it\\'s canary4711'",
        "U&'canary4711'",
        "$tag$canary4711$tag$",
        "$$canary4711$$",
        "4711::text",
        "-4711.4711e1::text",
        "X'4711'::text",
        "B'1'::text /* canary4711 */",
        "'a' -- canary4711",
        "'a'\n'canary4711'",
        "ARRAY['canary4711']::text",
        "'{\"canary4711\": 4711}'::jsonb ->> 'canary4711'",
      })
  void noLiteralIsSeenOutside(String literal) throws SQLException {
    Phases phases = Users.phases(Phase.DUAL_WRITE);
    String refused = "UPDATE users SET (full_name, age) = (random() || (" + literal + "\n), 1)";
    String unparsed = "FROBNICATE users (full_name = " + literal + "\n";
    try (LogLines log = new LogLines();
        Connection connection = connect(phases, Strictness.STRICT);
        Statement statement = connection.createStatement()) {
      assertRefused("volatile-expression", () -> statement.execute(refused));
      assertRefused("unparsed-statement", () -> statement.execute(unparsed));
      assertThat(log.lines()).hasSize(2);
      assertNoCanary(log, phases);
    }
  }

  @Test
  void noBoundValueIsSeenOutside() throws SQLException {
    Phases phases = Users.phases(Phase.FALLBACK_READ);
    String sql = "UPDATE users SET (full_name, age) = (? || random(), ?)";
    try (LogLines log = new LogLines();
        Connection connection = connect(phases, Strictness.OBSERVE);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, CANARY);
      statement.setInt(2, 4711);
      statement.addBatch();
      statement.executeBatch();
      phases.move(Users.RENAME, Phase.NEW_READ);
      assertRefused("volatile-expression", statement::executeUpdate);
      assertNoCanary(log, phases);
    }
  }

  @Test
  void beforeTheTransitionNothingThatPassesCanDiverge() throws SQLException {
    Phases phases = Users.phases(Phase.BEFORE);
    try (Connection connection = connect(phases, Strictness.OBSERVE);
        Statement statement = connection.createStatement()) {
      String lost = PARTIAL.replace("full_name", "display_name");
      assertRefused("server-side-code", () -> statement.execute(lost));
      statement.execute(PARTIAL);
    }
    assertThat(transition(phases).diverging()).isZero();
  }

  @Test
  void observeLeavesTheServersErrorsAlone() throws SQLException {
    Phases phases = Users.phases(Phase.BEFORE);
    try (Connection connection = connect(phases, Strictness.OBSERVE);
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("UPDATE users SET SET full_name = 'canary4711'"))
          .isInstanceOf(org.postgresql.util.PSQLException.class)
          .hasMessageContaining("syntax error");
    }
  }

  @Test
  void whatWasProvenIsCountedByItsKind() throws SQLException {
    Phases phases = Users.phases(Phase.DUAL_WRITE);
    try (Connection connection = connect(phases, Strictness.STRICT);
        Statement statement = connection.createStatement();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO users (full_name) VALUES (?)")) {
      for (int i = 0; i < 5; i++) {
        insert.setString(1, CANARY + i);
        insert.executeUpdate();
      }
      insert.setString(1, "batched");
      insert.addBatch();
      insert.setString(1, "batched too");
      insert.addBatch();
      insert.executeBatch();
      statement.addBatch("INSERT INTO users (full_name) VALUES ('in a batch of texts')");
      statement.executeBatch();
      statement.executeQuery("SELECT display_name FROM users").close();
      statement.executeQuery("SELECT full_name FROM users").close();
      statement.executeQuery("SELECT count(*) FROM orders").close();
    }
    assertThat(transition(phases).rewrites())
        .isEqualTo(
            Map.of(
                RewriteKind.DUAL_WRITE, 7L, RewriteKind.REDIRECTED, 1L, RewriteKind.UNCHANGED, 1L));
    assertThat(transition(phases).phase()).isEqualTo(Phase.DUAL_WRITE);
    assertThat(Crossfade.activity(phases).refusals()).isEmpty();
    assertThat(Crossfade.activity(phases).toString()).doesNotContain(CANARY);
  }

  private Connection connect(Phases phases, Strictness strictness) throws SQLException {
    return Crossfade.wrap(users.plain(), phases, strictness).getConnection();
  }

  private static UnprovenStatement only(Phases phases) {
    Activity activity = Crossfade.activity(phases);
    assertThat(activity.refusals()).hasSize(1);
    return activity.refusals().get(0);
  }

  private static TransitionActivity transition(Phases phases) {
    return Crossfade.activity(phases).transitions().get(0);
  }

  private static void assertNoCanary(LogLines log, Phases phases) {
    assertThat(log.lines()).isNotEmpty().noneMatch(line -> line.contains("4711"));
    assertThat(Crossfade.activity(phases).toString()).doesNotContain("4711");
  }

  private static void assertRefused(String problem, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            CrossfadeSqlException.class,
            e -> {
              assertThat(e.problem().id()).isEqualTo(problem);
              assertThat(e.getMessage()).doesNotContain("4711");
            });
  }
}
