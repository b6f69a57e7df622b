package dev.crossfade.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Strictness;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.PGCopyInputStream;
import org.postgresql.copy.PGCopyOutputStream;
import org.postgresql.core.BaseConnection;
import org.postgresql.jdbc.PgConnection;
import org.postgresql.jdbc.PgDatabaseMetaData;
import org.postgresql.jdbc.PgResultSet;
import org.postgresql.jdbc.PgStatement;
import org.postgresql.largeobject.LargeObject;
import org.postgresql.largeobject.LargeObjectManager;

/** No unwrap leads past the rewriting unnoticed, and what the driver has beside JDBC is reached. */
class UnwrapTest {

  private static final String COPY_IN = "COPY users (id, display_name) FROM STDIN";

  private static final Users DATABASE = Users.expanded();

  private final Users users = DATABASE.reset();

  private interface CopyWay {
    void copy(Connection connection, String row) throws Exception;
  }

  static Stream<CopyWay> ways() {
    return Stream.of(
        (connection, row) ->
            new CopyManager(connection.unwrap(BaseConnection.class))
                .copyIn(COPY_IN, new StringReader(row)),
        (connection, row) ->
            new CopyManager((BaseConnection) connection).copyIn(COPY_IN, new StringReader(row)),
        (connection, row) ->
            connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(COPY_IN, new ByteArrayInputStream(row.getBytes(StandardCharsets.UTF_8))),
        (connection, row) -> {
          try (OutputStream out =
              new PGCopyOutputStream(connection.unwrap(PGConnection.class), COPY_IN)) {
            out.write(row.getBytes(StandardCharsets.UTF_8));
          }
        },
        (connection, row) ->
            connection
                .unwrap(BaseConnection.class)
                .getCopyAPI()
                .copyIn(COPY_IN, new StringReader(row)),
        (connection, row) ->
            connection
                .unwrap(BaseConnection.class)
                .getQueryExecutor()
                .startCopy(COPY_IN, true)
                .cancelCopy());
  }

  @ParameterizedTest
  @MethodSource("ways")
  void copyIsRefusedByWhateverWayItIsReached(CopyWay way) throws Exception {
    try (Connection connection = users.connect(Phase.DUAL_WRITE)) {
      assertRefused("copy-in-transition", () -> way.copy(connection, "1\tcopied\n"));
      assertThat(Users.rows(connection, "SELECT 1")).as("the connection lives").hasSize(1);
    }
    assertThat(users.rows("SELECT id FROM users")).isEmpty();
  }

  @Test
  void copyStreamsReadWhatThePhaseReads() throws Exception {
    users.postgres().run("INSERT INTO users (full_name, display_name) VALUES ('old', 'new')");
    try (Connection connection = users.connect(Phase.DUAL_WRITE);
        InputStream in =
            new PGCopyInputStream(
                connection.unwrap(PGConnection.class), "COPY users (display_name) TO STDOUT")) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("old\n");
    }
  }

  @ParameterizedTest
  @EnumSource
  void statementsOfWhatWasUnwrappedAreRewritten(Phase phase) throws SQLException {
    try (Connection connection = users.connect(phase)) {
      List<Function<Connection, Connection>> views =
          List.of(
              c -> (Connection) unwrap(c, PGConnection.class),
              c -> unwrap(c, BaseConnection.class));
      int id = 0;
      for (Function<Connection, Connection> view : views) {
        Connection unwrapped = view.apply(connection);
        try (Statement statement = unwrapped.createStatement();
            PreparedStatement prepared =
                unwrapped.prepareStatement("INSERT INTO users (id, full_name) VALUES (?, ?)")) {
          statement.execute(
              "INSERT INTO users (id, display_name) VALUES (" + ++id + ", 'name " + id + "')");
          prepared.setInt(1, ++id);
          prepared.setString(2, "name " + id);
          prepared.executeUpdate();
        }
      }
      connection
          .unwrap(BaseConnection.class)
          .execSQLUpdate("INSERT INTO users (id, display_name) VALUES (9, 'b')");
      try (ResultSet result =
          connection
              .unwrap(BaseConnection.class)
              .execSQLQuery("SELECT display_name FROM users WHERE id = 9")) {
        assertThat(result.getStatement().getConnection()).isSameAs(connection);
        assertThat(Users.rows(result)).containsExactly("b");
      }
    }
    assertThat(
            users.rows(
                "SELECT count(full_name), count(display_name) FROM users"
                    + (phase.dualWrites() ? " WHERE full_name = display_name" : "")))
        .containsExactly((phase.writesOld() ? 5 : 0) + "|" + (phase.writesNew() ? 5 : 0));
  }

  private static <T> T unwrap(Connection connection, Class<T> type) {
    try {
      return connection.unwrap(type);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theDriversOwnClassesAreRefusedInEveryPhase(Phase phase) throws SQLException {
    try (Connection connection = users.connect(phase);
        Statement statement = connection.createStatement();
        PreparedStatement prepared = connection.prepareStatement("SELECT 1");
        ResultSet result = statement.executeQuery("SELECT 1")) {
      DatabaseMetaData metaData = connection.getMetaData();
      assertRefused("unwrap-in-transition", () -> connection.unwrap(PgConnection.class));
      assertRefused("unwrap-in-transition", () -> statement.unwrap(PgStatement.class));
      assertRefused("unwrap-in-transition", () -> prepared.unwrap(PgStatement.class));
      assertRefused("unwrap-in-transition", () -> result.unwrap(PgResultSet.class));
      assertRefused("unwrap-in-transition", () -> metaData.unwrap(PgDatabaseMetaData.class));
      assertThat(connection.isWrapperFor(PgConnection.class)).isTrue();
      assertThatThrownBy(() -> statement.unwrap(String.class)).isInstanceOf(SQLException.class);
      assertThat(statement.isWrapperFor(String.class)).isFalse();
    }
  }

  @Test
  void theDriversOwnClassesAreReachedWhereNothingIsInTransition() throws SQLException {
    users.postgres().run("DROP TABLE users");
    try (Connection connection = users.connect(Phase.DUAL_WRITE);
        Statement statement = connection.createStatement()) {
      assertThat(connection.unwrap(PgConnection.class)).isExactlyInstanceOf(PgConnection.class);
      assertThat(statement.unwrap(PgStatement.class)).isExactlyInstanceOf(PgStatement.class);
    }
  }

  @Test
  void aFailedTransactionUnwrapsAsAnotherOne() throws SQLException {
    try (Connection connection = users.connect(Phase.DUAL_WRITE);
        Statement statement = connection.createStatement()) {
      assertRefused("unwrap-in-transition", () -> connection.unwrap(PgConnection.class));
      connection.setAutoCommit(false);
      assertThatThrownBy(() -> statement.execute("SELECT 1 / 0")).isInstanceOf(SQLException.class);
      assertRefused("unwrap-in-transition", () -> connection.unwrap(PgConnection.class));
      connection.rollback();
    }
    users.postgres().run("DROP TABLE users");
    try (Connection connection = users.connect(Phase.DUAL_WRITE);
        Statement statement = connection.createStatement()) {
      connection.unwrap(PgConnection.class);
      connection.setAutoCommit(false);
      assertThatThrownBy(() -> statement.execute("SELECT 1 / 0")).isInstanceOf(SQLException.class);
      assertThat(connection.unwrap(PgConnection.class)).isNotNull();
    }
  }

  @Test
  void theDriversOwnClassesAreReachedIfAllowed() throws SQLException {
    Crossing allowing =
        new Crossing(
            Users.phases(Phase.DUAL_WRITE),
            Rewriting.real(),
            Strictness.STRICT,
            UnwrapPolicy.ALLOW);
    try (Connection connection = allowing.cross(users.plain().getConnection());
        Statement statement = connection.createStatement()) {
      assertThat(connection.unwrap(PgConnection.class)).isExactlyInstanceOf(PgConnection.class);
      assertThat(statement.unwrap(PgStatement.class)).isExactlyInstanceOf(PgStatement.class);
    }
  }

  @Test
  void aMisspeltPolicyIsNoPermission() {
    assertThat(UnwrapPolicy.of(null)).isEqualTo(UnwrapPolicy.REFUSE);
    assertThat(UnwrapPolicy.of(" Allow ")).isEqualTo(UnwrapPolicy.ALLOW);
    assertThatThrownBy(() -> UnwrapPolicy.of("yes"))
        .isInstanceOfSatisfying(
            CrossfadeException.class,
            e -> assertThat(e.problem().id()).isEqualTo("bad-unwrap-policy"));
  }

  @Test
  void queriesThatTheDriverWouldKeepAreRefused() throws SQLException {
    try (Connection connection = users.connect(Phase.DUAL_WRITE)) {
      BaseConnection base = connection.unwrap(BaseConnection.class);
      String sql = "UPDATE users SET full_name = 'x'";
      assertRefused("query-past-proxy", () -> base.createQuery(sql, true, false));
      assertRefused("query-past-proxy", () -> base.getQueryExecutor().createSimpleQuery(sql));
      assertRefused("query-past-proxy", () -> base.getQueryExecutor().borrowQuery(sql));
      assertThatThrownBy(() -> base.getQueryExecutor().createQueryKey(sql, true, false))
          .isInstanceOf(CrossfadeException.class);
      assertThat(base.getQueryExecutor().createSimpleQuery("SELECT 1")).isNotNull();
    }
  }

  @Test
  void largeObjectsAreReached() throws SQLException {
    try (Connection connection = users.connect(Phase.DUAL_WRITE)) {
      connection.setAutoCommit(false);
      LargeObjectManager manager = connection.unwrap(PGConnection.class).getLargeObjectAPI();
      long id = manager.createLO();
      try (LargeObject object = manager.open(id)) {
        object.write(new byte[] {1, 2, 3});
        object.seek(0);
        assertThat(object.read(10)).containsExactly(1, 2, 3);
      }
      connection.rollback();
    }
  }

  private static void assertRefused(String problem, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            CrossfadeSqlException.class, e -> assertThat(e.problem().id()).isEqualTo(problem));
  }
}
