package com.acme.http;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** The connection pool of the service, as many a service has it. */
public final class Pool {

  private Pool() {}

  /** A pool of connections to {@code url}. */
  public static HikariDataSource of(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(UserServer.THREADS);
    config.setMinimumIdle(UserServer.THREADS);
    config.setConnectionTimeout(10_000);
    return new HikariDataSource(config);
  }
}
