package dev.crossfade.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossfade.model.Phase;
import dev.crossfade.phase.Phases;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatementTest {

  private static final Users USERS = Users.expanded();

  @ParameterizedTest
  @EnumSource
  void aPreparedInsertStoresWhatThePhaseStores(Phase phase) throws SQLException {
    String name = "prepared " + phase;
    try (Connection connection = USERS.connect(phase);
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO users (age, display_name) VALUES (?, ?)")) {
      insert.setInt(1, 40);
      insert.setString(2, name);
      assertThat(insert.executeUpdate()).isEqualTo(1);
    }
    assertThat(stored(name)).isEqualTo(phase);
  }

  @ParameterizedTest
  @EnumSource
  void aPlainInsertStoresWhatThePhaseStores(Phase phase) throws SQLException {
    String name = "plain " + phase;
    try (Connection connection = USERS.connect(phase);
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO users (full_name) VALUES ('" + name + "')");
    }
    assertThat(stored(name)).isEqualTo(phase);
  }

  @Test
  void oneValueIsBoundToBothColumns() throws SQLException {
    try (Connection connection = USERS.connect(Phase.DUAL_WRITE);
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO users (full_name, age) VALUES (?, ?)")) {
      insert.setString(1, "both");
      insert.setInt(2, 7);
      insert.executeUpdate();
    }
    assertThat(
            USERS.rows("SELECT full_name, display_name, age FROM users WHERE full_name = 'both'"))
        .containsExactly("both|both|7");
  }

  @Test
  void aStatementThatWasPreparedBeforeThePhaseMovedUsesTheNewPhase() throws SQLException {
    Phases phases = Users.phases(Phase.BEFORE);
    try (Connection connection = USERS.in(phases).getConnection();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO users (age, full_name) VALUES (?, ?)")) {
      insert.setInt(1, 1);
      insert.setString(2, "first");
      insert.setFetchSize(17);
      insert.executeUpdate();
      insert.setString(2, "second");
      phases.move(Users.RENAME, Phase.DUAL_WRITE);
      insert.executeUpdate();
      assertThat(insert.getFetchSize()).isEqualTo(17);
    }
    assertThat(
            USERS.rows("SELECT full_name, display_name, age FROM users WHERE age = 1 ORDER BY id"))
        .containsExactly("first|null|1", "second|second|1");
  }

  @Test
  void aBatchIsExecutedInThePhaseOfItsExecution() throws SQLException {
    Phases phases = Users.phases(Phase.BEFORE);
    try (Connection connection = USERS.in(phases).getConnection();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO users (age, full_name) VALUES (?, ?)");
        Statement plain = connection.createStatement()) {
      insert.setInt(1, 2);
      for (String name : new String[] {"row 1", "row 2", "row 3"}) {
        insert.setString(2, name);
        insert.addBatch();
        plain.addBatch("UPDATE users SET full_name = 'renamed' WHERE full_name = '" + name + "'");
        plain.clearBatch();
      }
      plain.addBatch("INSERT INTO users (age, full_name) VALUES (2, 'plain row')");
      phases.move(Users.RENAME, Phase.DUAL_WRITE);
      phases.move(Users.RENAME, Phase.FALLBACK_READ);
      assertThat(insert.executeBatch()).containsExactly(1, 1, 1);
      assertThat(plain.executeBatch()).containsExactly(1);
      assertThat(insert.executeBatch()).isEmpty();
    }
    assertThat(USERS.rows("SELECT full_name, display_name FROM users WHERE age = 2 ORDER BY id"))
        .containsExactly("row 1|row 1", "row 2|row 2", "row 3|row 3", "plain row|plain row");
  }

  @Test
  void aRefusalIsAnSqlExceptionThatTeachesAndSendsNothing() throws SQLException {
    try (Connection connection = USERS.connect(Phase.DUAL_WRITE);
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(
              () -> statement.execute("UPDATE users SET (full_name, age) = (random()::text, 1)"))
          .isInstanceOfSatisfying(
              CrossfadeSqlException.class,
              e -> {
                assertThat(e.getSQLState()).isEqualTo("0A000");
                assertThat(e.problem().id()).isEqualTo("volatile-expression");
              })
          .hasMessageContaining("users.full_name -> users.display_name");
    }
  }

  @Test
  void anErrorOfTheServerComesThroughAsItIs() throws SQLException {
    try (Connection connection = USERS.connect(Phase.DUAL_WRITE);
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(
              () -> statement.execute("INSERT INTO users (full_name, age) VALUES ('e', 'x')"))
          .isInstanceOf(org.postgresql.util.PSQLException.class)
          .hasMessageContaining("invalid input syntax for type integer");
    }
  }

  /** The phase that stores a row as this one is stored. */
  private static Phase stored(String name) throws SQLException {
    boolean old = !USERS.rows("SELECT 1 FROM users WHERE full_name = '" + name + "'").isEmpty();
    boolean fresh =
        !USERS.rows("SELECT 1 FROM users WHERE display_name = '" + name + "'").isEmpty();
    Phase named = Phase.valueOf(name.substring(name.indexOf(' ') + 1));
    assertThat(named.writesOld()).isEqualTo(old);
    assertThat(named.writesNew()).isEqualTo(fresh);
    return named;
  }
}
