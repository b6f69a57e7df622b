package dev.crossfade.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.model.Phase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The servers without a database are measured in place of a real one, so they must be like it. */
class ServerTest {

  private static final Map<String, Phase> REWRITTEN =
      Map.of(
          RewrittenBenchmark.INSERT, Phase.DUAL_WRITE,
          RewrittenBenchmark.UPDATE, Phase.DUAL_WRITE,
          RewrittenBenchmark.NEW_NAME, Phase.FALLBACK_READ,
          RewrittenBenchmark.OLD_NAME, Phase.AFTER);

  @BeforeEach
  void createTables() throws SQLException {
    Tables.create(Server.POSTGRES.dataSource());
  }

  @Test
  void theProxySendsTheSameTextToEachServer() throws SQLException {
    Map<String, String> onPostgres = sent(Server.POSTGRES);

    assertThat(onPostgres).allSatisfy((text, sent) -> assertThat(sent).isNotEqualTo(text));
    assertThat(sent(Server.STUB)).isEqualTo(onPostgres);
    assertThat(sent(Server.MEMORY)).isEqualTo(onPostgres);
  }

  private static Map<String, String> sent(Server server) throws SQLException {
    DataSource driver = server.dataSource();
    Map<String, String> sent = new LinkedHashMap<>();
    for (Map.Entry<String, Phase> entry : REWRITTEN.entrySet()) {
      try (Connection connection = Way.PROXY.connect(driver, entry.getValue());
          PreparedStatement statement = connection.prepareStatement(entry.getKey())) {
        sent.put(entry.getKey(), statement.toString());
      }
    }
    return sent;
  }

  @Test
  void eachServerAnswersWithRowsOfTheSameShape() throws SQLException {
    Map<String, List<String>> onPostgres = rows(Server.POSTGRES);

    assertThat(onPostgres.get("SELECT id, note, amount FROM orders")).hasSize(1_000);
    assertThat(rows(Server.STUB)).isEqualTo(onPostgres);
    assertThat(rows(Server.MEMORY)).isEqualTo(onPostgres);
  }

  private static Map<String, List<String>> rows(Server server) throws SQLException {
    Map<String, List<String>> all = new LinkedHashMap<>();
    try (Connection connection = server.dataSource().getConnection()) {
      for (String sql :
          List.of(
              "SELECT id, note, amount FROM orders",
              "SELECT id, full_name, age FROM users ORDER BY id")) {
        try (PreparedStatement statement = connection.prepareStatement(sql);
            ResultSet rows = statement.executeQuery()) {
          List<String> read = new ArrayList<>();
          while (rows.next()) {
            read.add(rows.getLong(1) + " " + rows.getString(2) + " " + rows.getInt(3));
          }
          all.put(sql, read);
        }
      }
    }
    return all;
  }

  @Test
  void aWholeRowHasTheSameColumnsInMemoryAsOnPostgres() throws SQLException {
    assertThat(labels(Server.MEMORY)).isEqualTo(labels(Server.POSTGRES));
  }

  private static List<String> labels(Server server) throws SQLException {
    try (Connection connection = server.dataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement("SELECT * FROM users");
        ResultSet rows = statement.executeQuery()) {
      ResultSetMetaData metaData = rows.getMetaData();
      List<String> labels = new ArrayList<>();
      for (int i = 1; i <= metaData.getColumnCount(); i++) {
        labels.add(metaData.getColumnLabel(i));
      }
      return labels;
    }
  }
}
