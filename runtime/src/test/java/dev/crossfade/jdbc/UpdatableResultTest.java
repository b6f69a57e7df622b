package dev.crossfade.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossfade.model.Phase;
import dev.crossfade.phase.Phases;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGResultSetMetaData;

class UpdatableResultTest {

  private static final int SCROLL = ResultSet.TYPE_SCROLL_INSENSITIVE;
  private static final int UPDATABLE = ResultSet.CONCUR_UPDATABLE;

  private static final Users DATABASE = Users.expanded();

  private final Users users = DATABASE.reset();

  @BeforeEach
  void insert() {
    users
        .postgres()
        .run(
            "INSERT INTO users (id, full_name, display_name) VALUES (7, 'a', 'a');"
                + "INSERT INTO orders VALUES (1, 'n')");
  }

  static Stream<Arguments> everyPhaseByEveryName() {
    return Stream.of(Phase.values())
        .flatMap(
            phase ->
                Stream.of(
                        "SELECT id, %s FROM users",
                        "SELECT u.%s, u.id FROM users u WHERE u.%1$s = 'a' ORDER BY u.%1$s",
                        "SELECT %s, age, id FROM ONLY users",
                        "SELECT * FROM users",
                        "SELECT users.* FROM users /* all of it */")
                    .flatMap(
                        query ->
                            Application.NAMES.stream()
                                .map(name -> Arguments.of(phase, query.formatted(name), name))));
  }

  @ParameterizedTest
  @MethodSource("everyPhaseByEveryName")
  void writesWhatThePhaseWrites(Phase phase, String query, String name) throws SQLException {
    try (Connection connection = users.connect(phase);
        Statement statement = connection.createStatement(SCROLL, UPDATABLE);
        ResultSet result = statement.executeQuery(query)) {
      assertThat(result.next()).isTrue();
      assertThat(result.getString(name)).isEqualTo("a");
      result.updateString(name, "b");
      result.updateRow();
      assertThat(result.getString(name)).as("the row shows its update").isEqualTo("b");
      result.refreshRow();
      assertThat(result.getString(name)).as("the row as it is stored").isEqualTo("b");
      result.moveToInsertRow();
      result.updateLong("id", 8);
      result.updateString(result.findColumn(name), "c");
      result.insertRow();
      result.moveToCurrentRow();
      result.last();
      assertThat(result.getString(name)).isEqualTo("c");
      result.deleteRow();
    }
    assertThat(users.rows("SELECT id, full_name, display_name FROM users"))
        .containsExactly(
            "7|" + (phase.writesOld() ? "b" : "a") + "|" + (phase.writesNew() ? "b" : "a"));
  }

  @ParameterizedTest
  @MethodSource("everyPhaseByEveryName")
  void aPreparedOneWritesWhatThePhaseWrites(Phase phase, String query, String name)
      throws SQLException {
    try (Connection connection = users.connect(phase);
        PreparedStatement statement = connection.prepareStatement(query, SCROLL, UPDATABLE);
        ResultSet result = statement.executeQuery()) {
      assertThat(result.next()).isTrue();
      result.updateObject(name, "b");
      result.updateRow();
    }
    assertThat(users.rows("SELECT full_name, display_name FROM users"))
        .containsExactly((phase.writesOld() ? "b" : "a") + "|" + (phase.writesNew() ? "b" : "a"));
  }

  private interface Update {
    void of(ResultSet result) throws SQLException;
  }

  static Stream<Update> updates() {
    return Stream.of(
        result -> result.updateNull("full_name"),
        result -> result.updateString(2, "x"),
        result -> result.updateObject(2, "x"),
        result -> result.updateObject("full_name", "x", 0),
        result -> result.updateCharacterStream("full_name", new StringReader("x"), 1),
        result ->
            result.updateAsciiStream(
                2, new ByteArrayInputStream("x".getBytes(StandardCharsets.US_ASCII)), 1));
  }

  @ParameterizedTest
  @MethodSource("updates")
  void everyWayOfGivingAValueReachesBoth(Update update) throws SQLException {
    try (Connection connection = users.connect(Phase.DUAL_WRITE);
        ResultSet result = open(connection, "SELECT id, full_name FROM users")) {
      result.next();
      update.of(result);
      result.updateRow();
    }
    assertThat(
            users.rows(
                "SELECT full_name IS NOT DISTINCT FROM display_name, COALESCE(full_name, '') <> 'a'"
                    + " FROM users"))
        .containsExactly("t|t");
  }

  @Test
  void cancelledUpdatesReachNeither() throws SQLException {
    try (Connection connection = users.connect(Phase.DUAL_WRITE);
        ResultSet result = open(connection, "SELECT id, full_name, age FROM users")) {
      result.next();
      result.updateString("full_name", "b");
      result.cancelRowUpdates();
      result.updateInt("age", 40);
      result.updateRow();
    }
    assertThat(users.rows("SELECT full_name, display_name, age FROM users"))
        .containsExactly("a|a|40");
  }

  @ParameterizedTest
  @EnumSource
  void theApplicationSeesItsOwnColumnsOnly(Phase phase) throws SQLException {
    try (Connection connection = users.connect(phase);
        PreparedStatement statement =
            connection.prepareStatement("SELECT id, full_name FROM users", SCROLL, UPDATABLE);
        ResultSet result = statement.executeQuery()) {
      for (ResultSetMetaData metaData :
          new ResultSetMetaData[] {result.getMetaData(), statement.getMetaData()}) {
        assertThat(metaData.getColumnCount()).isEqualTo(2);
        assertThat(metaData.getColumnLabel(2)).isEqualTo("full_name");
        assertThat(((PGResultSetMetaData) metaData).getBaseTableName(2)).isEqualTo("users");
      }
      result.next();
      assertThatThrownBy(() -> result.findColumn("display_name"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("display_name");
      assertThatThrownBy(() -> result.updateString(3, "x")).isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> result.updateString("display_name", "x"))
          .isInstanceOf(SQLException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT u.id, u.full_name FROM users u JOIN orders o ON o.id = u.id",
        "SELECT id, upper(full_name) FROM users",
        "SELECT DISTINCT id, full_name FROM users",
        "SELECT id, full_name FROM users UNION ALL SELECT id, full_name FROM users",
        "WITH x AS (SELECT 1) SELECT id, full_name FROM users",
        "SELECT id, full_name FROM (SELECT * FROM users) u",
        "SELECT id, full_name FROM users; SELECT 1",
      })
  void whatCanNotBeLedToBothIsRefused(String query) throws SQLException {
    try (Connection connection = users.connect(Phase.DUAL_WRITE);
        Statement statement = connection.createStatement(SCROLL, UPDATABLE)) {
      assertRefused("updatable-result", () -> statement.executeQuery(query));
      assertRefused(
          "updatable-result", () -> connection.prepareStatement(query, SCROLL, UPDATABLE));
    }
  }

  @Test
  void ofAnotherTableIsTheDriversOwn() throws SQLException {
    try (Connection connection = users.connect(Phase.DUAL_WRITE);
        ResultSet orders = open(connection, "SELECT id, note FROM orders")) {
      orders.next();
      orders.updateString("note", "changed");
      orders.updateRow();
    }
    assertThat(users.rows("SELECT note FROM orders")).containsExactly("changed");
  }

  @Test
  void aPreparedOneFollowsThePhase() throws SQLException {
    Phases phases = Users.phases(Phase.BEFORE);
    try (Connection connection = users.in(phases).getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT id, full_name FROM users WHERE id = ?", SCROLL, UPDATABLE)) {
      statement.setLong(1, 7);
      String stored = "a|a";
      for (Phase phase : Phase.values()) {
        if (phase != Phase.BEFORE) {
          phases.move(Users.RENAME, phase);
        }
        try (ResultSet result = statement.executeQuery()) {
          result.next();
          result.updateString("full_name", phase.name());
          result.updateRow();
        }
        stored =
            (phase.writesOld() ? phase.name() : stored.substring(0, stored.indexOf('|')))
                + "|"
                + (phase.writesNew() ? phase.name() : stored.substring(stored.indexOf('|') + 1));
        assertThat(users.rows("SELECT full_name, display_name FROM users")).containsExactly(stored);
      }
    }
  }

  @Test
  void doesNotOutliveItsPhaseByTwo() throws SQLException {
    Phases phases = Users.phases(Phase.BEFORE);
    try (Connection connection = users.in(phases).getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT id, full_name FROM users", SCROLL, UPDATABLE);
        ResultSet result = statement.executeQuery()) {
      phases.move(Users.RENAME, Phase.DUAL_WRITE);
      phases.move(Users.RENAME, Phase.FALLBACK_READ);
      result.next();
      result.updateString("full_name", "late");
      assertRefused("result-outlived-phase", result::updateRow);
    }
    assertThat(users.rows("SELECT full_name FROM users")).containsExactly("a");
  }

  private static ResultSet open(Connection connection, String query) throws SQLException {
    return connection.createStatement(SCROLL, UPDATABLE).executeQuery(query);
  }

  private static void assertRefused(String problem, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            CrossfadeSqlException.class, e -> assertThat(e.problem().id()).isEqualTo(problem));
  }
}
