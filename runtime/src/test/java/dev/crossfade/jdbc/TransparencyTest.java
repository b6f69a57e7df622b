package dev.crossfade.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.Crossfade;
import dev.crossfade.model.Phase;
import java.sql.BatchUpdateException;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An application that knows the old column only is told the same by the driver and by the proxy, on
 * a table in transition: what it gets, what is thrown at it, and in which state it is afterwards.
 */
class TransparencyTest {

  private static final String TABLES =
      """
      CREATE TABLE users (
        id serial PRIMARY KEY, full_name text CHECK (full_name <> 'bad'), age int DEFAULT 7,
        display_name text);
      INSERT INTO users (full_name, display_name) VALUES ('a', 'a'), ('b', 'b'), ('c', 'c');
      CREATE FUNCTION twice(inout n int, out text text) LANGUAGE sql AS $$SELECT n * 2, 'x'$$;
      CREATE FUNCTION names() RETURNS refcursor LANGUAGE plpgsql AS $$
        DECLARE c refcursor; BEGIN OPEN c FOR SELECT id FROM generate_series(1, 3) id; RETURN c; END$$;
      CREATE FUNCTION noisy(t text) RETURNS text LANGUAGE plpgsql AS $$
        BEGIN RAISE WARNING 'one'; RAISE WARNING 'two'; RETURN t; END$$;
      """;

  private static final Users DATABASE = Users.expanded();

  private final List<String> told = new ArrayList<>();

  private interface Story {
    void tell(TransparencyTest it, Connection connection) throws SQLException;
  }

  private static final Map<String, Story> STORIES =
      Map.ofEntries(
          Map.entry("a chain of results", TransparencyTest::chain),
          Map.entry("results kept open and closed", TransparencyTest::kept),
          Map.entry("generated keys", TransparencyTest::keys),
          Map.entry("batches", TransparencyTest::batches),
          Map.entry("a batch that fails", TransparencyTest::failingBatch),
          Map.entry("errors of the server", TransparencyTest::errors),
          Map.entry("a transaction that goes on after an error", TransparencyTest::recovery),
          Map.entry("a cursor", TransparencyTest::cursor),
          Map.entry("limits", TransparencyTest::limits),
          Map.entry("a timeout", TransparencyTest::timeout),
          Map.entry("what parameters are", TransparencyTest::parameters),
          Map.entry("warnings", TransparencyTest::warnings),
          Map.entry("calls", TransparencyTest::calls),
          Map.entry("the order of closing", TransparencyTest::closing),
          Map.entry("executions again and again", TransparencyTest::again),
          Map.entry("an interrupted thread", TransparencyTest::interrupted));

  static Stream<Arguments> everyStoryByEverySetting() {
    List<String> settings =
        List.of(
            "",
            "autosave=always",
            "autosave=conservative",
            "prepareThreshold=1",
            "prepareThreshold=0",
            "preferQueryMode=simple",
            "preferQueryMode=extendedForPrepared",
            "preferQueryMode=extendedCacheEverything",
            "reWriteBatchedInserts=true",
            "binaryTransfer=true&prepareThreshold=-1",
            "defaultRowFetchSize=2");
    return STORIES.keySet().stream()
        .sorted()
        .flatMap(story -> settings.stream().map(setting -> Arguments.of(story, setting)));
  }

  @ParameterizedTest
  @MethodSource("everyStoryByEverySetting")
  void isTheSameThroughTheProxy(String story, String setting) throws SQLException {
    List<String> plain = tell(story, setting, null);
    assertThat(plain).isNotEmpty();
    List<Phase> phases =
        setting.isEmpty() ? List.of(Phase.values()) : List.of(Phase.DUAL_WRITE, Phase.NEW_READ);
    for (Phase phase : phases) {
      assertThat(tell(story, setting, phase)).as("in " + phase).isEqualTo(plain);
    }
  }

  private List<String> tell(String story, String setting, Phase phase) throws SQLException {
    Users users = DATABASE.reset(TABLES + (phase == Phase.AFTER ? moved() : ""));
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setURL(users.postgres().url() + "&" + setting);
    told.clear();
    try (Connection connection =
        phase == null
            ? dataSource.getConnection()
            : Crossfade.wrap(dataSource, Users.phases(phase)).getConnection()) {
      try {
        STORIES.get(story).tell(this, connection);
      } catch (SQLException e) {
        error(e);
      }
    }
    return List.copyOf(told);
  }

  /** From AFTER on the checks of the old column are the new one's. */
  private static String moved() {
    return "ALTER TABLE users DROP CONSTRAINT users_full_name_check;"
        + "ALTER TABLE users ADD CONSTRAINT users_full_name_check CHECK (display_name <> 'bad');";
  }

  private void say(Object... words) {
    told.add(Arrays.stream(words).map(TransparencyTest::text).toList().toString());
  }

  private static String text(Object word) {
    return word instanceof int[] counts
        ? Arrays.toString(counts)
        : word instanceof long[] counts ? Arrays.toString(counts) : String.valueOf(word);
  }

  /** Without its detail and position, which show the row and the text as the server knows them. */
  private void error(SQLException e) {
    // Portals are numbered, and the proxy's own queries count.
    String message =
        String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceAll("C_\\d+", "C_n");
    say(e.getClass().getName(), e.getSQLState(), e.getErrorCode(), message);
    if (e.getNextException() != null) {
      say("next", e.getNextException().getSQLState());
    }
  }

  private interface Action {
    Object run() throws SQLException;
  }

  private void attempt(Action action) {
    try {
      say(action.run());
    } catch (SQLException e) {
      error(e);
    } catch (AssertionError e) {
      say("the driver's own assertion", e.getStackTrace()[0]);
    }
  }

  private static void chain(TransparencyTest it, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      boolean result =
          statement.execute(
              "UPDATE users SET full_name = 'x' WHERE id < 3; SELECT full_name FROM users ORDER BY"
                  + " id; DELETE FROM users WHERE full_name = 'c'; SELECT count(*) FROM users");
      for (int i = 0; i < 6; i++) {
        it.say(result, statement.getUpdateCount(), statement.getLargeUpdateCount());
        if (result) {
          it.say(Users.rows(statement.getResultSet()));
        }
        result = statement.getMoreResults();
      }
      it.attempt(() -> statement.executeQuery("UPDATE users SET full_name = 'y'"));
      it.attempt(() -> statement.executeUpdate("SELECT full_name FROM users"));
      it.attempt(() -> statement.execute(""));
      it.attempt(() -> statement.execute("SELECT full_name FROM users WHERE id = 1;;"));
    }
  }

  private static void kept(TransparencyTest it, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT full_name FROM users; SELECT 2; SELECT age FROM users");
      ResultSet first = statement.getResultSet();
      it.say(statement.getMoreResults(Statement.KEEP_CURRENT_RESULT), first.isClosed());
      ResultSet second = statement.getResultSet();
      it.say(statement.getMoreResults(Statement.CLOSE_CURRENT_RESULT), second.isClosed());
      it.say(statement.getMoreResults(Statement.CLOSE_ALL_RESULTS), first.isClosed());
      ResultSet next = statement.executeQuery("SELECT full_name FROM users");
      it.say(next.getStatement() == statement, next.getRow(), next.isBeforeFirst());
      statement.executeQuery("SELECT full_name FROM users");
      it.say(next.isClosed());
      statement.closeOnCompletion();
      it.say(statement.isCloseOnCompletion());
      statement.executeQuery("SELECT full_name FROM users").close();
      it.say(statement.isClosed());
    }
  }

  private static void keys(TransparencyTest it, Connection connection) throws SQLException {
    String insert = "INSERT INTO users (full_name) VALUES ('k')";
    try (Statement statement = connection.createStatement();
        PreparedStatement named =
            connection.prepareStatement(insert, new String[] {"id", "full_name"});
        PreparedStatement all =
            connection.prepareStatement(
                "UPDATE users SET full_name = ? WHERE id = 1", Statement.RETURN_GENERATED_KEYS);
        PreparedStatement none = connection.prepareStatement(insert)) {
      it.say(statement.executeUpdate(insert, new String[] {"full_name", "id"}));
      it.say(Users.rows(statement.getGeneratedKeys()));
      it.say(statement.executeLargeUpdate(insert, new String[] {"id"}));
      it.say(Users.rows(statement.getGeneratedKeys()));
      it.attempt(() -> statement.executeUpdate(insert, new int[] {1}));
      it.attempt(() -> connection.prepareStatement(insert, new int[] {1}));
      it.say(named.executeUpdate(), Users.rows(named.getGeneratedKeys()));
      all.setString(1, "z");
      it.say(all.executeUpdate());
      try (ResultSet keys = all.getGeneratedKeys()) {
        keys.next();
        it.say(keys.getInt("id"), keys.getString("full_name"), keys.getObject("age"));
      }
      it.say(none.executeUpdate(), Users.rows(none.getGeneratedKeys()));
      it.attempt(() -> connection.prepareStatement(insert, new String[] {"no_such"}).execute());
    }
  }

  private static void batches(TransparencyTest it, Connection connection) throws SQLException {
    try (PreparedStatement insert =
            connection.prepareStatement("INSERT INTO users (full_name, age) VALUES (?, ?)");
        PreparedStatement update =
            connection.prepareStatement("UPDATE users SET full_name = ? WHERE full_name = ?");
        Statement mixed = connection.createStatement()) {
      for (int i = 0; i < 7; i++) {
        insert.setString(1, "n" + i);
        insert.setInt(2, i);
        insert.addBatch();
      }
      it.say(insert.executeBatch(), insert.getUpdateCount());
      it.say(insert.executeBatch());
      for (String name : List.of("n1", "nobody", "n2")) {
        update.setString(1, name + "!");
        update.setString(2, name);
        update.addBatch();
      }
      it.say(update.executeLargeBatch());
      mixed.addBatch("UPDATE users SET full_name = 'm' WHERE id < 3");
      mixed.addBatch("INSERT INTO users (full_name) VALUES ('m')");
      mixed.addBatch("DELETE FROM users WHERE full_name = 'm'");
      it.say(mixed.executeBatch());
      mixed.addBatch("DELETE FROM users");
      mixed.clearBatch();
      it.say(mixed.executeBatch());
      it.say(Users.rows(connection, "SELECT full_name, age FROM users ORDER BY id"));
    }
  }

  private static void failingBatch(TransparencyTest it, Connection connection) throws SQLException {
    try (PreparedStatement update =
            connection.prepareStatement("UPDATE users SET full_name = ? WHERE id = 1");
        Statement mixed = connection.createStatement()) {
      for (String name : List.of("ok", "bad", "late")) {
        update.setString(1, name);
        update.addBatch();
        mixed.addBatch("UPDATE users SET full_name = '" + name + "' WHERE id = 2");
      }
      for (Statement each : List.of(update, mixed)) {
        try {
          it.say(each.executeBatch());
        } catch (BatchUpdateException e) {
          it.say(e.getClass().getName(), e.getSQLState(), e.getUpdateCounts());
          it.say(e.getCause() instanceof SQLException);
        }
        it.attempt(each::executeBatch);
      }
      it.say(Users.rows(connection, "SELECT full_name FROM users ORDER BY id"));
    }
  }

  private static void errors(TransparencyTest it, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        PreparedStatement update =
            connection.prepareStatement("UPDATE users SET full_name = ? WHERE id = 1")) {
      it.attempt(() -> statement.executeUpdate("UPDATE users SET full_name = 'bad'"));
      it.attempt(() -> statement.executeQuery("SELECT full_name FROM users WHERE id / 0 = 1"));
      it.attempt(() -> statement.executeQuery("SELECT full_name, no_such FROM users"));
      it.attempt(() -> statement.execute("SELECT users.full_name FROM users, no_such_table"));
      it.attempt(update::executeUpdate);
      it.attempt(() -> set(update, 2, "x"));
      it.attempt(() -> set(update, 0, "x"));
      update.setString(1, "bad");
      it.attempt(update::executeUpdate);
      update.setString(1, "good");
      it.attempt(update::executeUpdate);
      update.clearParameters();
      it.attempt(update::executeUpdate);
      it.attempt(() -> update.executeQuery("SELECT 1"));
      it.attempt(
          () -> statement.executeQuery("SELECT {fn no_such_fn(full_name)} FROM users").next());
    }
  }

  private static Object set(PreparedStatement statement, int index, String value)
      throws SQLException {
    statement.setString(index, value);
    return "set";
  }

  private static void recovery(TransparencyTest it, Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement();
        PreparedStatement update =
            connection.prepareStatement("UPDATE users SET full_name = ? WHERE id = ?")) {
      Savepoint before = connection.setSavepoint("before");
      update.setString(1, "bad");
      update.setInt(2, 1);
      it.attempt(update::executeUpdate);
      it.attempt(() -> statement.executeUpdate("UPDATE users SET full_name = 'on' WHERE id = 2"));
      connection.rollback(before);
      update.setString(1, "fine");
      it.attempt(update::executeUpdate);
      it.attempt(() -> statement.executeUpdate("UPDATE users SET full_name = 'on' WHERE id = 2"));
      connection.releaseSavepoint(before);
      connection.commit();
      it.say(Users.rows(connection, "SELECT full_name FROM users ORDER BY id"));
      statement.executeUpdate("UPDATE users SET full_name = 'gone'");
      connection.rollback();
      it.say(Users.rows(connection, "SELECT full_name FROM users ORDER BY id"));
    }
  }

  private static void cursor(TransparencyTest it, Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement select =
        connection.prepareStatement("SELECT id, full_name FROM users ORDER BY id")) {
      select.setFetchSize(2);
      try (ResultSet result = select.executeQuery()) {
        it.say(result.getFetchSize(), result.getConcurrency(), result.getType());
        while (result.next()) {
          it.say(result.getRow(), result.getString("full_name"), result.isLast());
        }
      }
      ResultSet open = select.executeQuery();
      open.next();
      connection.commit();
      it.attempt(
          () -> {
            int rows = 0;
            while (open.next()) {
              rows++;
            }
            return rows;
          });
    }
    try (Statement scrolling =
        connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY)) {
      ResultSet result = scrolling.executeQuery("SELECT full_name FROM users ORDER BY id");
      it.say(result.last(), result.getString(1), result.absolute(-2), result.getString(1));
      it.say(result.relative(-1), result.getString(1), result.previous(), result.isBeforeFirst());
    }
  }

  private static void limits(TransparencyTest it, Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("SELECT full_name FROM users")) {
      select.setMaxRows(2);
      it.say(select.getMaxRows(), Users.rows(select.executeQuery()).size());
      select.setLargeMaxRows(1);
      it.say(select.getLargeMaxRows(), Users.rows(select.executeQuery()).size());
      select.setMaxRows(0);
      it.say(Users.rows(select.executeQuery()).size());
      it.attempt(
          () -> {
            select.setMaxRows(-1);
            return "set";
          });
      select.setMaxFieldSize(1);
      it.say(select.getMaxFieldSize(), select.getQueryTimeout(), select.isPoolable());
    }
  }

  private static void timeout(TransparencyTest it, Connection connection) throws SQLException {
    try (PreparedStatement slow =
        connection.prepareStatement("SELECT full_name, pg_sleep(10) FROM users")) {
      slow.setQueryTimeout(1);
      it.attempt(slow::executeQuery);
      it.say(Users.rows(connection, "SELECT count(full_name) FROM users"));
    }
  }

  private static void parameters(TransparencyTest it, Connection connection) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE users SET full_name = ?, age = ? WHERE id = ?")) {
      it.attempt(
          () -> {
            ParameterMetaData metaData = update.getParameterMetaData();
            List<Object> all = new ArrayList<>();
            for (int i = 1; i <= metaData.getParameterCount(); i++) {
              all.add(metaData.getParameterTypeName(i));
              all.add(metaData.getParameterType(i));
              all.add(metaData.getParameterClassName(i));
              all.add(metaData.getParameterMode(i));
            }
            return all;
          });
      it.attempt(update::getMetaData);
    }
    try (PreparedStatement select =
        connection.prepareStatement("SELECT full_name, age FROM users WHERE id = ?")) {
      it.attempt(() -> select.getMetaData().getColumnCount());
      it.attempt(() -> select.getMetaData().getColumnLabel(1));
      it.attempt(() -> select.getMetaData().getColumnTypeName(1));
    }
  }

  private static void warnings(TransparencyTest it, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT noisy(full_name) FROM users WHERE id = 1");
      for (SQLWarning w = statement.getWarnings(); w != null; w = w.getNextWarning()) {
        it.say(w.getMessage(), w.getSQLState());
      }
      statement.clearWarnings();
      it.say(statement.getWarnings(), connection.getWarnings());
    }
  }

  private static void calls(TransparencyTest it, Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (CallableStatement twice = connection.prepareCall("{call twice(?, ?)}")) {
      twice.setInt(1, 4);
      twice.registerOutParameter(1, Types.INTEGER);
      twice.registerOutParameter(2, Types.VARCHAR);
      it.say(twice.execute(), twice.getInt(1), twice.getString(2), twice.wasNull());
    }
    try (CallableStatement names = connection.prepareCall("{? = call names()}")) {
      names.registerOutParameter(1, Types.REF_CURSOR);
      names.execute();
      try (ResultSet result = names.getObject(1, ResultSet.class)) {
        it.say(Users.rows(result));
        it.say(result.getStatement().getConnection() == connection);
      }
    }
  }

  private static void closing(TransparencyTest it, Connection connection) throws SQLException {
    Statement statement = connection.createStatement();
    PreparedStatement prepared = connection.prepareStatement("SELECT full_name FROM users");
    ResultSet result = prepared.executeQuery();
    prepared.close();
    it.say(prepared.isClosed(), result.isClosed(), connection.isClosed());
    it.attempt(result::next);
    it.attempt(prepared::executeQuery);
    it.attempt(() -> prepared.getConnection() == connection);
    it.attempt(() -> set(prepared, 1, "x"));
    connection.close();
    it.say(connection.isClosed(), statement.isClosed(), connection.isValid(1));
    it.attempt(() -> statement.executeQuery("SELECT full_name FROM users"));
    it.attempt(() -> connection.prepareStatement("SELECT full_name FROM users"));
    it.attempt(connection::createStatement);
    it.attempt(connection::getMetaData);
    it.attempt(
        () -> {
          connection.commit();
          return "committed";
        });
    it.attempt(() -> connection.unwrap(PGConnection.class).getNotifications());
    statement.close();
    prepared.close();
    connection.close();
  }

  private static void again(TransparencyTest it, Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT id FROM users WHERE full_name = ?");
        PreparedStatement typed =
            connection.prepareStatement("UPDATE users SET age = ?, full_name = ? WHERE id = ?")) {
      for (int i = 0; i < 12; i++) {
        select.setString(1, String.valueOf((char) ('a' + i % 4)));
        it.say(Users.rows(select.executeQuery()));
        typed.setObject(1, i % 2 == 0 ? (Object) i : null, Types.INTEGER);
        typed.setObject(2, i % 3 == 0 ? null : "v" + i);
        typed.setInt(3, 1 + i % 3);
        it.say(typed.executeUpdate());
      }
      it.say(Users.rows(connection, "SELECT full_name, age FROM users ORDER BY id"));
    }
  }

  private static void interrupted(TransparencyTest it, Connection connection) throws SQLException {
    Thread.currentThread().interrupt();
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE users SET full_name = 'i' WHERE id = 1")) {
      it.attempt(update::executeUpdate);
    } finally {
      it.say("still interrupted", Thread.interrupted());
    }
    it.say(Users.rows(connection, "SELECT full_name FROM users WHERE id = 1"));
  }
}
