package dev.crossfade.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.crossfade.Crossfade;
import dev.crossfade.model.Phase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Inside a pool and around one. */
class PoolTest {

  private static final Users DATABASE = Users.expanded();

  private final Users users = DATABASE.reset();

  @ParameterizedTest
  @EnumSource
  void hikariOverTheProxy(Phase phase) throws SQLException {
    try (HikariDataSource pool = pool(users.in(phase))) {
      check(pool, phase);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theProxyOverHikari(Phase phase) throws SQLException {
    try (HikariDataSource pool = pool(users.plain())) {
      check(Crossfade.wrap(pool, Users.phases(phase)), phase);
      assertThat(pool.getHikariPoolMXBean().getActiveConnections()).as("none leaked").isZero();
    }
  }

  private static HikariDataSource pool(DataSource dataSource) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(dataSource);
    config.setMaximumPoolSize(2);
    config.setAutoCommit(false);
    return new HikariDataSource(config);
  }

  private void check(DataSource dataSource, Phase phase) throws SQLException {
    for (int i = 1; i <= 3; i++) {
      try (Connection connection = dataSource.getConnection();
          PreparedStatement insert =
              connection.prepareStatement("INSERT INTO users (display_name) VALUES (?)")) {
        insert.setString(1, "name " + i);
        insert.executeUpdate();
        assertThat(insert.getConnection().unwrap(Connection.class)).isNotNull();
        if (i < 3) {
          connection.commit();
        }
      }
    }
    assertThat(users.rows("SELECT full_name, display_name FROM users ORDER BY id"))
        .containsExactly(stored("name 1", phase), stored("name 2", phase));
  }

  private static String stored(String name, Phase phase) {
    return (phase.writesOld() ? name : "null") + "|" + (phase.writesNew() ? name : "null");
  }
}
