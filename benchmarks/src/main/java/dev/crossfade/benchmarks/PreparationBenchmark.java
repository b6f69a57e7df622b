package dev.crossfade.benchmarks;

import dev.crossfade.model.Phase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Prepared and closed, but not executed: with the stub's price taken off, the look-up remains. */
@Question("How long does the proxy take to find a text that was seen before?")
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls @Setup.
public class PreparationBenchmark extends JdbcBenchmark {

  @Param public Text text;

  @Param({"PLAIN", "PROXY"})
  public Way way;

  private Connection connection;
  private String tracked;
  private String untracked;

  @Setup
  public void open() throws SQLException {
    tracked = text.tracked();
    untracked = text.untracked();
    connection = closedAfterwards(way.connect(Server.STUB.dataSource(), Phase.FALLBACK_READ));
    requireSent(connection, tracked, way == Way.PROXY);
    requireSent(connection, untracked, false);
  }

  @Benchmark
  public PreparedStatement untracked() throws SQLException {
    return prepared(untracked);
  }

  @Benchmark
  public PreparedStatement fallbackRead() throws SQLException {
    return prepared(tracked);
  }

  private PreparedStatement prepared(String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.close();
    return statement;
  }
}
