package dev.crossfade.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One thread of an application that prepares, binds, executes, reads and closes on one connection
 * in autocommit, as it does with every common framework.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public abstract class JdbcBenchmark {

  // Not final, so that no value is a constant to the compiler.
  long id = 42;
  String name = "Ada King, Countess of Lovelace";
  int age = 36;

  private final List<AutoCloseable> opened = new ArrayList<>();

  /** Closes {@code resource} when the measurement is over. */
  final <T extends AutoCloseable> T closedAfterwards(T resource) {
    opened.add(resource);
    return resource;
  }

  @TearDown
  public void close() throws Exception {
    for (AutoCloseable resource : opened) {
      resource.close();
    }
    opened.clear();
  }

  /**
   * Fails unless {@code sql} gets to the driver as it should: a benchmark of the wrong thing would
   * look like a good result.
   */
  static void requireSent(Connection connection, String sql, boolean rewritten)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      String sent = statement.toString();
      if (sent.equals(sql) == rewritten) {
        throw new IllegalStateException(
            "not what is to be measured: " + sql + " is sent as " + sent);
      }
    }
  }
}
