package dev.crossfade.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.crossfade.model.Phase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

@Question("What does the proxy cost a service that borrows a pooled connection for each statement?")
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls @Setup.
public class BorrowBenchmark extends JdbcBenchmark {

  @Param({"MEMORY", "POSTGRES"})
  public Server server;

  @Param({"PLAIN", "PROXY"})
  public Way way;

  private DataSource dataSource;

  @Setup
  public void open() throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setDataSource(server.dataSource());
    config.setMaximumPoolSize(1);
    dataSource = way.through(closedAfterwards(new HikariDataSource(config)), Phase.FALLBACK_READ);
  }

  @Benchmark
  public @Nullable String untrackedSelect() throws SQLException {
    return select(PassThroughBenchmark.SELECT);
  }

  @Benchmark
  public @Nullable String fallbackReadSelect() throws SQLException {
    return select(RewrittenBenchmark.NEW_NAME);
  }

  private @Nullable String select(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, id);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(2);
      }
    }
  }
}
