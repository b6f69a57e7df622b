package dev.crossfade.jdbc;

import dev.crossfade.phase.PhaseSnapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A result that leads back to the application's statement, and otherwise only delegates. */
class CrossfadeResultSet extends DelegatingResultSet {

  private final Session session;
  private final @Nullable Written updatable;
  private @Nullable Statement statement;

  /**
   * @param statement whose result it is, or null if the driver made a statement of its own for it
   * @param updatable set if rows of a table in transition may be updated through it
   */
  CrossfadeResultSet(
      ResultSet delegate,
      Session session,
      @Nullable Statement statement,
      @Nullable Written updatable) {
    super(delegate);
    this.session = session;
    this.statement = statement;
    this.updatable = updatable;
  }

  @Override
  public @Nullable Statement getStatement() throws SQLException {
    Statement real = delegate.getStatement();
    if (real == null) {
      return null;
    }
    if (statement == null) {
      statement = new CrossfadeStatement<>(real, session);
    }
    return statement;
  }

  // A refcursor comes out as a result set, which would lead to the driver's connection.

  @Override
  public @Nullable Object getObject(int column) throws SQLException {
    return session.proxied(delegate.getObject(column));
  }

  @Override
  public @Nullable Object getObject(String label) throws SQLException {
    return session.proxied(delegate.getObject(label));
  }

  @Override
  public <T> @Nullable T getObject(int column, Class<T> type) throws SQLException {
    return session.proxied(delegate.getObject(column, type), type);
  }

  @Override
  public <T> @Nullable T getObject(String label, Class<T> type) throws SQLException {
    return session.proxied(delegate.getObject(label, type), type);
  }

  @Override
  public void updateRow() throws SQLException {
    requirePhase();
    delegate.updateRow();
  }

  @Override
  public void insertRow() throws SQLException {
    requirePhase();
    delegate.insertRow();
  }

  /** The backfill counts on it that nobody writes one column once the phase writes both. */
  private void requirePhase() throws SQLException {
    if (updatable != null) {
      PhaseSnapshot now = session.phases();
      if (now != updatable.phases()
          && (now.dualWrites() || !now.mayRunBeside(updatable.phases()))) {
        throw session.refuse(
            updatable.source(), Refusals.resultOutlivedPhase(updatable.phases(), now), null);
      }
    }
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return type.isInstance(this) ? type.cast(this) : session.leave(type, delegate);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return type.isInstance(this) || delegate.isWrapperFor(type);
  }
}
