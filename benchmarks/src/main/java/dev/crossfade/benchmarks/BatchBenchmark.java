package dev.crossfade.benchmarks;

import dev.crossfade.model.Phase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

@Question("What does the proxy cost a batch of 100 inserts?")
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls @Setup.
public class BatchBenchmark extends JdbcBenchmark {

  private static final int ROWS = 100;

  @Param({"STUB", "MEMORY", "POSTGRES"})
  public Server server;

  @Param({"PLAIN", "BY_HAND", "PROXY"})
  public Way way;

  private boolean byHand;
  private Connection connection;

  @Setup
  public void open() throws SQLException {
    byHand = way == Way.BY_HAND;
    connection = closedAfterwards(way.connect(server.dataSource(), Phase.DUAL_WRITE));
    requireSent(connection, PassThroughBenchmark.INSERT, false);
    requireSent(connection, RewrittenBenchmark.INSERT, way == Way.PROXY);
  }

  @Benchmark
  public int[] untracked() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PassThroughBenchmark.INSERT)) {
      for (int i = 0; i < ROWS; i++) {
        statement.setString(1, name);
        statement.setInt(2, age);
        statement.addBatch();
      }
      return statement.executeBatch();
    }
  }

  @Benchmark
  public int[] dualWrite() throws SQLException {
    String sql = byHand ? RewrittenBenchmark.INSERT_BY_HAND : RewrittenBenchmark.INSERT;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < ROWS; i++) {
        statement.setString(1, name);
        statement.setInt(2, age);
        if (byHand) {
          statement.setString(3, name);
        }
        statement.addBatch();
      }
      return statement.executeBatch();
    }
  }
}
