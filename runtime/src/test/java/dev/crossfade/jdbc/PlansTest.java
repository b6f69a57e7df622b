package dev.crossfade.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.crossfade.Crossfade;
import dev.crossfade.model.Phase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Plans that the server has prepared outlive the columns that they were made for. */
class PlansTest {

  private static final Users DATABASE = Users.expanded();

  private final Users users = DATABASE.reset();

  static Stream<Arguments> settings() {
    List<Arguments> settings = new ArrayList<>();
    for (int threshold : new int[] {1, 5, 0, -1}) {
      for (String autosave : new String[] {"never", "conservative", "always"}) {
        for (boolean transaction : new boolean[] {false, true}) {
          settings.add(Arguments.of(threshold, autosave, transaction));
        }
      }
    }
    return settings.stream();
  }

  @ParameterizedTest
  @MethodSource("settings")
  void aStarSurvivesColumnsThatComeAndGo(int threshold, String autosave, boolean transaction)
      throws SQLException {
    DataSource dataSource = Crossfade.wrap(driver(threshold, autosave), users(Phase.DUAL_WRITE));
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(!transaction);
      run(connection, "INSERT INTO users (id, full_name, age) VALUES (1, 'a', 5)");
      end(connection);
      try (PreparedStatement star = connection.prepareStatement("SELECT * FROM users");
          PreparedStatement returning =
              connection.prepareStatement("UPDATE users SET full_name = 'a' RETURNING *");
          PreparedStatement rows =
              connection.prepareStatement("SELECT to_json(u) ->> 'full_name' FROM users u");
          PreparedStatement nested =
              connection.prepareStatement("SELECT * FROM (SELECT * FROM users) n")) {
        List<PreparedStatement> statements = List.of(star, returning, rows, nested);
        for (String ddl :
            List.of(
                "SELECT 1",
                "ALTER TABLE users ADD extra int",
                "ALTER TABLE users DROP age",
                "ALTER TABLE users DROP extra, ADD other text",
                "ALTER TABLE users RENAME other TO another",
                "ALTER TABLE users DROP another")) {
          users.postgres().run(ddl);
          for (PreparedStatement statement : statements) {
            for (int i = 0; i < 6; i++) {
              assertThat(Users.rows(statement.executeQuery()).get(0)).as(ddl).contains("a");
              end(connection);
            }
          }
        }
      }
    }
  }

  /** The control: what the test above would see without the proxy. */
  @Test
  void withoutTheProxyAStarInATransactionFails() throws SQLException {
    users.postgres().run("INSERT INTO users (id, full_name) VALUES (1, 'a')");
    try (Connection connection = driver(1, "never").getConnection()) {
      connection.setAutoCommit(false);
      for (String sql :
          List.of("SELECT * FROM users", "UPDATE users SET full_name = 'a' RETURNING *")) {
        try (PreparedStatement star = connection.prepareStatement(sql)) {
          star.executeQuery().close();
          connection.commit();
          users.postgres().run("ALTER TABLE users ADD IF NOT EXISTS extra int");
          users.postgres().run("ALTER TABLE users ADD \"c" + sql.length() + "\" int");
          assertThatThrownBy(star::executeQuery)
              .isInstanceOfSatisfying(
                  SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("0A000"))
              .hasMessageContaining("cached plan must not change result type");
          connection.rollback();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void aStarThatIsNotSpeltOutSurvivesAtTheBeginningOfATransaction(
      int threshold, String autosave, boolean transaction) throws SQLException {
    users.postgres().run("ALTER TABLE users DROP full_name");
    DataSource dataSource = Crossfade.wrap(driver(threshold, autosave), users(Phase.AFTER));
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(!transaction);
      run(connection, "INSERT INTO users (id, display_name, age) VALUES (1, 'a', 5)");
      end(connection);
      try (PreparedStatement star = connection.prepareStatement("SELECT * FROM users");
          PreparedStatement returning =
              connection.prepareStatement("UPDATE users SET display_name = 'a' RETURNING *")) {
        for (String ddl :
            List.of("SELECT 1", "ALTER TABLE users ADD extra int", "ALTER TABLE users DROP age")) {
          users.postgres().run(ddl);
          for (PreparedStatement statement : List.of(star, returning)) {
            for (int i = 0; i < 6; i++) {
              assertThat(Users.rows(statement.executeQuery()).get(0)).as(ddl).contains("a");
              end(connection);
            }
          }
        }
      }
    }
  }

  /** A text that names its columns does not change its result, wherever in the transaction. */
  @ParameterizedTest
  @MethodSource("settings")
  void aColumnAddedInTheMiddleOfATransactionIsHarmless(
      int threshold, String autosave, boolean transaction) throws SQLException {
    DataSource dataSource = Crossfade.wrap(driver(threshold, autosave), users(Phase.NEW_READ));
    try (Connection connection = dataSource.getConnection();
        PreparedStatement star = connection.prepareStatement("SELECT * FROM users");
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO users (full_name) VALUES (?) RETURNING *")) {
      connection.setAutoCommit(!transaction);
      for (int i = 0; i < 12; i++) {
        run(connection, "SELECT 1");
        if (i % 4 == 3) {
          users.postgres().run("ALTER TABLE users ADD extra" + i + " int");
        }
        insert.setString(1, "a" + i);
        assertThat(Users.rows(insert.executeQuery())).hasSize(1);
        assertThat(Users.rows(star.executeQuery())).hasSize(i + 1);
        end(connection);
      }
    }
  }

  @Test
  void pooledStatementsSurvive() throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setDataSource(Crossfade.wrap(driver(1, "never"), users(Phase.FALLBACK_READ)));
    config.setMaximumPoolSize(2);
    config.setAutoCommit(false);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      for (int i = 0; i < 20; i++) {
        if (i % 5 == 4) {
          users.postgres().run("ALTER TABLE users ADD extra" + i + " int");
        } else if (i % 5 == 2 && i > 5) {
          users.postgres().run("ALTER TABLE users DROP extra" + (i - 3));
        }
        try (Connection connection = pool.getConnection();
            PreparedStatement insert =
                connection.prepareStatement(
                    "INSERT INTO users (full_name) VALUES (?) RETURNING *")) {
          insert.setString(1, "a" + i);
          assertThat(Users.rows(insert.executeQuery()).get(0)).contains("a" + i);
          connection.commit();
        }
      }
    }
    assertThat(users.rows("SELECT count(*) FROM users WHERE full_name = display_name"))
        .containsExactly("20");
  }

  /** Byte for byte the driver's behaviour, its failures too. */
  @Test
  void aTableWithoutTransitionFailsAsItWouldWithoutUs() throws SQLException {
    DataSource dataSource = Crossfade.wrap(driver(1, "never"), users(Phase.DUAL_WRITE));
    try (Connection connection = dataSource.getConnection();
        PreparedStatement star = connection.prepareStatement("SELECT * FROM orders")) {
      connection.setAutoCommit(false);
      star.executeQuery().close();
      connection.commit();
      users.postgres().run("ALTER TABLE orders ADD extra int");
      assertThatThrownBy(star::executeQuery).hasMessageContaining("cached plan");
      connection.rollback();
      assertThat(Users.rows(star.executeQuery())).isEmpty();
    }
  }

  private static dev.crossfade.phase.Phases users(Phase phase) {
    return Users.phases(phase);
  }

  private DataSource driver(int threshold, String autosave) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setURL(
        users.postgres().url() + "&prepareThreshold=" + threshold + "&autosave=" + autosave);
    return dataSource;
  }

  private static void end(Connection connection) throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.commit();
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
