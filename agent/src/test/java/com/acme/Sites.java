package com.acme;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** An application behind a pool, with several places that run the same statement. */
public final class Sites {

  private Sites() {}

  /** A repository as a framework would implement it: by a proxy. */
  public interface Names {
    void read() throws SQLException;
  }

  public static void main(String[] arguments) throws Exception {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(arguments[0]);
    config.setMaximumPoolSize(1);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      Names names =
          (Names)
              Proxy.newProxyInstance(
                  Sites.class.getClassLoader(),
                  new Class<?>[] {Names.class},
                  (proxy, method, none) -> {
                    select(pool);
                    return null;
                  });
      for (int i = 0; i < 2000; i++) {
        busy(pool);
      }
      for (int i = 0; i < 2000; i++) {
        busy(pool);
        alternating(pool);
      }
      names.read();
    }
    System.out.println("done");
  }

  private static void busy(DataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT full_name FROM users")) {
      rows.next();
    }
  }

  private static void alternating(DataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT full_name FROM users")) {
      rows.next();
    }
  }

  private static void select(DataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeQuery("SELECT full_name FROM users WHERE id = 1");
    }
  }
}
