package dev.crossfade.benchmarks;

import dev.crossfade.model.Phase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

@Question("What does the proxy cost a statement that touches no tracked table?")
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls @Setup.
public class PassThroughBenchmark extends JdbcBenchmark {

  static final String SELECT = "SELECT id, note, amount FROM orders WHERE id = ?";
  static final String INSERT = "INSERT INTO orders (note, amount) VALUES (?, ?)";

  @Param({"STUB", "MEMORY", "POSTGRES"})
  public Server server;

  @Param({"PLAIN", "BY_HAND", "PROXY"})
  public Way way;

  private Connection connection;

  @Setup
  public void open() throws SQLException {
    connection = closedAfterwards(way.connect(server.dataSource(), Phase.DUAL_WRITE));
    requireSent(connection, SELECT, false);
    requireSent(connection, INSERT, false);
  }

  @Benchmark
  public @Nullable String select() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
      statement.setLong(1, id);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(2);
      }
    }
  }

  @Benchmark
  public int insert() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setString(1, name);
      statement.setInt(2, age);
      return statement.executeUpdate();
    }
  }
}
