package dev.crossfade.jdbc;

import dev.crossfade.model.Strictness;
import dev.crossfade.phase.Phases;
import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import javax.sql.DataSource;

/** A data source whose connections rewrite for the phase. Thread-safe as its delegate is. */
public final class CrossfadeDataSource extends DelegatingDataSource {

  private final Crossing crossing;

  CrossfadeDataSource(DataSource delegate, Crossing crossing) {
    super(delegate);
    this.crossing = crossing;
  }

  /** {@code dataSource} with every statement rewritten for {@code phases}. */
  public static DataSource over(DataSource dataSource, Phases phases, Strictness strictness) {
    return new CrossfadeDataSource(dataSource, new Crossing(phases, Rewriting.real(), strictness));
  }

  @Override
  public Connection getConnection() throws SQLException {
    return crossing.cross(delegate.getConnection());
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return crossing.cross(delegate.getConnection(user, password));
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
