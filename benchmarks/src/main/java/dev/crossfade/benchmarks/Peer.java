package dev.crossfade.benchmarks;

import com.p6spy.engine.spy.P6DataSource;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.crossfade.Crossfade;
import dev.crossfade.model.Phase;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.instrumentation.jdbc.datasource.JdbcTelemetry;
import java.util.Properties;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import software.amazon.jdbc.ds.AwsWrapperDataSource;

/** What else is put before a driver, each set up to do as little as it can. */
public enum Peer {
  /** The driver itself: the baseline. */
  PLAIN {
    @Override
    DataSource before(Server server, DataSource driver) {
      return driver;
    }
  },

  /** Ours. */
  PROXY {
    @Override
    DataSource before(Server server, DataSource driver) {
      return Crossfade.wrap(driver, Tables.phases(Phase.DUAL_WRITE));
    }
  },

  /** HikariCP's proxies; a connection is borrowed once, and the borrowing not measured. */
  HIKARI {
    @Override
    DataSource before(Server server, DataSource driver) {
      HikariConfig config = new HikariConfig();
      config.setDataSource(driver);
      config.setMaximumPoolSize(1);
      return new HikariDataSource(config);
    }
  },

  /** The AWS Advanced JDBC Wrapper without a plugin. */
  AWS {
    @Override
    DataSource before(Server server, DataSource driver) {
      AwsWrapperDataSource dataSource = new AwsWrapperDataSource();
      dataSource.setTargetDataSourceClassName(BenchmarkedDataSource.class.getName());
      dataSource.setJdbcProtocol("jdbc:postgresql:");
      dataSource.setServerName("localhost");
      dataSource.setDatabase("postgres");
      Properties properties = new Properties();
      properties.setProperty("wrapperPlugins", "");
      properties.setProperty("wrapperDialect", "pg");
      properties.setProperty("wrapperTargetDriverDialect", "generic");
      dataSource.setTargetDataSourceProperties(properties);
      BenchmarkedDataSource.server = server;
      return dataSource;
    }
  },

  /** p6spy, which formats a line for each statement; the line goes nowhere. */
  P6SPY {
    @Override
    DataSource before(Server server, DataSource driver) {
      System.setProperty("p6spy.config.appender", SilentLogger.class.getName());
      return new P6DataSource(driver);
    }
  },

  /** datasource-proxy without a listener. */
  DATASOURCE_PROXY {
    @Override
    DataSource before(Server server, DataSource driver) {
      return ProxyDataSourceBuilder.create(driver).build();
    }
  },

  /** OpenTelemetry's instrumentation of JDBC as a library, with nothing behind it that records. */
  OPENTELEMETRY {
    @Override
    DataSource before(Server server, DataSource driver) {
      return JdbcTelemetry.create(OpenTelemetry.noop()).wrap(driver);
    }
  };

  /** A data source before {@code driver}, which is {@code server}'s. */
  abstract DataSource before(Server server, DataSource driver);
}
