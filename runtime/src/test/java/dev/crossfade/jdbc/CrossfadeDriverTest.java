package dev.crossfade.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.crossfade.Crossfade;
import dev.crossfade.model.Phase;
import dev.crossfade.phase.PhaseConfig;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossfadeDriverTest {

  private static final Users USERS = Users.expanded();
  private static final String URL = USERS.postgres().url().replace("jdbc:", "jdbc:crossfade:");

  private final Driver driver = new CrossfadeDriver();

  @Test
  void theDriverManagerFindsIt() throws SQLException {
    assertThat(DriverManager.getDriver(URL)).isInstanceOf(CrossfadeDriver.class);
    try (Connection connection = DriverManager.getConnection(URL)) {
      assertThat(Users.rows(connection, "SELECT 1")).containsExactly("1");
    }
  }

  /** The class path of these tests declares the rename. */
  @Test
  void theUrlUsesTheLivePhasesOfTheJvm() throws SQLException {
    assertThat(Crossfade.phases()).isSameAs(PhaseConfig.live());
    assertThat(Crossfade.phases().of(Users.RENAME)).isEqualTo(Phase.BEFORE);
    try (HikariDataSource pool = pool();
        Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO users (age, display_name) VALUES (77, 'by url')");
      Crossfade.phases().move(Users.RENAME, Phase.DUAL_WRITE);
      statement.execute("INSERT INTO users (age, display_name) VALUES (77, 'moved')");
    } finally {
      Crossfade.phases().move(Users.RENAME, Phase.BEFORE);
    }
    assertThat(USERS.rows("SELECT full_name, display_name FROM users WHERE age = 77 ORDER BY id"))
        .containsExactly("by url|null", "moved|moved");
  }

  private static HikariDataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(URL);
    config.setMaximumPoolSize(1);
    return new HikariDataSource(config);
  }

  @Test
  void theUrlSaysHowStrictToBe() throws SQLException {
    String sql = "DO $$ BEGIN UPDATE users SET full_name = 'unproven' WHERE age = -1; END $$";
    Crossfade.phases().move(Users.RENAME, Phase.DUAL_WRITE);
    try (LogLines log = new LogLines();
        Connection strict = driver.connect(URL, new Properties());
        Connection observing = driver.connect(with("crossfade.strictness=observe"), null)) {
      observing.createStatement().execute(sql);
      assertThatThrownBy(() -> strict.createStatement().execute(sql))
          .isInstanceOf(CrossfadeSqlException.class);
      assertThat(log.lines()).hasSize(1);
    } finally {
      Crossfade.phases().move(Users.RENAME, Phase.BEFORE);
    }
    assertThat(Crossfade.activity().transitions().get(0).passed()).isEqualTo(1);
  }

  /** Ours may stand first, in between, last and alone. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "crossfade.strictness=observe",
        "crossfade.strictness=Observe&ApplicationName=a",
        "ApplicationName=a&crossfade.strictness=observe",
        "ApplicationName=a&crossfade.strictness=observe&tcpKeepAlive=true"
      })
  void ourParameterDoesNotReachTheDriver(String parameters) throws SQLException {
    DriverPropertyInfo[] known = driver.getPropertyInfo(with(parameters), new Properties());
    assertThat(known)
        .filteredOn(property -> property.name.equals("crossfade.strictness"))
        .singleElement()
        .satisfies(property -> assertThat(property.value).isEqualTo("observe"));
    try (Connection connection = driver.connect(with(parameters), null)) {
      assertThat(connection.getMetaData().getURL()).doesNotContain("strictness");
      if (parameters.contains("ApplicationName")) {
        assertThat(Users.rows(connection, "SHOW application_name")).containsExactly("a");
      }
    }
  }

  @Test
  void aWrongStrictnessIsExplained() {
    Properties info = new Properties();
    info.setProperty("crossfade.strictness", "lax");
    assertThatThrownBy(() -> driver.connect(URL, info))
        .isInstanceOfSatisfying(
            CrossfadeSqlException.class,
            e -> assertThat(e.problem().id()).isEqualTo("unknown-strictness"));
  }

  private static String with(String parameters) {
    String url = URL.indexOf('?') < 0 ? URL : URL.substring(0, URL.indexOf('?'));
    return url + "?user=postgres&" + parameters;
  }

  @Test
  void takesOnlyItsOwnUrls() throws SQLException {
    assertThat(driver.acceptsURL(URL)).isTrue();
    assertThat(driver.acceptsURL(USERS.postgres().url())).isFalse();
    assertThat(driver.connect(USERS.postgres().url(), new Properties())).isNull();
    assertThat(driver.getPropertyInfo("jdbc:h2:mem:", new Properties())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:crossfade:",
        "jdbc:crossfade:mysql://localhost/db?password=hidden",
        "jdbc:crossfade:jdbc:postgresql://localhost/db?password=hidden",
      })
  void aWrongUrlIsExplainedWithoutItsPassword(String url) {
    assertThatThrownBy(() -> driver.connect(url, new Properties()))
        .isInstanceOfSatisfying(
            CrossfadeSqlException.class,
            e -> {
              assertThat(e.problem().id()).isEqualTo("bad-url");
              assertThat(e.getSQLState()).isEqualTo("08001");
            })
        .hasMessageNotContaining("hidden")
        .hasMessageContaining("jdbc:crossfade:postgresql://host:port/database");
  }

  @Test
  void aWrongHostIsTheDriversOwnError() {
    assertThatThrownBy(
            () -> DriverManager.getConnection("jdbc:crossfade:postgresql://localhost:1/nowhere"))
        .isInstanceOf(org.postgresql.util.PSQLException.class)
        .hasMessageContaining("refused");
  }

  @Test
  void propertiesReachTheDriverWithTheirDefaults() throws SQLException {
    Properties defaults = new Properties();
    defaults.setProperty("ApplicationName", "nested default");
    try (Connection connection = driver.connect(URL, new Properties(defaults))) {
      assertThat(Users.rows(connection, "SHOW application_name")).containsExactly("nested default");
    }
    assertThat(driver.getPropertyInfo(URL, new Properties()))
        .extracting(property -> ((DriverPropertyInfo) property).name)
        .contains("ApplicationName", "reWriteBatchedInserts");
  }
}
