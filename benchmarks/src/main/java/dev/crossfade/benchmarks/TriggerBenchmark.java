package dev.crossfade.benchmarks;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

@Question("Is a dual-written row cheaper than one that a trigger copies?")
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls @Setup.
public class TriggerBenchmark extends JdbcBenchmark {

  @Param({"POSTGRES"})
  public Server server;

  @Param public Sync sync;

  private SyncConnection users;
  private int updates;

  @Setup
  public void open() throws SQLException {
    users = SyncConnection.open(sync, false);
    closedAfterwards(users.connection());
  }

  @Benchmark
  public int insert() throws SQLException {
    try (PreparedStatement statement = users.insert()) {
      users.bindInsert(statement, name, age);
      return statement.executeUpdate();
    }
  }

  /** Another name each time, for the trigger copies what has changed. */
  @Benchmark
  public int update() throws SQLException {
    try (PreparedStatement statement = users.update()) {
      users.bindUpdate(statement, (updates++ & 1) == 0 ? name : "Augusta Ada King-Noel", id);
      return statement.executeUpdate();
    }
  }
}
