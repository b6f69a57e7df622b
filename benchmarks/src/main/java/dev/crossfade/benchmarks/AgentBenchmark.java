package dev.crossfade.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The agent hooks pgjdbc's own classes, so that there is nothing to measure on {@link Server#STUB}:
 * {@link Server#MEMORY} is pgjdbc without a server.
 */
@Question("What does the agent cost a statement that touches no tracked column, and one that does?")
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls @Setup.
public class AgentBenchmark extends JdbcBenchmark {

  private static final String STAR = "SELECT * FROM users";

  /** Whether the fork runs with the agent; {@link Main} sees to it. */
  public enum Agent {
    /** The baseline. */
    NONE,
    ATTACHED
  }

  @Param({"MEMORY", "POSTGRES"})
  public Server server;

  @Param({"NONE", "ATTACHED"})
  public Agent agent;

  private Connection connection;

  @Setup
  public void open() throws SQLException {
    if (AgentJar.isAttached() != (agent == Agent.ATTACHED)) {
      throw new IllegalStateException(
          "This JVM was started "
              + (agent == Agent.ATTACHED ? "without" : "with")
              + " the agent. AgentBenchmark is run by java -jar benchmarks.jar, which attaches it.");
    }
    connection = closedAfterwards(server.dataSource().getConnection());
  }

  @Benchmark
  public @Nullable String untrackedSelect() throws SQLException {
    return select(PassThroughBenchmark.SELECT);
  }

  @Benchmark
  public @Nullable String trackedSelect() throws SQLException {
    return select(RewrittenBenchmark.OLD_NAME);
  }

  private @Nullable String select(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, id);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(2);
      }
    }
  }

  @Benchmark
  public int untrackedInsert() throws SQLException {
    return insert(PassThroughBenchmark.INSERT);
  }

  @Benchmark
  public int trackedInsert() throws SQLException {
    return insert(RewrittenBenchmark.INSERT);
  }

  private int insert(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      statement.setInt(2, age);
      return statement.executeUpdate();
    }
  }

  /** 1,000 rows whose getters are watched: only they tell whether a column of * is consumed. */
  @Benchmark
  public void trackedStarRead(Blackhole blackhole) throws SQLException {
    WideReadBenchmark.read(connection, STAR, blackhole);
  }
}
