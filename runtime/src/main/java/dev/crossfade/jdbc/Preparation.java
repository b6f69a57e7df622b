package dev.crossfade.jdbc;

import dev.crossfade.model.Problem;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/**
 * How a prepared statement came to its text, and how to come to another one when the phase or the
 * names have changed. Belongs to one statement and, like it, to one thread at a time.
 */
final class Preparation<D extends PreparedStatement> implements Refusing {

  /** What the rewriting is given. */
  final String source;

  /** What executing it may do, see {@link Effects}. */
  final int effects;

  /** The values, or null if the text can not touch a table in transition. */
  final @Nullable Bindings bindings;

  private final Session session;
  private final Preparer<D> preparer;
  private @Nullable Written written;

  /** Prepares a text with all that the application asked for beside it. */
  interface Preparer<D> {
    D prepare(String sql) throws SQLException;
  }

  Preparation(
      Session session,
      String source,
      int effects,
      @Nullable Written written,
      Preparer<D> preparer) {
    this.session = session;
    this.source = source;
    this.effects = effects;
    this.written = written;
    this.preparer = preparer;
    this.bindings = written == null ? null : new Bindings(written.rewritten(), this);
  }

  @Nullable Written written() {
    return written;
  }

  @Override
  public CrossfadeSqlException refuse(Problem problem) {
    return session.refuse(source, problem, null);
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
    Bindings bindings = this.bindings;
    if (before == null || bindings == null) {
      return delegate;
    }
    Written now = session.write(source, delegate.getResultSetConcurrency());
    session.guard(now, delegate.getResultSetConcurrency());
    if (now.sameAs(before)) {
      written = now;
      return delegate;
    }
    if (!bindings.isRepeatable()) {
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
    try {
      copySettings(delegate, next);
      bindings.map(now.rewritten());
      bindings.bindAll(next);
    } catch (SQLException | RuntimeException e) {
      bindings.map(before.rewritten());
      next.close();
      throw e;
    }
    written = now;
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
