package dev.crossfade.pgjdbc;

import dev.crossfade.Crossfade;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Wrapper;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.PooledConnection;
import javax.sql.XAConnection;
import javax.sql.XADataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.common.BaseDataSource;

/** Where the suite's classes are led to. Thread-safe; public because they call it. */
public final class Redirect {

  private static final Way WAY = Way.current();
  private static final AtomicLong OPENED = new AtomicLong();

  private Redirect() {}

  /** How many connections were asked for so far, whether or not they could be opened. */
  static long opened() {
    return OPENED.get();
  }

  public static Connection getConnection(String url) throws SQLException {
    OPENED.incrementAndGet();
    return DriverManager.getConnection(url(url));
  }

  public static Connection getConnection(String url, Properties properties) throws SQLException {
    OPENED.incrementAndGet();
    return DriverManager.getConnection(url(url), properties);
  }

  public static Connection getConnection(String url, String user, String password)
      throws SQLException {
    OPENED.incrementAndGet();
    return DriverManager.getConnection(url(url), user, password);
  }

  private static String url(String url) {
    return WAY == Way.DIRECT || url == null || !url.startsWith("jdbc:postgresql:")
        ? url
        : "jdbc:crossfade:" + url.substring("jdbc:".length());
  }

  public static Connection getConnection(Object source) throws SQLException {
    OPENED.incrementAndGet();
    return dataSource(source).getConnection();
  }

  public static Connection getConnection(Object source, String user, String password)
      throws SQLException {
    OPENED.incrementAndGet();
    return dataSource(source).getConnection(user, password);
  }

  private static DataSource dataSource(Object source) {
    DataSource driver = source instanceof DataSource own ? own : new Plain((BaseDataSource) source);
    return WAY == Way.DIRECT ? driver : Crossfade.wrap(driver);
  }

  public static PooledConnection getPooledConnection(Object source) throws SQLException {
    OPENED.incrementAndGet();
    return pool(source).getPooledConnection();
  }

  public static PooledConnection getPooledConnection(Object source, String user, String password)
      throws SQLException {
    OPENED.incrementAndGet();
    return pool(source).getPooledConnection(user, password);
  }

  private static ConnectionPoolDataSource pool(Object source) {
    ConnectionPoolDataSource driver = (ConnectionPoolDataSource) source;
    return WAY == Way.DIRECT ? driver : Crossfade.wrap(driver);
  }

  public static XAConnection getXAConnection(Object source) throws SQLException {
    OPENED.incrementAndGet();
    return xa(source).getXAConnection();
  }

  public static XAConnection getXAConnection(Object source, String user, String password)
      throws SQLException {
    OPENED.incrementAndGet();
    return xa(source).getXAConnection(user, password);
  }

  private static XADataSource xa(Object source) {
    XADataSource driver = (XADataSource) source;
    return WAY == Way.DIRECT ? driver : Crossfade.wrap(driver);
  }

  /** What stands in the place of a cast. */
  public static @Nullable Object cast(@Nullable Object value, Class<?> type) throws SQLException {
    return WAY != Way.DIRECT
            && !type.isInstance(value)
            && value instanceof Wrapper wrapper
            && wrapper.isWrapperFor(type)
        ? wrapper.unwrap(type)
        : value;
  }

  /** What stands in the place of {@code instanceof}. */
  public static boolean isInstance(@Nullable Object value, Class<?> type) throws SQLException {
    return type.isInstance(value)
        || WAY != Way.DIRECT && value instanceof Wrapper wrapper && wrapper.isWrapperFor(type);
  }

  /** The driver's pools and XA sources can open a connection too without being data sources. */
  private record Plain(BaseDataSource driver) implements DataSource {

    @Override
    public Connection getConnection() throws SQLException {
      return driver.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      return driver.getConnection(user, password);
    }

    @Override
    public PrintWriter getLogWriter() {
      return driver.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) {
      driver.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) {
      driver.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() {
      return driver.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
      throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
      throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
      return false;
    }
  }
}
