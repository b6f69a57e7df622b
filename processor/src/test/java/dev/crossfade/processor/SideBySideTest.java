package dev.crossfade.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.model.Phase;
import dev.crossfade.processor.entities.User;
import dev.crossfade.processor.entities.UserCrossfade;
import dev.crossfade.testing.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Two versions of a service in neighbouring phases write and read the same rows. */
class SideBySideTest {

  private static Postgres postgres;
  private Connection connection;

  @BeforeAll
  static void start() {
    postgres = Postgres.database();
  }

  @BeforeEach
  void connect() throws SQLException {
    connection = postgres.connect();
    run("DROP TABLE IF EXISTS users");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @ParameterizedTest
  @EnumSource(value = Phase.class, mode = Mode.EXCLUDE, names = "AFTER")
  void whatOneWritesTheOtherReads(Phase phase) throws SQLException {
    bothColumns();
    Phase next = Objects.requireNonNull(phase.next());
    for (List<Phase> pair : List.of(List.of(phase, next), List.of(next, phase))) {
      UserCrossfade writer = in(pair.get(0));
      UserCrossfade reader = in(pair.get(1));
      long id = pair.get(0).ordinal() * 10L + 1;

      writer.insert(connection, new User(id, "Ada", "a@b.c"));
      assertThat(reader.find(connection, id)).isEqualTo(new User(id, "Ada", "a@b.c"));

      writer.update(connection, new User(id, "Lovelace", "l@b.c"));
      assertThat(reader.find(connection, id)).isEqualTo(new User(id, "Lovelace", "l@b.c"));

      reader.update(connection, new User(id, "Byron", null));
      assertThat(writer.find(connection, id)).isEqualTo(new User(id, "Byron", null));

      writer.update(connection, new User(id, null, null));
      assertThat(reader.find(connection, id)).isEqualTo(new User(id, null, null));
    }
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void everyPhaseReadsItsOwnWrites(Phase phase) throws SQLException {
    bothColumns();
    UserCrossfade users = in(phase);
    users.insert(connection, new User(1, "Ada", "a@b.c"));
    users.insert(connection, new User(2, null, null));
    assertThat(users.find(connection, 1)).isEqualTo(new User(1, "Ada", "a@b.c"));
    assertThat(users.find(connection, 2)).isEqualTo(new User(2, null, null));
    assertThat(users.find(connection, 3)).isNull();
    assertThat(users.update(connection, new User(3, "nobody", null))).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      value = Phase.class,
      names = {"DUAL_WRITE", "FALLBACK_READ", "NEW_READ"})
  void oneCallWritesBothColumns(Phase phase) throws SQLException {
    bothColumns();
    in(phase).insert(connection, new User(1, "Ada", null));
    assertThat(row("SELECT full_name, display_name FROM users")).containsExactly("Ada", "Ada");
    in(phase).update(connection, new User(1, "Byron", null));
    assertThat(row("SELECT full_name, display_name FROM users")).containsExactly("Byron", "Byron");
  }

  @ParameterizedTest
  @EnumSource(
      value = Phase.class,
      names = {"BEFORE", "AFTER"})
  void theOtherColumnNeedNotExist(Phase phase) throws SQLException {
    String column = phase == Phase.BEFORE ? "full_name" : "display_name";
    run("CREATE TABLE users (id bigint PRIMARY KEY, " + column + " text, email text)");
    UserCrossfade users = in(phase);
    users.insert(connection, new User(1, "Ada", "a@b.c"));
    users.update(connection, new User(1, "Byron", "a@b.c"));
    assertThat(users.find(connection, 1)).isEqualTo(new User(1, "Byron", "a@b.c"));
  }

  private void bothColumns() throws SQLException {
    run(
        "CREATE TABLE users"
            + " (id bigint PRIMARY KEY, full_name text, display_name text, email text)");
  }

  private static UserCrossfade in(Phase phase) {
    return new UserCrossfade(Live.all(phase));
  }

  private List<String> row(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return List.of(row.getString(1), row.getString(2));
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
