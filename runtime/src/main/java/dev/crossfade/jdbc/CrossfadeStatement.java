package dev.crossfade.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/** A statement whose texts are rewritten for the phase in which they are executed. */
class CrossfadeStatement<D extends Statement> extends DelegatingStatement<D> {

  final Session session;

  /** Null until a text is added, which few statements ever see. */
  private @Nullable TextBatch batch;

  private @Nullable Written updatable;
  private @Nullable CrossfadeResultSet last;
  private boolean escapes = true;

  /** Texts that wait to be executed together. */
  private static final class TextBatch {
    final List<String> texts = new ArrayList<>();
    boolean touches;
    int effects;
  }

  CrossfadeStatement(D delegate, Session session) {
    super(delegate);
    this.session = session;
  }

  @Override
  final Verdict verdict(@Nullable String sql) throws SQLException {
    return session.verdict(sql);
  }

  @Override
  final String text(Verdict verdict, String sql, GeneratedKeys keys) throws SQLException {
    if (!verdict.touches()) {
      return sql;
    }
    Written written = session.write(verdict, sql, keys, escapes);
    updatable = session.guard(written, delegate.getResultSetConcurrency());
    return written.unchanged() ? sql : written.sql();
  }

  @Override
  final @Nullable String textAfter(
      SQLException failure, Verdict verdict, String sql, GeneratedKeys keys, String failed) {
    try {
      if (verdict.touches()
          && session.failed(failure)
          && verdict.effects() == 0
          && session.leftNothing()) {
        String now = text(verdict, sql, keys);
        return now.equals(failed) ? null : now;
      }
    } catch (SQLException again) {
      failure.addSuppressed(again);
    }
    return null;
  }

  @Override
  final void executed(Verdict verdict) {
    session.executed(verdict.effects());
  }

  @Override
  public void addBatch(String sql) throws SQLException {
    Verdict verdict = session.verdict(sql);
    delegate.addBatch(text(verdict, sql, GeneratedKeys.NONE));
    TextBatch batch = this.batch;
    if (batch == null) {
      batch = new TextBatch();
      this.batch = batch;
    }
    batch.texts.add(sql);
    batch.touches |= verdict.touches();
    batch.effects |= verdict.effects();
  }

  @Override
  public void clearBatch() throws SQLException {
    delegate.clearBatch();
    batch = null;
  }

  @Override
  public int[] executeBatch() throws SQLException {
    return attendedBatch(Statement::executeBatch);
  }

  @Override
  public long[] executeLargeBatch() throws SQLException {
    return attendedBatch(Statement::executeLargeBatch);
  }

  private interface BatchExecution<T> {
    T of(Statement statement) throws SQLException;
  }

  /** The texts are written for now, whenever they were added: phases may have moved in between. */
  private <T> T attendedBatch(BatchExecution<T> execution) throws SQLException {
    TextBatch batch = this.batch;
    if (batch == null) {
      return execution.of(delegate);
    }
    try {
      if (batch.touches) {
        delegate.clearBatch();
        for (String sql : batch.texts) {
          Verdict verdict = session.verdict(sql);
          delegate.addBatch(text(verdict, sql, GeneratedKeys.NONE));
        }
      }
      return execution.of(delegate);
    } catch (SQLException e) {
      if (batch.touches) {
        session.failed(e);
      }
      throw e;
    } finally {
      session.executed(batch.effects);
      this.batch = null;
    }
  }

  @Override
  public void setEscapeProcessing(boolean enable) throws SQLException {
    delegate.setEscapeProcessing(enable);
    escapes = enable;
  }

  /** Results that are opened from now on may be updated only while {@code written} stands. */
  final void guardResults(@Nullable Written written) {
    updatable = written;
  }

  @Override
  final @Nullable ResultSet wrap(@Nullable ResultSet result) {
    return result == null ? null : new CrossfadeResultSet(result, session, this, updatable);
  }

  /** The same object each time; what executing returned is not kept, for that would cost each. */
  @Override
  public @Nullable ResultSet getResultSet() throws SQLException {
    ResultSet result = delegate.getResultSet();
    if (last == null || last.delegate != result) {
      last = (CrossfadeResultSet) wrap(result);
    }
    return last;
  }

  @Override
  public Connection getConnection() throws SQLException {
    delegate.getConnection();
    return session.connection;
  }

  @Override
  final PGStatement driver() {
    return Unwrapping.of(delegate, PGStatement.class);
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return type.isInstance(this) ? type.cast(this) : delegate.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return type.isInstance(this) || delegate.isWrapperFor(type);
  }

  @Override
  public String toString() {
    return delegate.toString();
  }
}
