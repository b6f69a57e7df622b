package dev.crossfade.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.PooledConnection;
import javax.sql.StatementEventListener;
import org.jspecify.annotations.Nullable;

/**
 * A physical connection whose logical connections rewrite for the phase. What becomes of them is
 * told to the listeners with this as the source, for that is what a pool knows.
 */
class CrossfadePooledConnection<D extends PooledConnection> implements PooledConnection {

  final D delegate;
  private final Crossing crossing;
  private final List<ConnectionEventListener> listeners = new CopyOnWriteArrayList<>();

  /** The logical connection handed out last, closed or not. */
  private volatile @Nullable CrossfadeConnection logical;

  CrossfadePooledConnection(D delegate, Crossing crossing) {
    this.delegate = delegate;
    this.crossing = crossing;
    delegate.addConnectionEventListener(new Relay());
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = crossing.cross(delegate.getConnection());
    if (connection instanceof CrossfadeConnection ours) {
      logical = ours;
    }
    return connection;
  }

  /** The logical connection handed out last. */
  final @Nullable CrossfadeConnection logical() {
    return logical;
  }

  @Override
  public void close() throws SQLException {
    delegate.close();
  }

  @Override
  public void addConnectionEventListener(ConnectionEventListener listener) {
    listeners.add(listener);
  }

  @Override
  public void removeConnectionEventListener(ConnectionEventListener listener) {
    listeners.remove(listener);
  }

  @Override
  public void addStatementEventListener(StatementEventListener listener) {
    delegate.addStatementEventListener(listener);
  }

  @Override
  public void removeStatementEventListener(StatementEventListener listener) {
    delegate.removeStatementEventListener(listener);
  }

  @Override
  public String toString() {
    return "crossfade " + delegate;
  }

  private final class Relay implements ConnectionEventListener {

    @Override
    public void connectionClosed(ConnectionEvent event) {
      ConnectionEvent ours = ours(event);
      for (ConnectionEventListener listener : listeners) {
        listener.connectionClosed(ours);
      }
    }

    @Override
    public void connectionErrorOccurred(ConnectionEvent event) {
      ConnectionEvent ours = ours(event);
      for (ConnectionEventListener listener : listeners) {
        listener.connectionErrorOccurred(ours);
      }
    }

    private ConnectionEvent ours(ConnectionEvent event) {
      return new ConnectionEvent(CrossfadePooledConnection.this, event.getSQLException());
    }
  }
}
