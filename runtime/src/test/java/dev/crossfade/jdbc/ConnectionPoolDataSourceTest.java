package dev.crossfade.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossfade.Crossfade;
import dev.crossfade.model.Phase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.PooledConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGConnectionPoolDataSource;

class ConnectionPoolDataSourceTest {

  private static final Users DATABASE = Users.expanded();

  private final Users users = DATABASE.reset();
  private final List<String> heard = new ArrayList<>();

  private PooledConnection pooled(Phase phase) throws SQLException {
    PGConnectionPoolDataSource driver = new PGConnectionPoolDataSource();
    driver.setURL(users.postgres().url());
    ConnectionPoolDataSource dataSource = Crossfade.wrap(driver, Users.phases(phase));
    return dataSource.getPooledConnection();
  }

  private final class Listener implements ConnectionEventListener {

    private final PooledConnection expected;

    Listener(PooledConnection expected) {
      this.expected = expected;
    }

    @Override
    public void connectionClosed(ConnectionEvent event) {
      heard.add("closed " + (event.getSource() == expected));
    }

    @Override
    public void connectionErrorOccurred(ConnectionEvent event) {
      heard.add("error " + (event.getSource() == expected));
    }
  }

  @ParameterizedTest
  @EnumSource
  void logicalConnectionsRewrite(Phase phase) throws SQLException {
    PooledConnection pooled = pooled(phase);
    for (int i = 1; i <= 2; i++) {
      try (Connection connection = pooled.getConnection();
          PreparedStatement insert =
              connection.prepareStatement("INSERT INTO users (full_name) VALUES (?)")) {
        insert.setString(1, "name " + i);
        insert.executeUpdate();
        assertThat(insert.getConnection()).isSameAs(connection);
      }
    }
    pooled.close();
    assertThat(users.rows("SELECT count(full_name), count(display_name) FROM users"))
        .containsExactly((phase.writesOld() ? 2 : 0) + "|" + (phase.writesNew() ? 2 : 0));
  }

  @Test
  void listenersHearOfThePooledConnectionThatTheyKnow() throws SQLException {
    PooledConnection pooled = pooled(Phase.DUAL_WRITE);
    Listener listener = new Listener(pooled);
    pooled.addConnectionEventListener(listener);
    pooled.getConnection().close();
    assertThat(heard).containsExactly("closed true");
    pooled.removeConnectionEventListener(listener);
    pooled.getConnection().close();
    assertThat(heard).hasSize(1);
    pooled.close();
  }

  @Test
  void aBrokenConnectionIsTold() throws SQLException {
    PooledConnection pooled = pooled(Phase.DUAL_WRITE);
    pooled.addConnectionEventListener(new Listener(pooled));
    Connection connection = pooled.getConnection();
    Statement statement = connection.createStatement();
    assertThatThrownBy(
            () ->
                statement.execute(
                    "SELECT pg_terminate_backend(pg_backend_pid()), count(*) FROM users"))
        .isInstanceOf(SQLException.class);
    assertThat(heard).contains("error true");
    pooled.close();
  }

  @Test
  void aSecondLogicalConnectionClosesTheFirstOne() throws SQLException {
    PooledConnection pooled = pooled(Phase.DUAL_WRITE);
    Connection first = pooled.getConnection();
    Connection second = pooled.getConnection();
    assertThat(first.isClosed()).isTrue();
    assertThatThrownBy(() -> first.prepareStatement("SELECT full_name FROM users"))
        .isInstanceOf(SQLException.class);
    assertThat(Users.rows(second, "SELECT full_name FROM users")).isEmpty();
    second.close();
    pooled.close();
    assertThat(first).isNotEqualTo(second);
  }

  @Test
  void closingRollsBackWhatIsOpen() throws SQLException {
    PooledConnection pooled = pooled(Phase.DUAL_WRITE);
    Connection connection = pooled.getConnection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO users (full_name) VALUES ('never')");
    }
    connection.close();
    try (Connection next = pooled.getConnection()) {
      assertThat(Users.rows(next, "SELECT full_name FROM users")).isEmpty();
    }
    pooled.close();
  }
}
