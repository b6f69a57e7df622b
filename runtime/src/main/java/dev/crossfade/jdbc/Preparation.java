package dev.crossfade.jdbc;

import dev.crossfade.model.Problem;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/**
 * How a prepared statement came to its text, and how to come to another one when the phase or the
 * names have changed. One object with what is bound, since a statement needs both or neither.
 * Belongs to one statement and, like it, to one thread at a time.
 */
final class Preparation<D extends PreparedStatement> extends Bindings {

  /** What executing it may do, see {@link Effects}. */
  final byte effects;

  private final Session session;
  private final Preparer<D> preparer;
  private @Nullable Written written;

  /** Prepares a text with all that the application asked for beside it. */
  interface Preparer<D> {
    D prepare(String sql) throws SQLException;
  }

  private Preparation(
      Session session,
      int effects,
      @Nullable Written written,
      Preparer<D> preparer,
      long[] numbers) {
    super(numbers);
    this.session = session;
    this.effects = (byte) effects;
    this.written = written;
    this.preparer = preparer;
  }

  /**
   * The preparation of one statement.
   *
   * @param written the text, or null if it can not touch a table in transition
   */
  static <D extends PreparedStatement> Preparation<D> of(
      Session session, int effects, @Nullable Written written, Preparer<D> preparer) {
    // The array first: what is written into an object that is not the newest one any more costs a
    // barrier of the garbage collector for each field.
    long[] numbers = numbers(written == null ? 0 : written.rewritten().parameterCount());
    return new Preparation<>(session, effects, written, preparer, numbers);
  }

  /** The text, or null if it can not touch a table in transition. */
  @Nullable Written written() {
    return written;
  }

  @Override
  int @Nullable [][] places() {
    Written now = written;
    return now == null ? null : now.places();
  }

  @Override
  public CrossfadeSqlException refuse(Problem problem) {
    Written now = written;
    return now == null
        ? new CrossfadeSqlException(problem)
        : session.refuse(now.source(), problem, null);
  }

  /** Counts an execution of the text. */
  void count() {
    Written now = written;
    if (now != null) {
      now.tally().count();
    }
  }

  /** Whether the text is still the one to execute: two comparisons of references. */
  boolean isCurrent(Session session) {
    Written now = written;
    return now == null || session.isCurrent(now);
  }

  /**
   * The statement to execute, which is {@code delegate} if its text still stands, or else one that
   * was prepared for the new text, with the same settings and values; {@code delegate} is then to
   * be closed.
   */
  D renew(D delegate, Session session) throws SQLException {
    Written before = written;
    if (before == null) {
      return delegate;
    }
    Written now = session.write(before.source(), delegate.getResultSetConcurrency());
    session.guard(now, delegate.getResultSetConcurrency());
    if (now.sameAs(before)) {
      written = now;
      return delegate;
    }
    if (!isRepeatable()) {
      boolean oneOfTwo = now.rewritten().writesBoth() && !before.rewritten().writesBoth();
      if (before.path() == now.path()
          && before.phases().mayRunBeside(now.phases())
          // The backfill counts on it that nobody in this phase writes one column only.
          && !oneOfTwo) {
        // As an instance would that has not heard of the new phase yet.
        return delegate;
      }
      throw refuse(Refusals.movedTooFar(before.phases(), now.phases()));
    }
    D next = preparer.prepare(now.sql());
    written = now;
    try {
      copySettings(delegate, next);
      bindAll(next);
    } catch (SQLException | RuntimeException e) {
      written = before;
      next.close();
      throw e;
    }
    return next;
  }

  private static void copySettings(PreparedStatement from, PreparedStatement to)
      throws SQLException {
    to.setFetchSize(from.getFetchSize());
    to.setFetchDirection(from.getFetchDirection());
    to.setMaxRows(from.getMaxRows());
    to.setMaxFieldSize(from.getMaxFieldSize());
    to.setQueryTimeout(from.getQueryTimeout());
    to.setPoolable(from.isPoolable());
    if (from.isCloseOnCompletion()) {
      to.closeOnCompletion();
    }
    if (from.isWrapperFor(PGStatement.class) && to.isWrapperFor(PGStatement.class)) {
      PGStatement settings = from.unwrap(PGStatement.class);
      to.unwrap(PGStatement.class).setPrepareThreshold(settings.getPrepareThreshold());
      to.unwrap(PGStatement.class).setAdaptiveFetch(settings.getAdaptiveFetch());
    }
  }
}
