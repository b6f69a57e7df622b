package dev.crossfade.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written by hand is a fair measure only if it does what the proxy does. */
class RewrittenBenchmarkTest {

  @Test
  void byHandAndProxyReadAndLeaveTheSame() throws Exception {
    List<String> byHand = run(Way.BY_HAND);

    assertThat(run(Way.PROXY)).isEqualTo(byHand);
    assertThat(byHand)
        .contains("Ada King, Countess of Lovelace|Ada King, Countess of Lovelace")
        .hasSize(4);
  }

  private static List<String> run(Way way) throws Exception {
    Tables.create(Server.POSTGRES.dataSource());
    RewrittenBenchmark benchmark = new RewrittenBenchmark();
    benchmark.server = Server.POSTGRES;
    benchmark.way = way;
    // Its display name is missing, as a row's that only the old version has written.
    benchmark.id = 41;
    List<String> seen = new ArrayList<>();
    benchmark.open();
    try {
      seen.add(benchmark.fallbackReadSelect());
      benchmark.dualWriteUpdate();
      benchmark.dualWriteInsert();
      seen.add(benchmark.afterOldNameSelect());
      seen.addAll(rows());
    } finally {
      benchmark.close();
    }
    return seen;
  }

  private static List<String> rows() throws Exception {
    List<String> rows = new ArrayList<>();
    try (Connection connection = Server.pgjdbc(PostgresServer.url()).getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT full_name || '|' || display_name FROM "
                    + Tables.SCHEMA
                    + ".users WHERE id IN (41, 1001) ORDER BY id");
        ResultSet result = statement.executeQuery()) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }
}
