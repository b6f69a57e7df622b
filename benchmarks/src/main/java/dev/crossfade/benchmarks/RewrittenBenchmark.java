package dev.crossfade.benchmarks;

import dev.crossfade.model.Phase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

@Question("What does the proxy cost a statement that it rewrites?")
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls @Setup.
public class RewrittenBenchmark extends JdbcBenchmark {

  static final String INSERT = "INSERT INTO users (full_name, age) VALUES (?, ?)";
  static final String INSERT_BY_HAND =
      "INSERT INTO users (full_name, age, display_name) VALUES (?, ?, ?)";
  static final String UPDATE = "UPDATE users SET full_name = ? WHERE id = ?";
  static final String UPDATE_BY_HAND =
      "UPDATE users SET full_name = ?, display_name = ? WHERE id = ?";
  static final String NEW_NAME = "SELECT id, display_name, age FROM users WHERE id = ?";
  static final String FALLBACK_BY_HAND =
      "SELECT id, coalesce(display_name, full_name) AS display_name, age FROM users WHERE id = ?";
  static final String OLD_NAME = "SELECT id, full_name, age FROM users WHERE id = ?";
  static final String AFTER_BY_HAND =
      "SELECT id, display_name AS full_name, age FROM users WHERE id = ?";

  @Param({"STUB", "MEMORY", "POSTGRES"})
  public Server server;

  @Param({"PLAIN", "BY_HAND", "PROXY"})
  public Way way;

  private boolean byHand;
  private Connection dualWrite;
  private Connection fallbackRead;
  private Connection after;

  @Setup
  public void open() throws SQLException {
    DataSource driver = server.dataSource();
    byHand = way == Way.BY_HAND;
    dualWrite = closedAfterwards(way.connect(driver, Phase.DUAL_WRITE));
    fallbackRead = closedAfterwards(way.connect(driver, Phase.FALLBACK_READ));
    after = closedAfterwards(way.connect(driver, Phase.AFTER));
    requireSent(dualWrite, INSERT, way == Way.PROXY);
    requireSent(dualWrite, UPDATE, way == Way.PROXY);
    requireSent(fallbackRead, NEW_NAME, way == Way.PROXY);
    requireSent(after, OLD_NAME, way == Way.PROXY);
  }

  @Benchmark
  public int dualWriteInsert() throws SQLException {
    String sql = byHand ? INSERT_BY_HAND : INSERT;
    try (PreparedStatement statement = dualWrite.prepareStatement(sql)) {
      statement.setString(1, name);
      statement.setInt(2, age);
      if (byHand) {
        statement.setString(3, name);
      }
      return statement.executeUpdate();
    }
  }

  @Benchmark
  public int dualWriteUpdate() throws SQLException {
    String sql = byHand ? UPDATE_BY_HAND : UPDATE;
    try (PreparedStatement statement = dualWrite.prepareStatement(sql)) {
      statement.setString(1, name);
      if (byHand) {
        statement.setString(2, name);
      }
      statement.setLong(byHand ? 3 : 2, id);
      return statement.executeUpdate();
    }
  }

  @Benchmark
  public @Nullable String fallbackReadSelect() throws SQLException {
    return select(fallbackRead, byHand ? FALLBACK_BY_HAND : NEW_NAME);
  }

  @Benchmark
  public @Nullable String afterOldNameSelect() throws SQLException {
    return select(after, byHand ? AFTER_BY_HAND : OLD_NAME);
  }

  private @Nullable String select(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, id);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(2);
      }
    }
  }
}
