package dev.crossfade.jdbc;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Transition;
import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.phase.Phases;
import dev.crossfade.rewrite.Rewritten;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * One connection's way to rewritten texts: what a text is judged to be, the text to send instead,
 * and what was learnt from executing it.
 */
final class Session {

  final CrossfadeConnection connection;
  private final Connection delegate;
  private final Crossing crossing;
  private final @Nullable BaseConnection driver;
  private final CatalogReader reader;

  /** Null if there is nothing to rewrite, ever. */
  private final @Nullable Names names;

  Session(CrossfadeConnection connection, Connection delegate, Crossing crossing)
      throws SQLException {
    this.connection = connection;
    this.delegate = delegate;
    this.crossing = crossing;
    this.driver =
        delegate.isWrapperFor(BaseConnection.class) ? delegate.unwrap(BaseConnection.class) : null;
    this.reader = new CatalogReader(delegate, driver);
    if (crossing.isIdle()) {
      this.names = null;
    } else {
      Place place = crossing.place(driver);
      Database database = place.database;
      if (database == null) {
        database = crossing.database(delegate);
        place.database = database;
      }
      this.names = new Names(this, database, crossing.phases, place, reader, driver);
    }
  }

  boolean isCrossedBy(Phases phases) {
    return crossing.phases == phases;
  }

  boolean isIdle() {
    return names == null;
  }

  /** The driver's own connection, or null if the delegate does not lead to one. */
  @Nullable BaseConnection driver() {
    return driver;
  }

  CatalogReader reader() {
    return reader;
  }

  Database database() {
    return names().database();
  }

  PhaseSnapshot phases() {
    return crossing.phases.snapshot();
  }

  private Names names() {
    return Objects.requireNonNull(names, "nothing is in transition");
  }

  /** What is known of {@code sql} without parsing it. Takes no lock if it was seen before. */
  Verdict verdict(@Nullable String sql) throws SQLException {
    Names names = this.names;
    if (names == null || sql == null) {
      return Verdict.PASS;
    }
    Database database = names.database();
    Verdict known = database.verdicts.get(sql);
    return known != null && database.isSettled() ? known : judge(sql, names, database);
  }

  private Verdict judge(String sql, Names names, Database database) throws SQLException {
    int effects = Effects.of(sql);
    if (Effects.isControl(sql)) {
      return Verdict.of(sql, false, effects);
    }
    if (!database.isSettled()) {
      names.settle();
    }
    long doubts = database.doubts();
    boolean touches;
    try {
      touches = !crossing.rewriting.cannotTouch(sql, phases(), new SessionCatalog(this, null));
    } catch (CatalogUnavailable e) {
      throw names.unavailable(e);
    } catch (RuntimeException | StackOverflowError e) {
      throw brokenRewriting(e);
    }
    if ((effects & Effects.DDL) != 0 && !touches && !names.mentionsKnown(sql)) {
      // DDL of tables that nobody asked about, as for a temporary table in each request.
      effects = effects & ~Effects.DDL | Effects.TEMPORARY;
    }
    Verdict verdict = Verdict.of(sql, touches, effects);
    if (doubts == database.doubts()) {
      database.verdicts.put(sql, verdict);
    }
    return verdict;
  }

  /** Whether {@code written} is what {@link #write} would answer: two comparisons of references. */
  boolean isCurrent(Written written) {
    return written.phases() == crossing.phases.snapshot() && names().isCurrent(written.path());
  }

  /**
   * The text to send for a text that was judged, in which JDBC's escapes stand for SQL if {@code
   * escapes} says so.
   *
   * @throws CrossfadeSqlException if it was refused
   */
  Written write(Verdict verdict, String sql, GeneratedKeys keys, boolean escapes)
      throws SQLException {
    if (!keys.areNone() || verdict.escapes() && escapes || verdict.backslashes()) {
      String plain = verdict.escapes() && escapes ? delegate.nativeSQL(sql) : sql;
      return write(keys.appendTo(plain, driver));
    }
    Written last = verdict.last;
    if (last == null || !names().stands(last)) {
      last = write(sql);
      verdict.last = last;
    }
    return last;
  }

  /**
   * The text to send for {@code sql}, which may touch a table in transition.
   *
   * @throws CrossfadeSqlException if it was refused
   */
  Written write(String sql) throws SQLException {
    if (sql.indexOf('\\') >= 0 && driver != null && !driver.getStandardConformingStrings()) {
      throw new CrossfadeSqlException(Refusals.backslashes());
    }
    PathCatalog path = names().path();
    PhaseSnapshot now = phases();
    Written known = path.texts.get(sql);
    if (known != null && known.phases() == now) {
      return known;
    }
    Written written = rewrite(sql, names().pathToWriteWith(path), now);
    written.path().texts.put(sql, written);
    return written;
  }

  private Written rewrite(String sql, PathCatalog path, PhaseSnapshot now) throws SQLException {
    try {
      return rewriteOnce(sql, path, now);
    } catch (CrossfadeException refused) {
      // What is refused for a missing column may have it by now.
      PathCatalog fresh = names().isFailed() ? path : names().look();
      if (fresh != path) {
        try {
          return rewriteOnce(sql, fresh, now);
        } catch (CrossfadeException again) {
          throw new CrossfadeSqlException(again.problem());
        }
      }
      throw new CrossfadeSqlException(refused.problem());
    }
  }

  private Written rewriteOnce(String sql, PathCatalog path, PhaseSnapshot now) throws SQLException {
    try {
      Rewritten result = crossing.rewriting.rewrite(sql, now, new SessionCatalog(this, path));
      return Written.of(sql, path, now, result);
    } catch (CrossfadeException e) {
      throw e;
    } catch (CatalogUnavailable e) {
      throw names().unavailable(e);
    } catch (RuntimeException | StackOverflowError e) {
      throw brokenRewriting(e);
    }
  }

  /**
   * Refuses an updatable result of a text where the driver's updates, which do not come through
   * here, would write one column of two.
   *
   * @return what the result's updates depend on, or null if nothing is to be watched
   */
  @Nullable Written guard(Written written, int concurrency) throws CrossfadeSqlException {
    if (concurrency != ResultSet.CONCUR_UPDATABLE || !written.rewritten().touches()) {
      return null;
    }
    PhaseSnapshot phases = written.phases();
    boolean dual = !written.unchanged();
    for (Transition transition : phases.transitions().all()) {
      dual |= phases.of(transition).dualWrites();
    }
    if (dual) {
      throw new CrossfadeSqlException(Refusals.updatableResult(phases));
    }
    return written;
  }

  /** Records what a statement with these {@link Effects} may have done. */
  void executed(int effects) {
    if (names != null && effects != 0) {
      names.executed(effects);
    }
  }

  /** Records that a transaction has ended, or a connection was given back. */
  void ended() {
    if (names != null) {
      names.ended();
    }
  }

  /**
   * Records that a text in transition failed.
   *
   * @return whether the failure may say that the catalog is not what it was taken for
   */
  boolean failed(SQLException failure) {
    return names != null && names.failed(failure);
  }

  /**
   * Whether a statement that has just failed left nothing behind, so that it may be tried again.
   */
  boolean leftNothing() throws SQLException {
    return driver != null
        && driver.getAutoCommit()
        && driver.getTransactionState() == TransactionState.IDLE;
  }

  private static CrossfadeSqlException brokenRewriting(Throwable cause) {
    return new CrossfadeSqlException(Refusals.brokenRewriting(cause), "0A000", cause);
  }
}
