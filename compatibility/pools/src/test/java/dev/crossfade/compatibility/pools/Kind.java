package dev.crossfade.compatibility.pools;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.commons.dbcp2.ConnectionFactory;
import org.apache.commons.dbcp2.DataSourceConnectionFactory;
import org.apache.tomcat.jdbc.pool.PoolProperties;

/** The pools that are run, each as its users set it up. */
enum Kind {
  HIKARI {
    @Override
    Pool over(DataSource connections) {
      HikariConfig config = new HikariConfig();
      config.setDataSource(connections);
      return open(config);
    }

    @Override
    Pool at(String url) {
      HikariConfig config = new HikariConfig();
      config.setJdbcUrl(url);
      return open(config);
    }

    private Pool open(HikariConfig config) {
      config.setMaximumPoolSize(Pool.SIZE);
      HikariDataSource pool = new HikariDataSource(config);
      return new Pool(pool, () -> pool.getHikariPoolMXBean().getActiveConnections(), pool);
    }
  },

  /** Keeps prepared statements beyond a connection's return, so that they live across phases. */
  DBCP {
    @Override
    Pool over(DataSource connections) {
      return open(
          new BasicDataSource() {
            @Override
            protected ConnectionFactory createConnectionFactory() {
              return new DataSourceConnectionFactory(connections);
            }
          });
    }

    @Override
    Pool at(String url) {
      BasicDataSource pool = new BasicDataSource();
      pool.setUrl(url);
      return open(pool);
    }

    private Pool open(BasicDataSource pool) {
      pool.setMaxTotal(Pool.SIZE);
      pool.setPoolPreparedStatements(true);
      pool.setAccessToUnderlyingConnectionAllowed(true);
      return new Pool(pool, pool::getNumActive, pool);
    }
  },

  /** Keeps prepared statements too, and asks the server before it lends a connection. */
  TOMCAT {
    @Override
    Pool over(DataSource connections) {
      PoolProperties config = new PoolProperties();
      config.setDataSource(connections);
      return open(config);
    }

    @Override
    Pool at(String url) {
      PoolProperties config = new PoolProperties();
      config.setUrl(url);
      config.setDriverClassName("dev.crossfade.jdbc.CrossfadeDriver");
      return open(config);
    }

    private Pool open(PoolProperties config) {
      config.setMaxActive(Pool.SIZE);
      config.setMaxIdle(Pool.SIZE);
      config.setMinIdle(1);
      config.setDefaultAutoCommit(true);
      config.setRollbackOnReturn(true);
      config.setInitialSize(1);
      config.setTestOnBorrow(true);
      config.setValidationInterval(0);
      config.setValidationQuery("SELECT 1");
      config.setJdbcInterceptors("ConnectionState;StatementCache(prepared=true,max=20)");
      var pool = new org.apache.tomcat.jdbc.pool.DataSource(config);
      return new Pool(pool, pool::getActive, pool::close);
    }
  };

  /** Over connections of another data source. */
  abstract Pool over(DataSource connections);

  /** Over connections of the driver that takes {@code url}. */
  abstract Pool at(String url);
}
