package dev.crossfade.jdbc;

import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A prepared statement that is always executed as the phase of that moment asks, however long ago
 * it was prepared. One that can not touch a table in transition only delegates.
 */
class CrossfadePreparedStatement<D extends PreparedStatement>
    extends DelegatingPreparedStatement<D> {

  private final @Nullable Preparation<D> preparation;

  /**
   * @param preparation null for a statement that only delegates
   */
  CrossfadePreparedStatement(D delegate, Session session, @Nullable Preparation<D> preparation) {
    super(
        delegate,
        session,
        preparation == null || preparation.written() == null ? null : preparation);
    this.preparation = preparation;
  }

  @Override
  final boolean delegatesOnly() {
    return preparation == null;
  }

  @Override
  final void beforeExecuting() throws SQLException {
    if (preparation != null) {
      renew(preparation);
    }
  }

  @Override
  final boolean isToBeTriedAgain(SQLException failure) {
    return preparation != null && isRenewedAfter(failure, preparation);
  }

  @Override
  final void afterExecuting() {
    if (preparation != null) {
      executed(preparation);
    }
  }

  @Override
  public int[] executeBatch() throws SQLException {
    Preparation<D> preparation = this.preparation;
    return preparation == null
        ? delegate.executeBatch()
        : attendedBatch(preparation, PreparedStatement::executeBatch);
  }

  @Override
  public long[] executeLargeBatch() throws SQLException {
    Preparation<D> preparation = this.preparation;
    return preparation == null
        ? delegate.executeLargeBatch()
        : attendedBatch(preparation, PreparedStatement::executeLargeBatch);
  }

  private interface BatchExecution<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  /** Whether another text than the one that has just failed can be tried. */
  private boolean isRenewedAfter(SQLException failure, Preparation<D> preparation) {
    D failed = delegate;
    try {
      if (session.failed(failure)
          && preparation.effects == 0
          && session.leftNothing()
          && (bindings == null || bindings.isRepeatable())) {
        renew(preparation);
      }
    } catch (SQLException again) {
      failure.addSuppressed(again);
    }
    return delegate != failed;
  }

  private <T> T attendedBatch(Preparation<D> preparation, BatchExecution<T> execution)
      throws SQLException {
    try {
      renew(preparation);
      return execution.of(delegate);
    } catch (SQLException e) {
      session.failed(e);
      throw e;
    } finally {
      if (bindings != null) {
        bindings.clearRows();
      }
      executed(preparation);
    }
  }

  private void executed(Preparation<D> preparation) {
    if (bindings != null) {
      bindings.done();
    }
    session.executed(preparation.effects);
  }

  private void renew(Preparation<D> preparation) throws SQLException {
    if (!preparation.isCurrent(session)) {
      prepareAgain(preparation);
    }
  }

  private void prepareAgain(Preparation<D> preparation) throws SQLException {
    requireRenewable();
    D before = delegate;
    delegate = preparation.renew(before, session);
    Written written = preparation.written();
    if (written != null) {
      guardResults(session.guard(written, delegate.getResultSetConcurrency()));
    }
    if (delegate != before) {
      before.close();
    }
  }

  /**
   * The text is renewed before, not after: a value that can be bound only once would hold the
   * statement in the phase it was bound in, and one that is bound so each time, for ever.
   */
  @Override
  final void beforeBindingOnce() throws SQLException {
    Preparation<D> preparation = this.preparation;
    if (preparation != null
        && bindings != null
        && bindings.beginAgain()
        && !preparation.isCurrent(session)) {
      bindings.forgetSpent();
      renew(preparation);
    }
  }

  /** Refuses where the statement holds what a new one could not be given. */
  void requireRenewable() throws SQLException {}

  @Override
  public void addBatch() throws SQLException {
    delegate.addBatch();
    if (bindings != null) {
      bindings.addRow();
    }
  }

  @Override
  public void clearBatch() throws SQLException {
    super.clearBatch();
    if (bindings != null) {
      bindings.clearRows();
    }
  }

  @Override
  public void clearParameters() throws SQLException {
    delegate.clearParameters();
    if (bindings != null) {
      bindings.clearParameters();
    }
  }

  @Override
  public ParameterMetaData getParameterMetaData() throws SQLException {
    ParameterMetaData metaData = delegate.getParameterMetaData();
    Preparation<D> preparation = this.preparation;
    if (preparation == null || bindings == null || bindings.isOneToOne()) {
      return metaData;
    }
    return new ApplicationParameters(metaData, bindings);
  }
}
