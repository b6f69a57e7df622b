package dev.crossfade.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossfade.model.Phase;
import dev.crossfade.model.Strictness;
import dev.crossfade.phase.Phases;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the catalog is asked, and when it is not. */
class NamesTest {

  private static final Users DATABASE = Users.expanded();

  private final Users users = DATABASE.reset();
  private final Phases phases = Users.phases(Phase.DUAL_WRITE);
  private final Crossing crossing = new Crossing(phases, Rewriting.real(), Strictness.STRICT);
  private final AtomicInteger prepared = new AtomicInteger();
  private Connection connection;
  private Connection other;

  @BeforeEach
  void open() throws SQLException {
    connection = crossing.cross(counting(users.plain().getConnection()));
    other = crossing.cross(users.plain().getConnection());
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    other.close();
  }

  @Test
  void aStatementThatWasSeenAsksNothing() throws SQLException {
    work();
    prepared.set(0);
    for (int i = 0; i < 5; i++) {
      work();
    }
    assertThat(prepared).as("the application's own").hasValue(5);
  }

  @Test
  void anotherSessionWithTheSamePathAsksOnlyWhereItStands() throws SQLException {
    run(other, "UPDATE users SET full_name = 'a'");
    run(other, "INSERT INTO users (full_name) VALUES ('b')");
    prepared.set(0);
    run(connection, "UPDATE users SET full_name = 'a'");
    run(connection, "INSERT INTO users (full_name) VALUES ('c')");
    assertThat(prepared).hasValue(1);
  }

  @Test
  void aStatementOfNoTableInTransitionAsksNothing() throws SQLException {
    run(other, "SELECT * FROM orders");
    prepared.set(0);
    run(connection, "SELECT note FROM orders");
    run(connection, "CREATE TEMP TABLE scratch (a int)");
    run(connection, "DROP TABLE scratch");
    run(connection, "SELECT id FROM orders");
    assertThat(prepared).hasValue(0);
  }

  @Test
  void aStatementThatFailsAgainAndAgainDoesNotMakeOthersLook() throws SQLException {
    work();
    long doubts = crossing.database(connection).doubts();
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> run(connection, "SELECT misspelt, full_name FROM users"))
          .hasMessageContaining("misspelt");
    }
    assertThat(crossing.database(connection).doubts()).isEqualTo(doubts);
  }

  @Test
  void aChangeThatOneHasFoundMakesTheOthersLook() throws SQLException {
    run(other, "SELECT * FROM users");
    run(connection, "SELECT * FROM users");
    users.postgres().run("ALTER TABLE users DROP age");
    run(other, "SELECT * FROM users");
    connection.setAutoCommit(false);
    run(connection, "SELECT * FROM users");
    connection.commit();
  }

  @Test
  void movingThePhaseLooksOnceForAll() throws SQLException {
    work();
    run(other, "UPDATE users SET full_name = 'a'");
    phases.move(Users.RENAME, Phase.FALLBACK_READ);
    run(other, "UPDATE users SET full_name = 'a'");
    prepared.set(0);
    run(connection, "UPDATE users SET full_name = 'a'");
    assertThat(prepared).as("where it stands, or nothing").hasValueLessThanOrEqualTo(1);
  }

  @Test
  void aThousandSearchPathsStayBounded() {
    Database database = new Database();
    for (int i = 0; i < 1000; i++) {
      database.keep("tenant_" + i, new PathCatalog(true, java.util.Map.of(), 0));
      assertThat(database.paths.size()).isLessThanOrEqualTo(201);
    }
  }

  private void work() throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE users SET full_name = ? WHERE id = ?")) {
      update.setString(1, "name");
      update.setLong(2, 1);
      update.executeUpdate();
    }
    run(connection, "SELECT display_name FROM users");
    run(connection, "SELECT * FROM orders");
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Counts what is prepared on the driver's connection; looks are, plain statements are not. */
  private Connection counting(Connection driver) {
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("prepareStatement")) {
                prepared.incrementAndGet();
              }
              try {
                return method.invoke(driver, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
