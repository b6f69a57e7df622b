package dev.crossfade.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.crossfade.model.Phase;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/**
 * What the proxy allocates beside the driver, in bytes. A wrapper stands for each object that the
 * driver gives out; a statement in transition keeps what is bound to it, in arrays of its own.
 */
class AllocationTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** The wrapper of a result. */
  private static final long RESULT = 32;

  /** The wrapper of a statement. */
  private static final long STATEMENT = 48;

  /** What a statement in transition has beside, with room for two parameters. */
  private static final long PREPARATION = 72 + 48 + 24;

  private interface Work {
    void run(Connection connection) throws SQLException;
  }

  @Test
  void anUntrackedStatementAllocatesItsWrapper() throws SQLException {
    assertThat(
            more(Phase.DUAL_WRITE, connection -> insert(connection, PassThroughBenchmark.INSERT)))
        .isLessThanOrEqualTo(STATEMENT);
  }

  @Test
  void anUntrackedQueryAllocatesTwoWrappers() throws SQLException {
    assertThat(
            more(Phase.DUAL_WRITE, connection -> select(connection, PassThroughBenchmark.SELECT)))
        .isLessThanOrEqualTo(STATEMENT + RESULT);
  }

  @Test
  void aRewrittenStatementAllocatesItsWrapperAndRoomForWhatIsBound() throws SQLException {
    assertThat(more(Phase.DUAL_WRITE, connection -> insert(connection, RewrittenBenchmark.INSERT)))
        .isLessThanOrEqualTo(STATEMENT + PREPARATION);
    assertThat(
            more(
                Phase.FALLBACK_READ, connection -> select(connection, RewrittenBenchmark.NEW_NAME)))
        .isLessThanOrEqualTo(STATEMENT + PREPARATION + RESULT);
  }

  @Test
  void executingARewrittenStatementOnceMoreAllocatesNothing() throws SQLException {
    try (Connection plain = Way.PLAIN.connect(Server.STUB.dataSource(), Phase.DUAL_WRITE);
        Connection proxy = Way.PROXY.connect(Server.STUB.dataSource(), Phase.DUAL_WRITE);
        PreparedStatement before = plain.prepareStatement(RewrittenBenchmark.INSERT);
        PreparedStatement after = proxy.prepareStatement(RewrittenBenchmark.INSERT)) {
      assertThat(after.toString()).isNotEqualTo(before.toString());
      assertThat(allocated(proxy, connection -> execute(after)))
          .isEqualTo(allocated(plain, connection -> execute(before)));
    }
  }

  private static void insert(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      execute(statement);
    }
  }

  private static void execute(PreparedStatement statement) throws SQLException {
    statement.setString(1, "Ada");
    statement.setInt(2, 36);
    statement.executeUpdate();
  }

  private static void select(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, 42);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
      }
    }
  }

  private static long more(Phase phase, Work work) throws SQLException {
    return allocated(Way.PROXY, phase, work) - allocated(Way.PLAIN, phase, work);
  }

  private static long allocated(Way way, Phase phase, Work work) throws SQLException {
    try (Connection connection = way.connect(Server.STUB.dataSource(), phase)) {
      return allocated(connection, work);
    }
  }

  /** The bytes of one execution; the first ones, which fill caches and link code, do not count. */
  private static long allocated(Connection connection, Work work) throws SQLException {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 200; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      work.run(connection);
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }
}
