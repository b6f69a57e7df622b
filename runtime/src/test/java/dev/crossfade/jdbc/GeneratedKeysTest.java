package dev.crossfade.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossfade.model.Phase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys come back under the application's names, whatever the phase stores. */
class GeneratedKeysTest {

  private static final Users DATABASE = Users.expanded();

  private final Users users = DATABASE.reset();

  @ParameterizedTest
  @EnumSource
  void ofAPreparedInsertByName(Phase phase) throws SQLException {
    String[] keys = {"id", "display_name", "full_name"};
    try (Connection connection = users.connect(phase);
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO users (display_name) VALUES (?);", keys)) {
      insert.setString(1, "a");
      assertThat(insert.executeUpdate()).isEqualTo(1);
      try (ResultSet returned = insert.getGeneratedKeys()) {
        assertThat(returned.next()).isTrue();
        assertThat(returned.getLong("id")).isEqualTo(1);
        assertThat(returned.getString("display_name")).isEqualTo("a");
        assertThat(returned.getString("full_name")).isEqualTo("a");
        assertThat(returned.getStatement()).isSameAs(insert);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofAPlainUpdateAreAllColumns(Phase phase) throws SQLException {
    try (Connection connection = users.connect(phase);
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO users (full_name) VALUES ('a')");
      statement.executeUpdate(
          "UPDATE users SET full_name = 'b' -- all of them", Statement.RETURN_GENERATED_KEYS);
      try (ResultSet returned = statement.getGeneratedKeys()) {
        assertThat(Users.rows(returned)).containsExactly("1|b|null|b");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofABatch(Phase phase) throws SQLException {
    try (Connection connection = users.connect(phase);
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO users (full_name) VALUES (?)", Statement.RETURN_GENERATED_KEYS)) {
      for (String name : new String[] {"a", "b"}) {
        insert.setString(1, name);
        insert.addBatch();
      }
      insert.executeBatch();
      try (ResultSet returned = insert.getGeneratedKeys()) {
        assertThat(Users.rows(returned)).containsExactly("1|a|null|a", "2|b|null|b");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void areNotAddedToAReturningOfTheApplication(Phase phase) throws SQLException {
    try (Connection connection = users.connect(phase);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO users (full_name) VALUES ('a') RETURNING display_name AS d",
          new String[] {"id"});
      try (ResultSet returned = statement.getGeneratedKeys()) {
        assertThat(returned.getMetaData().getColumnLabel(1)).isEqualTo("d");
        assertThat(Users.rows(returned)).containsExactly("a");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofTwoStatementsAtOnceAreRefused(Phase phase) throws SQLException {
    try (Connection connection = users.connect(phase);
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(
              () ->
                  statement.executeUpdate(
                      "DELETE FROM users; INSERT INTO users (full_name) VALUES ('a')",
                      Statement.RETURN_GENERATED_KEYS))
          .isInstanceOfSatisfying(
              CrossfadeSqlException.class,
              e -> assertThat(e.problem().id()).isEqualTo("generated-keys-unproven"));
      assertThatThrownBy(
              () ->
                  connection.prepareStatement(
                      "INSERT INTO users (full_name) VALUES ('a')", new int[] {1}))
          .isInstanceOf(org.postgresql.util.PSQLException.class)
          .hasMessageContaining("not supported");
    }
  }
}
