package dev.crossfade.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check at the end finds what it is there to find. */
class AuditIT {

  private static final int ROWS = 100;

  @TempDir static Path directory;
  private static Stage stage;
  private final Rows promised = new Rows(0, 1, ROWS, new Random(1));

  @BeforeAll
  static void start() throws Exception {
    stage = new Stage(directory, ROWS);
  }

  @AfterAll
  static void stop() throws Exception {
    stage.close();
  }

  @BeforeEach
  void freshTable() throws SQLException {
    change("DROP TABLE users");
    try (Connection connection = stage.server.connect()) {
      Seed.create(connection, ROWS);
    }
  }

  @Test
  void untouchedRowsAreRight() throws SQLException {
    assertThat(differing()).isZero();
  }

  @Test
  void anAcknowledgedWriteThatIsNotThereIsFound() throws SQLException {
    promised.wrote(7, Seed.email(7), "Ada");

    assertThat(differing()).isEqualTo(1);
  }

  @Test
  void anAcknowledgedWriteThatIsThereIsRight() throws SQLException {
    promised.wrote(7, Seed.email(7), "Ada");
    change("UPDATE users SET full_name = 'Ada' WHERE id = 7");

    assertThat(differing()).isZero();
  }

  @Test
  void aWriteThatNobodyMadeIsFound() throws SQLException {
    change("UPDATE users SET full_name = 'Ada' WHERE id = 7");

    assertThat(differing()).isEqualTo(1);
  }

  @Test
  void aSeededRowThatIsGoneIsFound() throws SQLException {
    change("DELETE FROM users WHERE id = 7");

    assertThat(differing()).isEqualTo(1);
  }

  @Test
  void anAddedRowThatIsGoneIsFound() throws SQLException {
    promised.wrote(ROWS + 1, "ada@example.com", "Ada");

    assertThat(differing()).isEqualTo(1);
  }

  @Test
  void aRemovedRowThatIsStillThereIsFound() throws SQLException {
    promised.wrote(7, Seed.email(7), null);

    assertThat(differing()).isEqualTo(1);
  }

  @Test
  void aRowThatNobodyAddedIsFound() throws SQLException {
    change("INSERT INTO users (email, full_name) VALUES ('ada@example.com', 'Ada')");

    assertThat(differing()).isEqualTo(1);
  }

  @Test
  void aWriteWithoutAnAnswerMayHaveHappenedOrNot() throws SQLException {
    promised.perhapsWrote(7, "Ada");
    promised.perhapsWrote(8, "Ada");
    promised.perhapsWrote(9, null);
    promised.perhapsWrote(10, null);
    promised.perhapsAdded("ada@example.com", "Ada");
    change("UPDATE users SET full_name = 'Ada' WHERE id = 7");
    change("DELETE FROM users WHERE id = 9");
    change("INSERT INTO users (email, full_name) VALUES ('ada@example.com', 'Ada')");

    assertThat(differing()).isZero();

    change("UPDATE users SET full_name = 'Barbara' WHERE id = 7");
    assertThat(differing()).isEqualTo(1);
  }

  @Test
  void columnsThatDifferAreCounted() throws SQLException {
    change("ALTER TABLE users ADD display_name text");
    change("UPDATE users SET display_name = full_name WHERE id <> 7");

    try (Connection connection = stage.server.connect()) {
      Audit audit = Audit.of(connection, ROWS, List.of(promised), "full_name", "display_name");
      assertThat(audit.columnsDiffering()).isEqualTo(1);
      assertThat(audit.differing()).isZero();
      assertThat(audit.examples()).containsExactly("row 7");
    }
  }

  @Test
  void aRenameThatIsNotWholeIsFound() throws SQLException {
    assertThat(schema())
        .containsExactlyInAnyOrder("full_name still exists", "there is no display_name");

    change("ALTER TABLE users RENAME full_name TO display_name");
    assertThat(schema()).isEmpty();

    change("ALTER TABLE users ALTER display_name DROP NOT NULL");
    change("DROP INDEX users_full_name_idx");
    change("COMMENT ON COLUMN users.display_name IS 'still ours'");
    assertThat(schema())
        .containsExactlyInAnyOrder(
            "display_name may be NULL",
            "display_name has no index",
            "display_name still has a comment: still ours");
  }

  private static List<String> schema() throws SQLException {
    try (Connection connection = stage.server.connect()) {
      return Schema.problems(connection);
    }
  }

  private long differing() throws SQLException {
    try (Connection connection = stage.server.connect()) {
      return Audit.of(connection, ROWS, List.of(promised), "full_name").differing();
    }
  }

  private static void change(String sql) throws SQLException {
    try (Connection connection = stage.server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
