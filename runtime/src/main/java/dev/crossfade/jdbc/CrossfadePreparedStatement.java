package dev.crossfade.jdbc;

import dev.crossfade.model.Problem;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A prepared statement that is always executed as the phase of that moment asks, however long ago
 * it was prepared. One that can not touch a table in transition only delegates.
 */
class CrossfadePreparedStatement<D extends PreparedStatement>
    extends DelegatingPreparedStatement<D> {

  /** A statement of an earlier phase whose result may still be open. */
  private @Nullable PreparedStatement retired;

  /**
   * @param preparation null for a statement that only delegates
   */
  CrossfadePreparedStatement(D delegate, Session session, @Nullable Preparation<D> preparation) {
    super(delegate, session, preparation);
  }

  @Override
  final void beforeExecuting(Preparation<D> preparation) throws SQLException {
    renew(preparation);
    preparation.count();
  }

  @Override
  final void afterExecuting(Preparation<D> preparation) {
    preparation.done();
    session.executed(preparation.effects);
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

  /** Whether to execute once more what has just failed, by another text if there is one now. */
  @Override
  final boolean isWorthRepeating(
      SQLException failure, Preparation<D> preparation, boolean alone, int tries) {
    D failed = delegate;
    Written written = preparation.written();
    Remedy remedy = Remedy.NONE;
    try {
      boolean repeatable = preparation.effects == 0 && preparation.isRepeatable();
      remedy =
          session.remedy(failure, written == null ? null : written.sql(), alone, repeatable, tries);
      if (remedy != Remedy.NONE) {
        renew(preparation);
      }
    } catch (SQLException again) {
      failure.addSuppressed(again);
    }
    return remedy == Remedy.AGAIN || delegate != failed;
  }

  /** A batch is repeated only if none of its rows was written. */
  private <T> T attendedBatch(Preparation<D> preparation, BatchExecution<T> execution)
      throws SQLException {
    boolean alone = session.isAlone();
    try {
      beforeExecuting(preparation);
      for (int tries = 1; ; tries++) {
        try {
          return execution.of(delegate);
        } catch (SQLException e) {
          if (!mayRepeatBatch(e, preparation, alone, tries)) {
            throw e;
          }
        }
      }
    } finally {
      preparation.clearRows();
      afterExecuting(preparation);
    }
  }

  private boolean mayRepeatBatch(
      SQLException failure, Preparation<D> preparation, boolean alone, int tries)
      throws SQLException {
    D failed = delegate;
    if (preparation.written() == null
        || !Batches.wroteNothing(failure)
        || !isWorthRepeating(failure, preparation, alone, tries)) {
      return false;
    }
    if (delegate == failed) {
      // The driver forgets the rows of a batch that has failed.
      preparation.bindAll(delegate);
    }
    return true;
  }

  private void renew(Preparation<D> preparation) throws SQLException {
    renew(preparation, false);
  }

  private void renew(Preparation<D> preparation, boolean keepsResults) throws SQLException {
    if (!preparation.isCurrent(session)) {
      prepareAgain(preparation, keepsResults);
    }
  }

  private void prepareAgain(Preparation<D> preparation, boolean keepsResults) throws SQLException {
    requireRenewable();
    D before = delegate;
    delegate = preparation.renew(before, session);
    Written written = preparation.written();
    if (written != null) {
      guardResults(session.guard(written, delegate.getResultSetConcurrency()));
    }
    if (delegate != before) {
      retire(before, keepsResults);
    }
  }

  /** Closes what is no longer executed, at once or when what it has opened may be closed too. */
  private void retire(D before, boolean keepsResults) throws SQLException {
    PreparedStatement older = retired;
    retired = keepsResults ? before : null;
    if (older != null) {
      older.close();
    }
    if (!keepsResults) {
      before.close();
    }
  }

  @Override
  public void close() throws SQLException {
    try {
      if (retired != null) {
        retired.close();
      }
    } finally {
      super.close();
    }
  }

  /**
   * The text is renewed before, not after: a value that can be bound only once would hold the
   * statement in the phase it was bound in, and one that is bound so each time, for ever.
   */
  @Override
  final void beforeBindingOnce() throws SQLException {
    Preparation<D> preparation = this.preparation;
    if (preparation != null && preparation.beginAgain() && !preparation.isCurrent(session)) {
      preparation.forgetSpent();
      // Binding does not close the result of the last execution.
      renew(preparation, true);
    }
  }

  /** Records that what the application asked for was refused, and makes the exception to throw. */
  final CrossfadeSqlException refuse(Problem problem) {
    Preparation<D> preparation = this.preparation;
    return preparation == null ? new CrossfadeSqlException(problem) : preparation.refuse(problem);
  }

  /** Refuses where the statement holds what a new one could not be given. */
  void requireRenewable() throws SQLException {}

  @Override
  public void addBatch() throws SQLException {
    delegate.addBatch();
    if (preparation != null) {
      preparation.addRow();
    }
  }

  @Override
  public void clearBatch() throws SQLException {
    super.clearBatch();
    if (preparation != null) {
      preparation.clearRows();
    }
  }

  @Override
  public void clearParameters() throws SQLException {
    delegate.clearParameters();
    if (preparation != null) {
      preparation.clearParameters();
    }
  }

  @Override
  public @Nullable ResultSetMetaData getMetaData() throws SQLException {
    ResultSetMetaData metaData = delegate.getMetaData();
    Written written = preparation == null ? null : preparation.written();
    return metaData == null || written == null || written.hidden().isEmpty()
        ? metaData
        : new VisibleMetaData(metaData, written.hidden().size());
  }

  @Override
  public ParameterMetaData getParameterMetaData() throws SQLException {
    ParameterMetaData metaData = delegate.getParameterMetaData();
    Preparation<D> preparation = this.preparation;
    if (preparation == null || preparation.isOneToOne()) {
      return metaData;
    }
    return new ApplicationParameters(metaData, preparation);
  }
}
