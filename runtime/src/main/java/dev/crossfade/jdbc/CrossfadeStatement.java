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
  final boolean isAlone() {
    return session.isAlone();
  }

  @Override
  final Verdict verdict(@Nullable String sql) throws SQLException {
    return session.verdict(sql);
  }

  @Override
  final void executed(Verdict verdict) {
    session.executed(verdict.effects());
  }

  @Override
  final @Nullable String textAfter(
      SQLException failure,
      boolean alone,
      int tries,
      Verdict verdict,
      String text,
      String sql,
      GeneratedKeys keys) {
    if (!verdict.touches()) {
      return null;
    }
    Remedy remedy = Remedy.NONE;
    try {
      remedy = session.remedy(failure, text, alone, verdict.effects() == 0, tries);
      if (remedy != Remedy.NONE) {
        String now = text(verdict, sql, keys);
        return remedy == Remedy.AGAIN || !now.equals(text) ? now : null;
      }
    } catch (SQLException again) {
      failure.addSuppressed(again);
    }
    return remedy == Remedy.AGAIN ? text : null;
  }

  @Override
  final String text(Verdict verdict, String sql, GeneratedKeys keys) throws SQLException {
    if (!verdict.touches()) {
      return sql;
    }
    Written written = written(verdict, sql, keys);
    written.tally().count();
    return written.unchanged() ? sql : written.sql();
  }

  private Written written(Verdict verdict, String sql, GeneratedKeys keys) throws SQLException {
    int concurrency = delegate.getResultSetConcurrency();
    Written written = session.write(verdict, sql, keys, escapes, concurrency);
    updatable = session.guard(written, concurrency);
    return written;
  }

  @Override
  public void addBatch(String sql) throws SQLException {
    if (session.isCopying()) {
      delegate.addBatch(sql);
      added(sql, true, Effects.of(sql));
      return;
    }
    Verdict verdict = session.verdict(sql);
    Written written = verdict.touches() ? written(verdict, sql, GeneratedKeys.NONE) : null;
    delegate.addBatch(written == null || written.unchanged() ? sql : written.sql());
    added(sql, verdict.touches(), verdict.effects());
  }

  private void added(String sql, boolean touches, int effects) {
    TextBatch batch = this.batch;
    if (batch == null) {
      batch = new TextBatch();
      this.batch = batch;
    }
    batch.texts.add(sql);
    batch.touches |= touches;
    batch.effects |= effects;
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

  private <T> T attendedBatch(BatchExecution<T> execution) throws SQLException {
    TextBatch batch = this.batch;
    if (batch == null) {
      return execution.of(delegate);
    }
    boolean alone = session.isAlone();
    try {
      if (batch.touches) {
        addAgain(batch);
      }
      return execution.of(delegate);
    } catch (SQLException e) {
      if (!mayRepeatBatch(batch, e, alone)) {
        throw e;
      }
      return execution.of(delegate);
    } finally {
      session.executed(batch.effects);
      this.batch = null;
    }
  }

  /** The texts are written for now, whenever they were added: phases may have moved in between. */
  private void addAgain(TextBatch batch) throws SQLException {
    delegate.clearBatch();
    for (String sql : batch.texts) {
      delegate.addBatch(text(session.verdict(sql), sql, GeneratedKeys.NONE));
    }
  }

  private boolean mayRepeatBatch(TextBatch batch, SQLException failure, boolean alone) {
    try {
      if (batch.touches) {
        boolean repeatable = batch.effects == 0 && Batches.wroteNothing(failure);
        if (session.remedy(failure, null, alone, repeatable, 1) != Remedy.NONE) {
          addAgain(batch);
          return true;
        }
      }
    } catch (SQLException again) {
      failure.addSuppressed(again);
    }
    return false;
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
    return result == null ? null : session.result(result, this, updatable);
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
  final PGStatement driver() throws SQLException {
    return Unwrapping.of(delegate, PGStatement.class);
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return type.isInstance(this) ? type.cast(this) : session.leave(type, delegate);
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
