package dev.crossfade.benchmarks;

import dev.crossfade.model.Phase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One operation a fork: classes are loaded, the grammar is read, nothing is compiled yet. */
@Question("How long does the first statement of a fresh JVM wait?")
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters.
public class FirstStatementBenchmark {

  @Param({"PLAIN", "PROXY"})
  public Way way;

  @Benchmark
  public @Nullable String fallbackReadSelect() throws SQLException {
    return select(RewrittenBenchmark.NEW_NAME);
  }

  @Benchmark
  public @Nullable String untrackedSelect() throws SQLException {
    return select(PassThroughBenchmark.SELECT);
  }

  private @Nullable String select(String sql) throws SQLException {
    try (Connection connection = way.connect(Server.STUB.dataSource(), Phase.FALLBACK_READ);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, 42);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(2);
      }
    }
  }
}
