package dev.crossfade.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossfade.Crossfade;
import dev.crossfade.model.Phase;
import dev.crossfade.phase.Phases;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGStatement;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

/** What the driver offers beside plain SQL works on a table in transition too. */
class DriverFeaturesTest {

  private static final Users DATABASE = Users.expanded();

  private final Users users =
      DATABASE.reset(
          """
          CREATE TABLE users (
            id serial PRIMARY KEY, full_name text, display_name text, data jsonb DEFAULT '{"k": 1}');
          INSERT INTO users (full_name, display_name) VALUES ('old', 'new');
          """);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT {fn lcase(display_name)} FROM users",
        "SELECT display_name FROM users WHERE display_name LIKE '%l%' {escape '!'}",
        "SELECT u.display_name FROM {oj users u LEFT OUTER JOIN users v ON u.id = v.id}",
        "SELECT display_name FROM users WHERE {d '2024-02-29'} < current_date",
        "SELECT u.display_name FROM users u WHERE u.data ?? 'k'",
      })
  void escapes(String sql) throws SQLException {
    try (Connection connection = users.connect(Phase.DUAL_WRITE);
        PreparedStatement prepared = connection.prepareStatement(sql)) {
      assertThat(Users.rows(connection, sql)).containsExactly("old");
      assertThat(Users.rows(prepared.executeQuery())).containsExactly("old");
    }
  }

  @Test
  void aQuestionMarkIsAnOperatorInAPlainStatement() throws SQLException {
    try (Connection connection = users.connect(Phase.DUAL_WRITE)) {
      assertThat(Users.rows(connection, "SELECT u.display_name FROM users u WHERE u.data ? 'k'"))
          .containsExactly("old");
    }
  }

  @Test
  void batchesAreStillMergedByTheDriver() throws SQLException {
    PGSimpleDataSource dataSource = (PGSimpleDataSource) users.plain();
    dataSource.setReWriteBatchedInserts(true);
    try (Connection connection =
            Crossfade.wrap(dataSource, Users.phases(Phase.DUAL_WRITE)).getConnection();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO users (full_name) VALUES (?)")) {
      for (int i = 0; i < 4; i++) {
        insert.setString(1, "row " + i);
        insert.addBatch();
      }
      assertThat(insert.executeBatch()).containsOnly(Statement.SUCCESS_NO_INFO);
    }
    assertThat(users.rows("SELECT count(*) FROM users WHERE full_name = display_name"))
        .containsExactly("4");
  }

  @ParameterizedTest
  @EnumSource
  void everyQueryMode(PreferQueryMode mode) throws SQLException {
    PGSimpleDataSource dataSource = (PGSimpleDataSource) users.plain();
    dataSource.setPreferQueryMode(mode);
    Phases phases = Users.phases(Phase.DUAL_WRITE);
    try (Connection connection = Crossfade.wrap(dataSource, phases).getConnection();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO users (full_name) VALUES (?)");
        PreparedStatement select =
            connection.prepareStatement("SELECT display_name FROM users WHERE full_name = ?")) {
      for (Phase phase : new Phase[] {Phase.FALLBACK_READ, Phase.NEW_READ, Phase.AFTER}) {
        insert.setString(1, mode + " " + phase);
        assertThat(insert.executeUpdate()).isEqualTo(1);
        select.setString(1, mode + " " + phase);
        assertThat(Users.rows(select.executeQuery())).containsExactly(mode + " " + phase);
        phases.move(Users.RENAME, phase);
      }
    }
  }

  @Test
  void aPreparedStarOutlivesNewColumnsOnTheServer() throws SQLException {
    try (Connection connection = users.connect(Phase.DUAL_WRITE);
        PreparedStatement star = connection.prepareStatement("SELECT * FROM users")) {
      connection.setAutoCommit(false);
      ((PGStatement) star).setPrepareThreshold(1);
      for (int i = 0; i < 3; i++) {
        assertThat(Users.rows(star.executeQuery())).containsExactly("1|old|old|{\"k\": 1}");
      }
      connection.commit();
      users.postgres().run("ALTER TABLE users ADD added text");
      assertThat(Users.rows(star.executeQuery())).containsExactly("1|old|old|{\"k\": 1}");
    }
  }

  @Test
  void aCursorFetchesInSteps() throws SQLException {
    users.postgres().run("INSERT INTO users (full_name) SELECT 'n' FROM generate_series(1, 99)");
    try (Connection connection = users.connect(Phase.FALLBACK_READ)) {
      connection.setAutoCommit(false);
      try (PreparedStatement select = connection.prepareStatement("SELECT * FROM users")) {
        select.setFetchSize(10);
        select.setMaxRows(95);
        assertThat(Users.rows(select.executeQuery())).hasSize(95);
      }
    }
  }

  @Test
  void severalResultsOfOneText() throws SQLException {
    try (Connection connection = users.connect(Phase.DUAL_WRITE);
        Statement statement = connection.createStatement()) {
      assertThat(
              statement.execute(
                  "UPDATE users SET display_name = 'x'; SELECT full_name, display_name FROM users"))
          .isFalse();
      assertThat(statement.getUpdateCount()).isEqualTo(1);
      assertThat(statement.getMoreResults()).isTrue();
      try (ResultSet result = statement.getResultSet()) {
        assertThat(Users.rows(result)).containsExactly("x|x");
      }
    }
  }

  @Test
  void aCallOnATableInTransition() throws SQLException {
    Phases phases = Users.phases(Phase.BEFORE);
    try (Connection connection = users.in(phases).getConnection();
        CallableStatement lower = connection.prepareCall("{? = call lower(?)}");
        CallableStatement update =
            connection.prepareCall("UPDATE users SET full_name = ? WHERE id = ?")) {
      lower.registerOutParameter(1, Types.VARCHAR);
      lower.setString(2, "ABC");
      lower.execute();
      assertThat(lower.getString(1)).isEqualTo("abc");
      update.setString(1, "called");
      update.setInt(2, 1);
      phases.move(Users.RENAME, Phase.DUAL_WRITE);
      assertThat(update.executeUpdate()).isEqualTo(1);
      assertThatThrownBy(() -> update.registerOutParameter(1, Types.VARCHAR))
          .isInstanceOfSatisfying(
              CrossfadeSqlException.class,
              e -> assertThat(e.problem().id()).isEqualTo("call-in-transition"));
    }
    assertThat(users.rows("SELECT full_name, display_name FROM users"))
        .containsExactly("called|called");
  }

  @Test
  void aBackslashIsRefusedWhereStringsMayEndByIt() throws SQLException {
    try (Connection connection = users.connect(Phase.DUAL_WRITE);
        Statement statement = connection.createStatement()) {
      statement.execute("SET standard_conforming_strings = off");
      assertThatThrownBy(
              () -> statement.execute("UPDATE users SET full_name = 'a\\', display_name = ' b'"))
          .isInstanceOfSatisfying(
              CrossfadeSqlException.class,
              e -> assertThat(e.problem().id()).isEqualTo("backslash-strings"));
      assertThat(statement.executeUpdate("UPDATE users SET full_name = 'b'")).isEqualTo(1);
    }
  }
}
