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

  private static final int RESULT = 32;
  private static final int STATEMENT = 48;

  private static final ThreadMXBean THREADS =
      (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private interface Work {
    void run(Connection connection) throws SQLException;
  }

  @Test
  void show() throws SQLException {
    for (String sql : new String[]{PassThroughBenchmark.INSERT, RewrittenBenchmark.INSERT}) {
      System.out.println(sql + " " + more(c -> { try (PreparedStatement s = c.prepareStatement(sql)) {s.setString(1,"a"); s.setInt(2,1);s.executeUpdate();}}));
    }
    for (String sql : new String[]{PassThroughBenchmark.SELECT, RewrittenBenchmark.OLD_NAME, RewrittenBenchmark.NEW_NAME}) {
      System.out.println(sql + " " + more(c -> { try (PreparedStatement s = c.prepareStatement(sql)) {s.setLong(1,1); try(ResultSet r=s.executeQuery()){r.next();}}}));
    }
  }

  private static long more(Work work) throws SQLException {
    return allocated(Way.PROXY, work) - allocated(Way.PLAIN, work);
  }

  private static long allocated(Way way, Work work) throws SQLException {
    try (Connection connection = way.connect(Server.STUB.dataSource(), Phase.FALLBACK_READ)) {
      for (int i = 0; i < 20; i++) {
        work.run(connection);
      }
      int runs = 100;
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < runs; i++) {
        work.run(connection);
      }
      return (THREADS.getCurrentThreadAllocatedBytes() - before) / runs;
    }
  }
}
