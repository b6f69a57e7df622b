package dev.crossfade.jdbc;

import dev.crossfade.model.Strictness;
import dev.crossfade.phase.Phases;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.PooledConnection;
import javax.sql.PooledConnectionBuilder;

/**
 * A source of physical connections for a pool, whose logical connections rewrite for the phase.
 * Thread-safe as its delegate is.
 */
public final class CrossfadeConnectionPoolDataSource extends DelegatingConnectionPoolDataSource {

  private final Crossing crossing;

  CrossfadeConnectionPoolDataSource(ConnectionPoolDataSource delegate, Crossing crossing) {
    super(delegate);
    this.crossing = crossing;
  }

  /** {@code dataSource} with every statement rewritten for {@code phases}. */
  public static ConnectionPoolDataSource over(
      ConnectionPoolDataSource dataSource, Phases phases, Strictness strictness) {
    return new CrossfadeConnectionPoolDataSource(
        dataSource, new Crossing(phases, Rewriting.real(), strictness));
  }

  @Override
  public PooledConnection getPooledConnection() throws SQLException {
    return new CrossfadePooledConnection<>(delegate.getPooledConnection(), crossing);
  }

  @Override
  public PooledConnection getPooledConnection(String user, String password) throws SQLException {
    return new CrossfadePooledConnection<>(delegate.getPooledConnection(user, password), crossing);
  }

  @Override
  public PooledConnectionBuilder createPooledConnectionBuilder() throws SQLException {
    throw new SQLFeatureNotSupportedException(
        "A connection builder's connections would not be rewritten.");
  }

  @Override
  public String toString() {
    return "crossfade " + delegate;
  }
}
