package dev.crossfade.jdbc;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.TableName;
import dev.crossfade.model.Transition;
import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.phase.Phases;
import dev.crossfade.rewrite.Rewritten;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
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
  private final @Nullable Database database;
  private final Place place;
  private final @Nullable BaseConnection driver;
  private final CatalogReader reader;

  Session(CrossfadeConnection connection, Connection delegate, Crossing crossing)
      throws SQLException {
    this.connection = connection;
    this.delegate = delegate;
    this.crossing = crossing;
    this.driver =
        delegate.isWrapperFor(BaseConnection.class) ? delegate.unwrap(BaseConnection.class) : null;
    this.place = crossing.isIdle() ? new Place() : crossing.place(driver);
    if (!crossing.isIdle() && place.database == null) {
      place.database = crossing.database(delegate);
    }
    this.database = place.database;
    this.reader = new CatalogReader(delegate, driver);
  }

  boolean isCrossedBy(Phases phases) {
    return crossing.phases == phases;
  }

  /** Whether there is nothing to rewrite, ever. */
  boolean isIdle() {
    return database == null;
  }

  /** The driver's own connection, or null if the delegate does not lead to one. */
  @Nullable BaseConnection driver() {
    return driver;
  }

  CatalogReader reader() {
    return reader;
  }

  Database database() {
    return Objects.requireNonNull(database, "nothing is in transition");
  }

  PhaseSnapshot phases() {
    return crossing.phases.snapshot();
  }

  /** What is known of {@code sql} without parsing it. Takes no lock if it was seen before. */
  Verdict verdict(@Nullable String sql) throws SQLException {
    Database database = this.database;
    if (database == null || sql == null) {
      return Verdict.PASS;
    }
    Verdict known = database.verdicts.get(sql);
    return known != null && database.isSettled() ? known : judge(sql, database);
  }

  private Verdict judge(String sql, Database database) throws SQLException {
    int effects = Effects.of(sql);
    if (Effects.isControl(sql)) {
      return Verdict.of(false, effects);
    }
    if (!database.isSettled() && !isFailed()) {
      database.settle(this, !place.unsettled);
    }
    long doubts = database.doubts();
    SessionCatalog catalog = new SessionCatalog(this, null);
    boolean touches;
    try {
      touches = !crossing.rewriting.cannotTouch(sql, phases(), catalog);
    } catch (CatalogUnavailable e) {
      throw isFailed() ? inFailedTransaction() : e.failure();
    } catch (RuntimeException | StackOverflowError e) {
      throw brokenRewriting(e);
    }
    if ((effects & Effects.DDL) != 0 && !touches && !mentionsKnown(sql)) {
      // DDL of tables that nobody asked about, as for a temporary table in each request.
      effects = effects & ~Effects.DDL | Effects.TEMPORARY;
    }
    Verdict verdict = Verdict.of(touches, effects);
    if (doubts == database.doubts()) {
      database.verdicts.put(sql, verdict);
    }
    return verdict;
  }

  private boolean mentionsKnown(String sql) {
    PathCatalog path = place.path;
    if (path != null) {
      String text = sql.toLowerCase(Locale.ROOT);
      for (TableName known : path.relations.keySet()) {
        if (text.contains(known.name().toLowerCase(Locale.ROOT))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether {@code written} is what {@link #write} would answer. */
  boolean isCurrent(Written written) {
    return written.phases() == crossing.phases.snapshot() && written.path() == place.path;
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
    PathCatalog path = path();
    PhaseSnapshot now = phases();
    Written known = path.texts.get(sql);
    if (known != null && known.phases() == now) {
      return known;
    }
    Written written = rewrite(sql, path, now);
    written.path().texts.put(sql, written);
    return written;
  }

  private Written rewrite(String sql, PathCatalog path, PhaseSnapshot now) throws SQLException {
    try {
      return rewriteOnce(sql, path, now);
    } catch (CrossfadeException refused) {
      // What is refused for a missing column may have it by now.
      PathCatalog fresh = isFailed() ? path : look();
      if (fresh != path) {
        try {
          return rewriteOnce(sql, fresh, now);
        } catch (CrossfadeException again) {
          throw refusal(again);
        }
      }
      throw refusal(refused);
    }
  }

  private Written rewriteOnce(String sql, PathCatalog path, PhaseSnapshot now) throws SQLException {
    try {
      Rewritten result = crossing.rewriting.rewrite(sql, now, new SessionCatalog(this, path));
      return new Written(path, now, result, result.isUnchanged(sql));
    } catch (CrossfadeException e) {
      throw e;
    } catch (CatalogUnavailable e) {
      throw isFailed() ? inFailedTransaction() : e.failure();
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

  /** The names as this session sees them now. */
  private PathCatalog path() throws SQLException {
    PathCatalog path = place.path;
    return path != null
            && path.isTrusted(database().doubts(), phases())
            && Objects.equals(place.reported, reportedPath())
        ? path
        : look();
  }

  private PathCatalog look() throws SQLException {
    PathCatalog last = place.path;
    if (isFailed()) {
      // The server refuses whatever is sent now, so an old answer can do no harm.
      if (last != null) {
        return last;
      }
      throw inFailedTransaction();
    }
    Database database = database();
    long doubts = database.doubts();
    long nanos = System.nanoTime();
    PhaseSnapshot phases = phases();
    String reported = reportedPath();
    CatalogReader.Standing standing = reader.standing();
    if (isOpen() && !standing.readCommitted()) {
      // It sees the catalog as it was when the transaction began.
      place.unsettled = true;
      place.leads = true;
    }
    database.settle(this, !place.unsettled);
    boolean own = standing.hasTemporary() || place.unsettled;
    PathCatalog before = own ? last : database.paths.get(standing.schemas());
    PathCatalog path;
    if (before == null || before.shared == own) {
      path = new PathCatalog(!own, Map.of(), database.reach());
    } else if (before.isTrusted(doubts, phases) && before != last) {
      place.reported = reported;
      place.path = before;
      return before;
    } else {
      path = before.lookedAgain(reader, database.reach());
    }
    path.looked(doubts, phases, nanos);
    if (!own) {
      database.keep(standing.schemas(), path);
    }
    place.reported = reported;
    place.path = path;
    return path;
  }

  /** Records what a statement with these {@link Effects} may have done. */
  void executed(int effects) {
    if (database == null || effects == 0) {
      return;
    }
    if ((effects & (Effects.MOVES | Effects.TEMPORARY | Effects.DDL)) != 0) {
      boolean ends = driver != null && driver.getTransactionState() == TransactionState.IDLE;
      place.path = null;
      place.leads |= !ends;
      place.unsettled |= !ends && (effects & (Effects.TEMPORARY | Effects.DDL)) != 0;
      place.changes |= !ends && (effects & Effects.DDL) != 0;
    }
    if ((effects & Effects.DDL) != 0) {
      database.doubt();
    }
    if ((effects & Effects.ENDS) != 0) {
      ended();
    }
  }

  /** Records that the search path was changed, or may have been changed back. */
  void moved() {
    executed(Effects.MOVES);
  }

  /** Records that a transaction has ended, or a connection was given back. */
  void ended() {
    if (database == null || !place.leads) {
      return;
    }
    place.leads = false;
    place.unsettled = false;
    place.path = null;
    if (place.changes) {
      place.changes = false;
      database.doubt();
    }
  }

  /**
   * Records that a text in transition failed.
   *
   * @return whether the failure says that the catalog is not what it was taken for
   */
  boolean failed(SQLException failure) {
    String state = failure.getSQLState();
    boolean stale = "42703".equals(state) || "42P01".equals(state) || "42P10".equals(state);
    if (stale && database != null) {
      database.doubt();
      place.path = null;
    }
    return stale;
  }

  /**
   * Whether a statement that has just failed left nothing behind, so that it may be tried again.
   */
  boolean leftNothing() throws SQLException {
    return driver != null
        && driver.getAutoCommit()
        && driver.getTransactionState() == TransactionState.IDLE;
  }

  private boolean isOpen() {
    return driver != null && driver.getTransactionState() == TransactionState.OPEN;
  }

  private boolean isFailed() {
    return driver != null && driver.getTransactionState() == TransactionState.FAILED;
  }

  private @Nullable String reportedPath() {
    return driver == null ? null : driver.getParameterStatus("search_path");
  }

  /** JDBC's escapes replaced by the driver, for the rewriting knows SQL only. */
  String withoutEscapes(String sql) throws SQLException {
    return sql.indexOf('{') < 0 ? sql : delegate.nativeSQL(sql);
  }

  static CrossfadeSqlException refusal(CrossfadeException refused) {
    return new CrossfadeSqlException(refused.problem());
  }

  private static CrossfadeSqlException inFailedTransaction() {
    return new CrossfadeSqlException(Refusals.failedTransaction(), "25P02", null);
  }

  private static CrossfadeSqlException brokenRewriting(Throwable cause) {
    return new CrossfadeSqlException(Refusals.brokenRewriting(cause), "0A000", cause);
  }
}
