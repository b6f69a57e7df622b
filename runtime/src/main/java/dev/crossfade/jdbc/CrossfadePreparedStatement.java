package dev.crossfade.jdbc;

import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
    super(delegate, session, preparation == null ? null : preparation.bindings);
    this.preparation = preparation;
  }

  @Override
  public @Nullable ResultSet executeQuery() throws SQLException {
    Preparation<D> preparation = this.preparation;
    return wrap(
        preparation == null
            ? delegate.executeQuery()
            : attended(preparation, PreparedStatement::executeQuery));
  }

  @Override
  public boolean execute() throws SQLException {
    Preparation<D> preparation = this.preparation;
    return preparation == null
        ? delegate.execute()
        : attended(preparation, PreparedStatement::execute);
  }

  @Override
  public int executeUpdate() throws SQLException {
    Preparation<D> preparation = this.preparation;
    return preparation == null
        ? delegate.executeUpdate()
        : attended(preparation, PreparedStatement::executeUpdate);
  }

  @Override
  public long executeLargeUpdate() throws SQLException {
    Preparation<D> preparation = this.preparation;
    return preparation == null
        ? delegate.executeLargeUpdate()
        : attended(preparation, PreparedStatement::executeLargeUpdate);
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

  private interface Execution<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  private <T> T attended(Preparation<D> preparation, Execution<T> execution) throws SQLException {
    renew(preparation);
    try {
      return execution.of(delegate);
    } catch (SQLException e) {
      D failed = delegate;
      if (session.failed(e) && preparation.effects == 0 && session.leftNothing()) {
        renew(preparation);
      }
      if (delegate == failed) {
        throw e;
      }
      return execution.of(delegate);
    } finally {
      session.executed(preparation.effects);
    }
  }

  private <T> T attendedBatch(Preparation<D> preparation, Execution<T> execution)
      throws SQLException {
    renew(preparation);
    try {
      return execution.of(delegate);
    } catch (SQLException e) {
      session.failed(e);
      throw e;
    } finally {
      if (bindings != null) {
        bindings.clearRows();
      }
      session.executed(preparation.effects);
    }
  }

  private void renew(Preparation<D> preparation) throws SQLException {
    if (!preparation.isCurrent(session)) {
      requireRenewable();
      delegate = preparation.renew(delegate, session);
      Written written = preparation.written();
      if (written != null) {
        guardResults(session.guard(written, delegate.getResultSetConcurrency()));
      }
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
