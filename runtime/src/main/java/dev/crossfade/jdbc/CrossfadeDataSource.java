package dev.crossfade.jdbc;

import dev.crossfade.model.Strictness;
import dev.crossfade.phase.Phases;
import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** A data source whose connections rewrite for the phase. Thread-safe as its delegate is. */
public final class CrossfadeDataSource extends DelegatingDataSource {

  private final Crossing crossing;
  private final boolean othersPass;

  CrossfadeDataSource(DataSource delegate, Crossing crossing) {
    this(delegate, crossing, false);
  }

  private CrossfadeDataSource(DataSource delegate, Crossing crossing, boolean othersPass) {
    super(delegate);
    this.crossing = crossing;
    this.othersPass = othersPass;
  }

  /** {@code dataSource} with every statement rewritten for {@code phases}. */
  public static DataSource over(DataSource dataSource, Phases phases, Strictness strictness) {
    return new CrossfadeDataSource(dataSource, new Crossing(phases, Rewriting.real(), strictness));
  }

  /**
   * As {@link #over}, for a data source that may lead to any database: connections to another one
   * than PostgreSQL are handed out as they are.
   */
  public static DataSource wherePostgres(
      DataSource dataSource, Phases phases, Strictness strictness) {
    return new CrossfadeDataSource(
        dataSource, new Crossing(phases, Rewriting.real(), strictness), true);
  }

  @Override
  public Connection getConnection() throws SQLException {
    return cross(delegate.getConnection());
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return cross(delegate.getConnection(user, password));
  }

  private Connection cross(Connection connection) throws SQLException {
    return othersPass && !isPostgres(connection) ? connection : crossing.cross(connection);
  }

  /** By name too: a wrapper that does not lead to the driver must not be taken for another one. */
  private static boolean isPostgres(Connection connection) throws SQLException {
    try {
      return connection.isWrapperFor(PGConnection.class)
          || "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public ConnectionBuilder createConnectionBuilder() throws SQLException {
    throw new SQLFeatureNotSupportedException(
        "A connection builder's connections would not be rewritten.");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    return type.isInstance(delegate) ? type.cast(delegate) : delegate.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return type.isInstance(this) || type.isInstance(delegate) || delegate.isWrapperFor(type);
  }

  @Override
  public String toString() {
    return "crossfade " + delegate;
  }
}
