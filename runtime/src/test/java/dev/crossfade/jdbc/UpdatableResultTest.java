package dev.crossfade.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossfade.model.Phase;
import dev.crossfade.phase.Phases;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UpdatableResultTest {

  private static final String QUERY = "SELECT id, full_name FROM users";

  private static final Users DATABASE = Users.expanded();

  private final Users users = DATABASE.reset();

  @BeforeEach
  void insert() {
    users
        .postgres()
        .run(
            "INSERT INTO users (full_name, display_name) VALUES ('a', 'a');"
                + "INSERT INTO orders VALUES (1, 'n')");
  }

  @ParameterizedTest
  @EnumSource(names = {"DUAL_WRITE", "FALLBACK_READ", "NEW_READ"})
  void isRefusedWhereBothColumnsAreWritten(Phase phase) throws SQLException {
    try (Connection connection = users.connect(phase);
        Statement statement = updatable(connection)) {
      assertRefused("updatable-result", () -> statement.executeQuery(QUERY));
      assertRefused(
          "updatable-result",
          () ->
              connection.prepareStatement(
                  QUERY, ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE));
      try (ResultSet orders = statement.executeQuery("SELECT id, note FROM orders")) {
        update(orders, "note", "changed");
      }
    }
    assertThat(users.rows("SELECT note FROM orders")).containsExactly("changed");
  }

  @Test
  void updatesTheOldColumnBeforeAndTheNewOneAfter() throws SQLException {
    try (Connection connection = users.connect(Phase.BEFORE);
        ResultSet result = updatable(connection).executeQuery(QUERY)) {
      update(result, "full_name", "b");
    }
    try (Connection connection = users.connect(Phase.AFTER);
        Statement statement = updatable(connection)) {
      assertRefused("updatable-result", () -> statement.executeQuery(QUERY));
      update(statement.executeQuery("SELECT id, display_name FROM users"), "display_name", "c");
    }
    assertThat(users.rows("SELECT full_name, display_name FROM users")).containsExactly("b|c");
  }

  @Test
  void doesNotOutliveItsPhaseByTwo() throws SQLException {
    Phases phases = Users.phases(Phase.BEFORE);
    try (Connection connection = users.in(phases).getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                QUERY, ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE);
        ResultSet result = statement.executeQuery()) {
      phases.move(Users.RENAME, Phase.DUAL_WRITE);
      phases.move(Users.RENAME, Phase.FALLBACK_READ);
      assertRefused("result-outlived-phase", () -> update(result, "full_name", "late"));
      assertRefused("updatable-result", statement::executeQuery);
      assertRefused("updatable-result", statement::executeQuery);
    }
    assertThat(users.rows("SELECT full_name FROM users")).containsExactly("a");
  }

  private static Statement updatable(Connection connection) throws SQLException {
    return connection.createStatement(
        ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE);
  }

  private static void update(ResultSet result, String column, String value) throws SQLException {
    assertThat(result.next()).isTrue();
    result.updateString(column, value);
    result.updateRow();
  }

  private static void assertRefused(String problem, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            CrossfadeSqlException.class, e -> assertThat(e.problem().id()).isEqualTo(problem));
  }
}
