package dev.crossfade.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.crossfade.Crossfade;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Rename;
import dev.crossfade.model.TableName;
import dev.crossfade.model.Transitions;
import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.phase.Phases;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What was known of the database is no longer so. */
class StaleKnowledgeTest {

  private static final String TABLE = "(id int PRIMARY KEY, full_name text, display_name text);";

  private static final Rename IN_PUBLIC =
      new Rename(new TableName("public", "users"), "full_name", "display_name", Phase.DUAL_WRITE);

  private static final Users DATABASE = Users.expanded();

  private final Users users =
      DATABASE.reset(
          "CREATE TABLE users "
              + TABLE
              + "CREATE SCHEMA other; CREATE TABLE other.users (id int, full_name text);"
              + "CREATE SCHEMA tenant; CREATE TABLE tenant.users "
              + TABLE);

  @Test
  void aTemporaryTableShadowsTheTrackedOneForItsSessionOnly() throws SQLException {
    DataSource dataSource = users.in(Phase.DUAL_WRITE);
    try (Connection mine = dataSource.getConnection();
        Connection yours = dataSource.getConnection()) {
      run(mine, "INSERT INTO users (id, full_name) VALUES (1, 'permanent')");
      run(mine, "CREATE TEMPORARY TABLE users (id int, full_name text)");
      run(mine, "INSERT INTO users (id, full_name) VALUES (1, 'temporary')");
      run(yours, "INSERT INTO users (id, full_name) VALUES (2, 'yours')");
      assertThat(Users.rows(mine, "SELECT * FROM users")).containsExactly("1|temporary");
      run(mine, "DROP TABLE users");
      run(mine, "INSERT INTO users (id, full_name) VALUES (3, 'permanent again')");
    }
    assertThat(users.rows("SELECT full_name, display_name FROM users ORDER BY id"))
        .containsExactly("permanent|permanent", "yours|yours", "permanent again|permanent again");
  }

  @Test
  void aTemporaryTableThatIsRolledBackNoLongerShadows() throws SQLException {
    try (Connection connection = users.connect(Phase.DUAL_WRITE)) {
      connection.setAutoCommit(false);
      run(connection, "CREATE TEMP TABLE users (id int, full_name text) ON COMMIT DROP");
      run(connection, "INSERT INTO users (id, full_name) VALUES (1, 'temporary')");
      connection.rollback();
      run(connection, "INSERT INTO users (id, full_name) VALUES (1, 'permanent')");
      connection.commit();
      run(connection, "CREATE TEMP TABLE users (id int, full_name text) ON COMMIT DROP");
      run(connection, "COMMIT");
      run(connection, "INSERT INTO users (id, full_name) VALUES (2, 'permanent')");
      connection.commit();
    }
    assertThat(users.rows("SELECT full_name, display_name FROM users"))
        .containsExactly("permanent|permanent", "permanent|permanent");
  }

  @Test
  void thePreparedStatementFollowsTheSearchPath() throws SQLException {
    try (Connection connection = dualWriteInPublic();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO users (id, full_name) VALUES (?, 'x')")) {
      insert.setInt(1, 1);
      insert.executeUpdate();
      run(connection, "SET search_path = other");
      insert.executeUpdate();
      connection.setSchema("public");
      insert.setInt(1, 2);
      insert.executeUpdate();
    }
    assertThat(users.rows("SELECT id, display_name FROM public.users ORDER BY id"))
        .containsExactly("1|x", "2|x");
    assertThat(users.rows("SELECT id, full_name FROM other.users")).containsExactly("1|x");
  }

  @Test
  void aSearchPathOfATransactionEndsWithIt() throws SQLException {
    try (Connection connection = dualWriteInPublic()) {
      connection.setAutoCommit(false);
      run(connection, "SET LOCAL search_path = other");
      run(connection, "INSERT INTO users (id, full_name) VALUES (1, 'other')");
      connection.commit();
      run(connection, "INSERT INTO users (id, full_name) VALUES (1, 'public')");
      Savepoint savepoint = connection.setSavepoint();
      run(connection, "SET search_path = other");
      connection.rollback(savepoint);
      run(connection, "INSERT INTO users (id, full_name) VALUES (2, 'public')");
      connection.commit();
    }
    assertThat(users.rows("SELECT full_name, display_name FROM users"))
        .containsExactly("public|public", "public|public");
  }

  @Test
  void aPoolHandsTheSearchPathOn() throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setDataSource(users.plain());
    config.setMaximumPoolSize(1);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      DataSource dataSource = Crossfade.wrap(pool, Users.phases(Phase.DUAL_WRITE));
      try (Connection connection = dataSource.getConnection()) {
        run(connection, "INSERT INTO users (id, full_name) VALUES (1, 'a')");
        run(connection, "SET search_path = tenant; CREATE TEMP TABLE mine (id int)");
      }
      try (Connection connection = dataSource.getConnection()) {
        run(connection, "INSERT INTO users (id, full_name) VALUES (1, 'b')");
        run(connection, "CREATE TEMP TABLE users (id int, full_name text)");
      }
      try (Connection connection = dataSource.getConnection()) {
        run(connection, "INSERT INTO users (id, full_name) VALUES (1, 'c')");
      }
    }
    assertThat(users.rows("SELECT full_name, display_name FROM public.users"))
        .containsExactly("a|a");
    assertThat(users.rows("SELECT full_name, display_name FROM tenant.users"))
        .containsExactly("b|b");
  }

  @Test
  void aColumnAddedBehindOurBackIsFoundWhenThePhaseMoves() throws SQLException {
    Users late = DATABASE.reset("CREATE TABLE users (id int, full_name text)");
    Phases phases = Users.phases(Phase.BEFORE);
    try (Connection connection = late.in(phases).getConnection();
        PreparedStatement star = connection.prepareStatement("SELECT * FROM users")) {
      run(connection, "INSERT INTO users VALUES (1, 'a')");
      assertThat(Users.rows(star.executeQuery())).containsExactly("1|a|a");
      late.postgres().run("ALTER TABLE users ADD display_name text DEFAULT 'stale'");
      phases.move(Users.RENAME, Phase.DUAL_WRITE);
      run(connection, "INSERT INTO users VALUES (2, 'b')");
      run(connection, "INSERT INTO users (id) VALUES (3)");
      assertThat(Users.rows(star.executeQuery())).containsExactly("1|a|a", "2|b|b", "3|null|null");
    }
    assertThat(late.rows("SELECT * FROM users ORDER BY id"))
        .containsExactly("1|a|stale", "2|b|b", "3|null|null");
  }

  @Test
  void theOldColumnDroppedBehindOurBackFailsNoStatement() throws SQLException {
    try (Connection connection = users.connect(Phase.AFTER);
        PreparedStatement star = connection.prepareStatement("SELECT * FROM users");
        PreparedStatement old = connection.prepareStatement("SELECT full_name FROM users")) {
      run(connection, "INSERT INTO users (id, display_name) VALUES (1, 'a')");
      assertThat(Users.rows(star.executeQuery())).containsExactly("1|a|a");
      users.postgres().run("ALTER TABLE users DROP full_name");
      assertThat(Users.rows(star.executeQuery())).containsExactly("1|a|a");
      assertThat(Users.rows(old.executeQuery())).containsExactly("a");
      run(connection, "INSERT INTO users (id, full_name) VALUES (2, 'b')");
    }
  }

  @Test
  void aColumnThatIsGoneIsNoLongerSpeltOut() throws SQLException {
    users.postgres().run("ALTER TABLE users ADD age int");
    try (Connection connection = users.connect(Phase.DUAL_WRITE);
        PreparedStatement star = connection.prepareStatement("SELECT * FROM users")) {
      run(connection, "INSERT INTO users (id, full_name) VALUES (1, 'a')");
      assertThat(Users.rows(star.executeQuery())).containsExactly("1|a|a|null");
      assertThat(Users.rows(connection, "SELECT * FROM users u")).containsExactly("1|a|a|null");
      users.postgres().run("ALTER TABLE users DROP age");
      assertThat(Users.rows(star.executeQuery())).containsExactly("1|a|a");
      assertThat(Users.rows(connection, "SELECT * FROM users u")).containsExactly("1|a|a");
    }
  }

  @Test
  void aTableWithoutTheColumnIsAClearErrorAndNothingChanges() throws SQLException {
    Users late = DATABASE.reset("CREATE TABLE users (id int, full_name text)");
    try (Connection connection = late.connect(Phase.DUAL_WRITE)) {
      assertThatThrownBy(() -> run(connection, "INSERT INTO users (id, full_name) VALUES (1, 'a')"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("display_name");
      late.postgres().run("ALTER TABLE users ADD display_name text");
      run(connection, "INSERT INTO users (id, full_name) VALUES (2, 'b')");
    }
    assertThat(late.rows("SELECT * FROM users")).containsExactly("2|b|b");
  }

  @Test
  void aViewCreatedThroughUsIsSeen() throws SQLException {
    DataSource dataSource = users.in(Phase.DUAL_WRITE);
    try (Connection connection = dataSource.getConnection();
        Connection other = dataSource.getConnection()) {
      assertThatThrownBy(() -> run(connection, "INSERT INTO people VALUES (1, 'a')"))
          .hasMessageContaining("does not exist");
      run(connection, "CREATE VIEW people AS SELECT id, full_name FROM users");
      for (Connection each : new Connection[] {connection, other}) {
        assertThatThrownBy(() -> run(each, "INSERT INTO people VALUES (1, 'a')"))
            .isInstanceOfSatisfying(
                CrossfadeSqlException.class,
                e -> assertThat(e.problem().id()).isEqualTo("write-through-view"));
      }
    }
  }

  @Test
  void aFailedTransactionIsNotLookedUpAndCanBeRolledBack() throws SQLException {
    try (Connection connection = users.connect(Phase.DUAL_WRITE)) {
      connection.setAutoCommit(false);
      assertThatThrownBy(() -> run(connection, "SELECT 1 / 0")).hasMessageContaining("zero");
      assertThatThrownBy(() -> run(connection, "INSERT INTO users (id, full_name) VALUES (1, 'a')"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("25P02"));
      run(connection, "ROLLBACK");
      run(connection, "INSERT INTO users (id, full_name) VALUES (1, 'a')");
      connection.commit();
    }
    assertThat(users.rows("SELECT * FROM users")).containsExactly("1|a|a");
  }

  @Test
  void aReadOnlyTransactionIsLookedUp() throws SQLException {
    try (Connection connection = users.connect(Phase.FALLBACK_READ)) {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      assertThat(Users.rows(connection, "SELECT display_name FROM users")).isEmpty();
      assertThatThrownBy(() -> run(connection, "INSERT INTO users (id, full_name) VALUES (1, 'a')"))
          .hasMessageContaining("read-only transaction");
      connection.rollback();
    }
  }

  @Test
  void aTransactionWithAnOldSnapshotDoesNotTeachOthersItsOldCatalog() throws SQLException {
    Users late = DATABASE.reset("CREATE TABLE users (id int, full_name text)");
    DataSource dataSource = late.in(Phase.BEFORE);
    try (Connection old = dataSource.getConnection();
        Connection now = dataSource.getConnection()) {
      old.setAutoCommit(false);
      old.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      run(old, "SELECT 1");
      late.postgres().run("ALTER TABLE users ADD age int");
      run(old, "SELECT * FROM users");
      run(now, "INSERT INTO users (id, full_name) VALUES (1, 'a')");
      assertThat(Users.rows(now, "SELECT * FROM users")).containsExactly("1|a|null|a");
      old.commit();
      assertThat(Users.rows(old, "SELECT * FROM users")).containsExactly("1|a|null|a");
    }
  }

  private Connection dualWriteInPublic() throws SQLException {
    Phases phases = new Phases(PhaseSnapshot.declared(Transitions.of(List.of(IN_PUBLIC))));
    return users.in(phases).getConnection();
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
