package dev.crossfade.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is compared is fair only if it leaves the same behind: two equal columns. */
class TriggerBenchmarkTest {

  @ParameterizedTest
  @EnumSource
  void bothColumnsAreWritten(Sync sync) throws Exception {
    Tables.create(Server.POSTGRES.dataSource());
    TriggerBenchmark one = new TriggerBenchmark();
    one.sync = sync;
    one.open();
    one.insert();
    one.update();
    one.close();
    for (TriggerBatchBenchmark.Inserts inserts : TriggerBatchBenchmark.Inserts.values()) {
      TriggerBatchBenchmark many = new TriggerBatchBenchmark();
      many.sync = sync;
      many.rows = 100;
      many.inserts = inserts;
      many.open();
      assertThat(many.insert()).hasSize(100);
      assertThat(many.update()).hasSize(100);
      many.close();
    }

    String table = sync == Sync.TRIGGER ? Tables.SYNCED : "users";
    assertThat(count(table + " WHERE full_name LIKE '%Ada%' AND full_name = display_name"))
        .isEqualTo(1 + 200 + 100);
    assertThat(count(table + " WHERE full_name LIKE '%Ada%'")).isEqualTo(1 + 200 + 100);
  }

  private static int count(String rows) throws SQLException {
    try (Connection connection = Server.POSTGRES.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT count(*) FROM " + rows)) {
      result.next();
      return result.getInt(1);
    }
  }
}
