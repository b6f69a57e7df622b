package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.crossfade.Crossfade;
import dev.crossfade.jdbc.CrossfadeDataSource;
import dev.crossfade.phase.Phases;
import dev.crossfade.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/** Which data sources are wrapped, and that none is twice. */
class DataSourcesTest {

  private static final String INSERT = "INSERT INTO customers (full_name) VALUES ('a')";
  private static final String ROWS = "SELECT full_name, display_name FROM customers";

  private final Postgres database = Shop.database();
  private final Map<String, String> properties = Shop.withoutJpa(database);

  DataSourcesTest() {
    properties.put("crossfade.phases", "customers.display_name=DUAL_WRITE");
    properties.put("database", database.url());
  }

  @EnableAutoConfiguration
  static class One {}

  @Test
  void thePoolOfSpringBootIsWrappedAndStillReached() throws SQLException {
    try (ConfigurableApplicationContext context = Shop.context(One.class, properties)) {
      DataSource dataSource = context.getBean(DataSource.class);
      assertThat(dataSource).isInstanceOf(CrossfadeDataSource.class);
      assertThat(dataSource.unwrap(HikariDataSource.class).getMaximumPoolSize()).isEqualTo(2);
      context.getBean(JdbcTemplate.class).update(INSERT);
      assertThat(context.getBean(Phases.class)).isSameAs(Crossfade.phases());
    }
    assertThat(Shop.rows(database, ROWS)).containsExactly("a|a");
  }

  @Test
  void aUrlThatCrossesAlreadyIsNotRewrittenTwice() throws SQLException {
    properties.put("spring.datasource.url", database.url().replace("jdbc:", "jdbc:crossfade:"));
    properties.put("spring.datasource.driver-class-name", "dev.crossfade.jdbc.CrossfadeDriver");
    try (ConfigurableApplicationContext context = Shop.context(One.class, properties)) {
      assertWrittenOnce(context.getBean(DataSource.class));
    }
  }

  @EnableAutoConfiguration
  static class ByHand {
    @Bean
    DataSource byHand(@Value("${database}") String url, Phases phases) {
      return Crossfade.wrap(postgres(url), phases);
    }
  }

  @Test
  void aDataSourceThatTheApplicationHasWrappedIsLeft() throws SQLException {
    try (ConfigurableApplicationContext context = Shop.context(ByHand.class, properties)) {
      DataSource dataSource = context.getBean(DataSource.class);
      assertThat(dataSource.isWrapperFor(SimpleDriverDataSource.class)).isTrue();
      assertThat(dataSource.unwrap(DataSource.class)).isSameAs(dataSource);
      assertWrittenOnce(dataSource);
    }
  }

  @EnableAutoConfiguration
  static class Several {
    @Bean
    DataSource inner(@Value("${database}") String url) {
      return postgres(url);
    }

    @Bean
    DataSource lazy(@Qualifier("inner") DataSource inner) {
      return new LazyConnectionDataSourceProxy(inner);
    }

    @Bean
    @Primary
    DataSource router(
        @Qualifier("inner") DataSource inner,
        @Qualifier("lazy") DataSource lazy,
        @Value("${database}") String url) {
      AbstractRoutingDataSource router =
          new AbstractRoutingDataSource() {
            @Override
            protected Object determineCurrentLookupKey() {
              return KEY.get();
            }
          };
      router.setTargetDataSources(Map.of("inner", inner, "lazy", lazy, "own", postgres(url)));
      return router;
    }

    @Bean
    DataSource reporting(@Value("${database}") String url) {
      return postgres(url);
    }

    @Bean
    DataSource other() {
      return new SimpleDriverDataSource(new org.h2.Driver(), "jdbc:h2:mem:other");
    }
  }

  private static final ThreadLocal<String> KEY = ThreadLocal.withInitial(() -> "own");

  private static DataSource postgres(String url) {
    return new SimpleDriverDataSource(new org.postgresql.Driver(), url);
  }

  @Test
  void eachOfSeveralIsWrappedAndAConnectionOnlyOnce() throws SQLException {
    properties.put("crossfade.excluded-data-sources", "reporting,unknown");
    try (ConfigurableApplicationContext context = Shop.context(Several.class, properties)) {
      for (String name : new String[] {"inner", "lazy"}) {
        assertWrittenOnce(context.getBean(name, DataSource.class));
      }
      for (String key : new String[] {"inner", "lazy", "own"}) {
        KEY.set(key);
        assertWrittenOnce(context.getBean("router", DataSource.class));
      }
      KEY.remove();

      DataSource excluded = context.getBean("reporting", DataSource.class);
      assertThat(excluded).isInstanceOf(SimpleDriverDataSource.class);
      new JdbcTemplate(excluded).update(INSERT);
      assertThat(Shop.rows(database, ROWS)).containsExactly("a|null");
    }
  }

  @Test
  void anotherDatabasesConnectionsAreItsOwn() throws SQLException {
    try (ConfigurableApplicationContext context = Shop.context(Several.class, properties)) {
      DataSource other = context.getBean("other", DataSource.class);
      try (Connection connection = other.getConnection()) {
        assertThat(connection.getClass().getName()).startsWith("org.h2.");
        connection
            .createStatement()
            .execute("CREATE TABLE customers (full_name text, display_name text)");
        connection.createStatement().execute(INSERT);
      }
    }
  }

  @Test
  void whatIsSwitchedOffIsNotThere() throws SQLException {
    properties.put("crossfade.enabled", "false");
    try (ConfigurableApplicationContext context = Shop.context(One.class, properties)) {
      assertThat(context.getBean(DataSource.class)).isInstanceOf(HikariDataSource.class);
      assertThat(context.getBeansOfType(Phases.class)).isEmpty();
      assertThat(context.containsBean("crossfadeEndpoint")).isFalse();
    }
  }

  @Test
  void anApplicationWithoutADataSourceStartsWithoutOne() {
    properties.merge(
        "spring.autoconfigure.exclude",
        "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration,"
            + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
        (others, ours) -> others + "," + ours);
    properties.put("crossfade.phases", "nothing is read of this");
    try (ConfigurableApplicationContext context = Shop.context(One.class, properties)) {
      assertThat(context.getBeansOfType(DataSource.class)).isEmpty();
      assertThat(context.getBeanFactory().containsSingleton("crossfadeSettings")).isFalse();
      assertThat(context.containsBean("crossfadeEndpoint")).isFalse();
    }
  }

  /** Rewritten twice, a text would carry two marks, and count twice. */
  private void assertWrittenOnce(DataSource dataSource) throws SQLException {
    long before = written();
    new JdbcTemplate(dataSource).update(INSERT);
    assertThat(written() - before).isEqualTo(1);
    assertThat(Shop.rows(database, ROWS)).containsExactly("a|a");
    database.run("TRUNCATE customers");
  }

  private static long written() {
    return Crossfade.activity().transitions().get(0).rewrites().values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }
}
