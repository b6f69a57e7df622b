package dev.crossfade.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.crossfade.model.Phase;
import java.nio.charset.StandardCharsets;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/**
 * Preparing sends nothing to the server, also where the table has to be looked up first: while a
 * COPY is open the look would wait for its end, in the thread that has to end it.
 */
class WhileCopyingTest {

  private static final Users DATABASE = Users.expanded();

  private final Users users = DATABASE.reset();

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void statementsArePreparedAndBoundWhileACopyIsOpen(boolean seen) throws SQLException {
    try (Connection connection = users.connect(Phase.DUAL_WRITE)) {
      if (seen) {
        use(connection, "INSERT INTO users (full_name) VALUES ('seen before')");
        users.postgres().run("TRUNCATE users RESTART IDENTITY");
      }
      assertTimeoutPreemptively(Duration.ofSeconds(30), () -> prepareWhileCopying(connection));
    }
    assertThat(users.rows("SELECT full_name, display_name FROM users ORDER BY id"))
        .containsExactly("prepared|prepared", "keys|keys", "called|called", "batched|batched");
    assertThat(users.rows("SELECT id, note FROM orders ORDER BY id"))
        .containsExactly("1|copied", "2|prepared");
  }

  private static void prepareWhileCopying(Connection connection) throws SQLException {
    CopyIn copy =
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY orders FROM STDIN");
    try (PreparedStatement insert =
            connection.prepareStatement("INSERT INTO users (display_name) VALUES (?)");
        PreparedStatement keys =
            connection.prepareStatement(
                "INSERT INTO users (full_name) VALUES (?)", Statement.RETURN_GENERATED_KEYS);
        CallableStatement call =
            connection.prepareCall("INSERT INTO users (full_name) VALUES (?)");
        PreparedStatement other = connection.prepareStatement("INSERT INTO orders VALUES (2, ?)");
        Statement batch = connection.createStatement()) {
      insert.setString(1, "prepared");
      keys.setString(1, "keys");
      call.setString(1, "called");
      other.setString(1, "prepared");
      batch.addBatch("INSERT INTO users (full_name) VALUES ('batched')");
      byte[] row = "1\tcopied\n".getBytes(StandardCharsets.US_ASCII);
      copy.writeToCopy(row, 0, row.length);
      copy.endCopy();
      assertThat(insert.executeUpdate()).isEqualTo(1);
      assertThat(keys.executeUpdate()).isEqualTo(1);
      try (ResultSet returned = keys.getGeneratedKeys()) {
        assertThat(returned.next()).isTrue();
        assertThat(returned.getString("display_name")).isEqualTo("keys");
      }
      assertThat(call.executeUpdate()).isEqualTo(1);
      assertThat(batch.executeBatch()).containsExactly(1);
      assertThat(other.executeUpdate()).isEqualTo(1);
    }
  }

  @Test
  void aCopyThatIsReadIsNotDisturbed() throws SQLException {
    users.postgres().run("INSERT INTO orders SELECT i, 'note' FROM generate_series(1, 100000) i");
    try (Connection connection = users.connect(Phase.FALLBACK_READ)) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(30),
          () -> {
            CopyOut copy =
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY orders TO STDOUT");
            int rows = 0;
            try (PreparedStatement read =
                connection.prepareStatement("SELECT display_name FROM users")) {
              while (copy.readFromCopy() != null) {
                rows++;
              }
              assertThat(Users.rows(read.executeQuery())).isEmpty();
            }
            assertThat(rows).isEqualTo(100_000);
          });
    }
  }

  /** A result that is fetched in parts does not hold the connection: the catalog can be asked. */
  @Test
  void aStreamedResultGoesOnAfterALook() throws SQLException {
    users.postgres().run("INSERT INTO orders SELECT i, 'note' FROM generate_series(1, 1000) i");
    try (Connection connection = users.connect(Phase.DUAL_WRITE);
        PreparedStatement stream = connection.prepareStatement("SELECT id FROM orders")) {
      connection.setAutoCommit(false);
      stream.setFetchSize(10);
      int rows = 0;
      try (ResultSet result = stream.executeQuery()) {
        while (result.next()) {
          if (++rows % 100 == 5) {
            use(connection, "INSERT INTO users (full_name) VALUES ('row " + rows + "')");
          }
        }
      }
      connection.commit();
      assertThat(rows).isEqualTo(1000);
    }
    assertThat(users.rows("SELECT count(*) FROM users WHERE full_name = display_name"))
        .containsExactly("10");
  }

  private static void use(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }
}
