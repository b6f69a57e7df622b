package dev.crossfade.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.Blackhole;

@Question("What do others cost that are put before a driver?")
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls @Setup.
public class PeerBenchmark extends JdbcBenchmark {

  private static final String ALL = "SELECT id, note, amount FROM orders";

  @Param({"STUB", "POSTGRES"})
  public Server server;

  @Param public Peer peer;

  private Connection connection;

  @Setup
  public void open() throws SQLException {
    DataSource dataSource = peer.before(server, server.dataSource());
    if (dataSource instanceof AutoCloseable closeable) {
      closedAfterwards(closeable);
    }
    connection = closedAfterwards(dataSource.getConnection());
  }

  @Benchmark
  public @Nullable String select() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PassThroughBenchmark.SELECT)) {
      statement.setLong(1, id);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(2);
      }
    }
  }

  /** 1,000 rows, each read by three getters. */
  @Benchmark
  public void read(Blackhole blackhole) throws SQLException {
    WideReadBenchmark.read(connection, ALL, blackhole);
  }
}
