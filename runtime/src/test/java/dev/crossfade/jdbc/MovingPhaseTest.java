package dev.crossfade.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossfade.model.Phase;
import dev.crossfade.phase.Phases;
import java.io.StringReader;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The phase moves between preparing and executing, and while results are open. */
class MovingPhaseTest {

  private static final Users DATABASE = Users.expanded();

  private final Users users = DATABASE.reset();

  /** Writes of every kind that leave one row with the value {@code ?}, by either name. */
  private static final List<String> WRITES =
      List.of(
          "INSERT INTO users (%s) VALUES (?)",
          "INSERT INTO users (%s) SELECT ?::text",
          "INSERT INTO users (id, %1$s) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET %1$s = EXCLUDED.%1$s",
          "INSERT INTO users (%s) VALUES (?) RETURNING *",
          "WITH w AS (INSERT INTO users (%s) VALUES (?) RETURNING id) SELECT id FROM w",
          "MERGE INTO users u USING (SELECT ?::text AS v) s ON u.id = 1"
              + " WHEN MATCHED THEN UPDATE SET %1$s = v WHEN NOT MATCHED THEN INSERT (%1$s) VALUES (v)");

  static Stream<Arguments> movesOfWrites() {
    List<Arguments> moves = new ArrayList<>();
    for (Phase from : Phase.values()) {
      for (Phase to : Phase.values()) {
        if (from != to && from.mayRunBeside(to)) {
          for (String sql : WRITES) {
            for (String name : Application.NAMES) {
              moves.add(Arguments.of(from, to, sql.formatted(name)));
            }
          }
        }
      }
    }
    return moves.stream();
  }

  @ParameterizedTest
  @MethodSource("movesOfWrites")
  void aWriteStoresWhatThePhaseOfItsExecutionStores(Phase from, Phase to, String sql)
      throws SQLException {
    Phases phases = Users.phases(from);
    try (Connection connection = users.in(phases).getConnection();
        PreparedStatement prepared = connection.prepareStatement(sql);
        PreparedStatement batched = connection.prepareStatement(sql);
        PreparedStatement keys =
            connection.prepareStatement(sql, new String[] {"id", "display_name"});
        CallableStatement call = connection.prepareCall(sql)) {
      boolean returns = sql.contains("RETURNING");
      batched.setString(1, "batch");
      if (!returns) {
        batched.addBatch();
      }
      for (PreparedStatement statement : List.of(prepared, keys, call)) {
        statement.setString(1, "moved");
      }
      phases.move(Users.RENAME, to);
      for (PreparedStatement statement : List.of(prepared, keys, call)) {
        statement.execute();
        assertThat(stored()).isEqualTo(expected(to, "moved"));
        users.postgres().run("TRUNCATE users RESTART IDENTITY");
      }
      if (!returns) {
        assertThat(batched.executeBatch()).hasSize(1);
        assertThat(stored()).isEqualTo(expected(to, "batch"));
      }
    }
  }

  private List<String> stored() {
    try {
      return users.rows("SELECT full_name, display_name FROM users");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> expected(Phase phase, String value) {
    return List.of(
        (phase == Phase.AFTER ? "null" : value) + "|" + (phase == Phase.BEFORE ? "null" : value));
  }

  /**
   * Half of the rows were added in one phase; all are written as the phase of the execution asks.
   */
  @ParameterizedTest
  @CsvSource({"BEFORE,DUAL_WRITE", "DUAL_WRITE,BEFORE", "NEW_READ,AFTER", "AFTER,NEW_READ"})
  void aHalfFilledBatchIsWrittenWholeInThePhaseOfItsExecution(Phase from, Phase to)
      throws SQLException {
    for (String rewrite : List.of("false", "true")) {
      for (boolean transaction : new boolean[] {false, true}) {
        users.postgres().run("TRUNCATE users RESTART IDENTITY");
        Phases phases = Users.phases(from);
        org.postgresql.ds.PGSimpleDataSource plain = new org.postgresql.ds.PGSimpleDataSource();
        plain.setURL(users.postgres().url() + "&reWriteBatchedInserts=" + rewrite);
        try (Connection connection = dev.crossfade.Crossfade.wrap(plain, phases).getConnection();
            PreparedStatement insert =
                connection.prepareStatement("INSERT INTO users (full_name) VALUES (?)");
            Statement texts = connection.createStatement()) {
          connection.setAutoCommit(!transaction);
          add(insert, 0, 50);
          texts.addBatch("INSERT INTO users (full_name) VALUES ('text 1')");
          phases.move(Users.RENAME, to);
          add(insert, 50, 100);
          texts.addBatch("INSERT INTO users (display_name) VALUES ('text 2')");
          assertThat(insert.executeBatch()).hasSize(100);
          assertThat(texts.executeBatch()).containsExactly(1, 1);
          if (transaction) {
            connection.commit();
          }
        }
        assertThat(
                users.rows(
                    "SELECT count(*), count(full_name), count(display_name),"
                        + " count(*) FILTER (WHERE full_name = display_name) FROM users"))
            .containsExactly(
                switch (to) {
                  case BEFORE -> "102|102|0|0";
                  case AFTER -> "102|0|102|0";
                  default -> "102|102|102|102";
                });
      }
    }
  }

  private static void add(PreparedStatement insert, int from, int to) throws SQLException {
    for (int i = from; i < to; i++) {
      insert.setString(1, "row " + i);
      insert.addBatch();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOpenCursorGoesOnInItsPhaseAndTheNextExecutionUsesTheNext(Phase from) throws SQLException {
    users
        .postgres()
        .run(
            "INSERT INTO users (full_name, display_name) SELECT i, i FROM generate_series(1, 50) i");
    for (Phase to : new Phase[] {from.next(), from.previous()}) {
      if (to == null) {
        continue;
      }
      Phases phases = Users.phases(from);
      try (Connection connection = users.in(phases).getConnection();
          PreparedStatement query =
              connection.prepareStatement("SELECT * FROM users WHERE id > ? ORDER BY id")) {
        connection.setAutoCommit(false);
        query.setFetchSize(7);
        query.setLong(1, 0);
        try (ResultSet rows = query.executeQuery()) {
          for (int i = 1; i <= 50; i++) {
            assertThat(rows.next()).isTrue();
            if (i == 10) {
              phases.move(Users.RENAME, to);
              // Another statement of the transaction looks the catalog up behind a savepoint.
              assertThat(Users.rows(connection, "SELECT count(display_name) FROM users"))
                  .containsExactly("50");
            }
            if (i == 20) {
              query.setLong(1, 25);
            }
            assertThat(rows.getString("full_name")).isEqualTo("" + i);
            assertThat(rows.getString("display_name")).isEqualTo("" + i);
            assertThat(rows.getStatement()).isSameAs(query);
          }
          assertThat(rows.next()).isFalse();
        }
        assertThat(query.getFetchSize()).isEqualTo(7);
        assertThat(Users.rows(query.executeQuery())).hasSize(25);
        connection.commit();
      }
    }
  }

  @Test
  void aResultStaysOpenWhileAStreamIsBoundForTheNextExecution() throws SQLException {
    users
        .postgres()
        .run("INSERT INTO users (full_name, display_name) VALUES ('a', 'a'), ('b', 'b')");
    Phases phases = Users.phases(Phase.DUAL_WRITE);
    try (Connection connection = users.in(phases).getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT display_name FROM users WHERE full_name >= ? ORDER BY 1")) {
      query.setCharacterStream(1, new StringReader("a"));
      try (ResultSet rows = query.executeQuery()) {
        assertThat(rows.next()).isTrue();
        phases.move(Users.RENAME, Phase.FALLBACK_READ);
        query.setCharacterStream(1, new StringReader("b"));
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo("b");
      }
      assertThat(Users.rows(query.executeQuery())).containsExactly("b");
    }
  }

  @Test
  void streamsThatTheDriverHasReadInBeforeAreWrittenToBothColumns() throws SQLException {
    Phases phases = Users.phases(Phase.BEFORE);
    try (Connection connection = users.in(phases).getConnection();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO users (full_name) VALUES (?)")) {
      insert.setCharacterStream(1, new StringReader("a"));
      insert.addBatch();
      insert.setCharacterStream(1, new StringReader("b"));
      insert.addBatch();
      for (Phase phase : new Phase[] {Phase.DUAL_WRITE, Phase.FALLBACK_READ, Phase.NEW_READ}) {
        phases.move(Users.RENAME, phase);
      }
      insert.executeBatch();
      insert.setCharacterStream(1, new StringReader("c"));
      insert.executeUpdate();
    }
    assertThat(users.rows("SELECT full_name, display_name FROM users ORDER BY id"))
        .containsExactly("a|a", "b|b", "c|c");
  }

  /** Written by the text of BEFORE it would stay in one column, after the backfill has passed. */
  @Test
  void aStreamTooLongToRememberIsNotWrittenToOneColumnInDualWrite() throws SQLException {
    users.reset("CREATE TABLE users (id serial, full_name text, display_name text)");
    StringReader tooLong = new StringReader("x".repeat(WatchedStream.MOST_REMEMBERED + 1));
    Phases phases = Users.phases(Phase.BEFORE);
    try (Connection connection = users.in(phases).getConnection();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO users (full_name) VALUES (?)")) {
      insert.setCharacterStream(1, tooLong);
      phases.move(Users.RENAME, Phase.DUAL_WRITE);
      assertThatThrownBy(insert::executeUpdate)
          .isInstanceOfSatisfying(
              CrossfadeSqlException.class,
              e -> assertThat(e.problem().id()).isEqualTo("phase-moved-too-far"));
      insert.setCharacterStream(1, new StringReader("again"));
      insert.executeUpdate();
    }
    assertThat(users.rows("SELECT full_name, display_name FROM users"))
        .containsExactly("again|again");
  }

  @ParameterizedTest
  @CsvSource({"BEFORE,DUAL_WRITE,full_name", "AFTER,NEW_READ,display_name"})
  void anUpdatableResultDoesNotWriteOneColumnOnceBothAreWritten(Phase from, Phase to, String name)
      throws SQLException {
    users.postgres().run("INSERT INTO users (full_name, display_name) VALUES ('a', 'a')");
    Phases phases = Users.phases(from);
    try (Connection connection = users.in(phases).getConnection();
        Statement statement =
            connection.createStatement(
                ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE);
        ResultSet rows = statement.executeQuery("SELECT id, " + name + " FROM users")) {
      assertThat(rows.next()).isTrue();
      rows.updateString(2, "in time");
      rows.updateRow();
      phases.move(Users.RENAME, to);
      rows.updateString(2, "late");
      assertThatThrownBy(rows::updateRow)
          .isInstanceOfSatisfying(
              CrossfadeSqlException.class,
              e -> assertThat(e.problem().id()).isEqualTo("result-outlived-phase"));
      phases.move(Users.RENAME, from);
      rows.updateRow();
    }
    assertThat(users.rows("SELECT " + name + " FROM users")).containsExactly("late");
  }

  @Test
  void aTransactionSeesTheMoveBetweenTwoStatements() throws SQLException {
    Phases phases = Users.phases(Phase.BEFORE);
    try (Connection connection = users.in(phases).getConnection();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO users (full_name) VALUES (?)")) {
      connection.setAutoCommit(false);
      for (Phase phase : Phase.values()) {
        if (phase != Phase.BEFORE) {
          phases.move(Users.RENAME, phase);
        }
        insert.setString(1, "" + phase);
        insert.executeUpdate();
      }
      connection.commit();
    }
    assertThat(users.rows("SELECT full_name, display_name FROM users ORDER BY id"))
        .containsExactly(
            "BEFORE|null",
            "DUAL_WRITE|DUAL_WRITE",
            "FALLBACK_READ|FALLBACK_READ",
            "NEW_READ|NEW_READ",
            "null|AFTER");
  }

  @Test
  void generatedKeysOfAnExecutionStayReadableAfterAMove() throws SQLException {
    Phases phases = Users.phases(Phase.BEFORE);
    try (Connection connection = users.in(phases).getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO users (full_name) VALUES (?)", Statement.RETURN_GENERATED_KEYS)) {
      for (Phase phase : Phase.values()) {
        if (phase != Phase.BEFORE) {
          phases.move(Users.RENAME, phase);
        }
        insert.setString(1, "" + phase);
        assertThat(insert.executeUpdate()).isEqualTo(1);
        if (phase.next() != null) {
          phases.move(Users.RENAME, phase.next());
          phases.move(Users.RENAME, phase);
        }
        try (ResultSet keys = insert.getGeneratedKeys()) {
          assertThat(keys.next()).isTrue();
          assertThat(keys.getString("display_name")).isEqualTo("" + phase);
          assertThat(keys.getString("full_name")).isEqualTo("" + phase);
        }
      }
    }
  }
}
