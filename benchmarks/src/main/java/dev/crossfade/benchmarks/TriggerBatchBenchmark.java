package dev.crossfade.benchmarks;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

@Question("Is a dual-written batch cheaper than one that a trigger copies?")
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls @Setup.
public class TriggerBatchBenchmark extends JdbcBenchmark {

  /** How the driver sends a batch of inserts. */
  public enum Inserts {
    EACH,
    /** {@code reWriteBatchedInserts}: as one statement of many rows. */
    TOGETHER
  }

  @Param({"POSTGRES"})
  public Server server;

  @Param({"100", "1000"})
  public int rows;

  @Param public Inserts inserts;

  @Param public Sync sync;

  private SyncConnection users;
  private int updates;

  @Setup
  public void open() throws SQLException {
    users = SyncConnection.open(sync, inserts == Inserts.TOGETHER);
    closedAfterwards(users.connection());
    // One transaction a batch, as an application has it.
    users.connection().setAutoCommit(false);
  }

  @Benchmark
  public int[] insert() throws SQLException {
    try (PreparedStatement statement = users.insert()) {
      for (int i = 0; i < rows; i++) {
        users.bindInsert(statement, name, age);
        statement.addBatch();
      }
      int[] counts = statement.executeBatch();
      users.connection().commit();
      return counts;
    }
  }

  @Benchmark
  public int[] update() throws SQLException {
    try (PreparedStatement statement = users.update()) {
      String text = (updates++ & 1) == 0 ? name : "Augusta Ada King-Noel";
      for (int i = 1; i <= rows; i++) {
        users.bindUpdate(statement, text, i);
        statement.addBatch();
      }
      int[] counts = statement.executeBatch();
      users.connection().commit();
      return counts;
    }
  }
}
