package dev.crossfade.benchmarks;

import dev.crossfade.model.Phase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.Blackhole;

@Question("What does the proxy cost a result of 1,000 rows, each read by three getters?")
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls @Setup.
public class WideReadBenchmark extends JdbcBenchmark {

  private static final String UNTRACKED = "SELECT id, note, amount FROM orders";
  private static final String NEW_NAME = "SELECT id, display_name, age FROM users";
  private static final String FALLBACK_BY_HAND =
      "SELECT id, coalesce(display_name, full_name) AS display_name, age FROM users";

  @Param({"STUB", "MEMORY", "POSTGRES"})
  public Server server;

  @Param({"PLAIN", "BY_HAND", "PROXY"})
  public Way way;

  private boolean byHand;
  private Connection connection;

  @Setup
  public void open() throws SQLException {
    byHand = way == Way.BY_HAND;
    connection = closedAfterwards(way.connect(server.dataSource(), Phase.FALLBACK_READ));
    requireSent(connection, UNTRACKED, false);
    requireSent(connection, NEW_NAME, way == Way.PROXY);
  }

  @Benchmark
  public void untracked(Blackhole blackhole) throws SQLException {
    read(connection, UNTRACKED, blackhole);
  }

  @Benchmark
  public void fallbackRead(Blackhole blackhole) throws SQLException {
    read(connection, byHand ? FALLBACK_BY_HAND : NEW_NAME, blackhole);
  }

  static void read(Connection connection, String sql, Blackhole blackhole) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        blackhole.consume(rows.getLong(1));
        blackhole.consume(rows.getString(2));
        blackhole.consume(rows.getInt(3));
      }
    }
  }
}
