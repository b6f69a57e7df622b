package dev.crossfade.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.XAConnection;
import javax.transaction.xa.XAResource;
import org.jspecify.annotations.Nullable;

/**
 * A physical connection of a transaction manager. Its transactions begin and end by the {@link
 * XAResource}, out of the sight of the connection that the application holds.
 */
final class CrossfadeXaConnection extends CrossfadePooledConnection<XAConnection>
    implements XAConnection {

  private @Nullable CrossfadeXaResource resource;

  CrossfadeXaConnection(XAConnection delegate, Crossing crossing) {
    super(delegate, crossing);
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    CrossfadeConnection logical = logical();
    if (logical != null) {
      logical.transactionsEndElsewhere();
    }
    return connection;
  }

  @Override
  public synchronized XAResource getXAResource() throws SQLException {
    XAResource driver = delegate.getXAResource();
    CrossfadeXaResource known = resource;
    if (known == null || known.delegate != driver) {
      known = new CrossfadeXaResource(driver, this);
      resource = known;
    }
    return known;
  }
}
