package dev.crossfade.jdbc;

import dev.crossfade.activity.RewriteKind;
import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Problem;
import dev.crossfade.model.Transition;
import dev.crossfade.model.Transitions;
import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.phase.Phases;
import dev.crossfade.rewrite.Rewritten;
import dev.crossfade.rewrite.Updatable;
import dev.crossfade.sql.Marker;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Wrapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyOperation;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.postgresql.jdbc.AutoSave;

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
  private volatile @Nullable CopyOperation copy;

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
      effects |= names.effectsOfNamesIn(sql);
      touches = !crossing.rewriting.cannotTouch(sql, phases(), new SessionCatalog(this, null));
    } catch (CatalogUnavailable e) {
      throw names.unavailable(e);
    } catch (RuntimeException | StackOverflowError e) {
      if (!crossing.observes()) {
        throw refuse(sql, Refusals.brokenRewriting(e), e);
      }
      touches = true;
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
   * The text to send for one that was judged and may touch a table in transition, see {@link
   * #write(String)}.
   *
   * @param keys what the application asks back beside it
   * @param escapes whether JDBC's escapes in it stand for SQL
   * @param concurrency whether its result may be updated
   * @throws CrossfadeSqlException if it was refused
   */
  Written write(Verdict verdict, String sql, GeneratedKeys keys, boolean escapes, int concurrency)
      throws SQLException {
    boolean escaped = escapes && verdict.escapes();
    if (escaped
        || verdict.backslashes()
        || !keys.areNone()
        || concurrency == ResultSet.CONCUR_UPDATABLE) {
      return write(withKeys(escaped ? delegate.nativeSQL(sql) : sql, keys), concurrency);
    }
    Written last = verdict.last;
    if (last == null || !names().stands(last)) {
      last = write(sql);
      verdict.last = last;
    }
    return last;
  }

  /**
   * The text to send for {@code sql}, which may touch a table in transition: if it could not be
   * proven and only observed, {@code sql} itself.
   *
   * @throws CrossfadeSqlException if it was refused
   */
  Written write(String sql) throws SQLException {
    if (sql.indexOf('\\') >= 0 && driver != null && !driver.getStandardConformingStrings()) {
      return unproven(sql, names().path(), phases(), Refusals.backslashes(), null);
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

  /** As {@link #write(String)}, for a statement whose results have {@code concurrency}. */
  Written write(String sql, int concurrency) throws SQLException {
    Written plain = write(sql);
    if (concurrency != ResultSet.CONCUR_UPDATABLE || !plain.rewritten().touches()) {
      return plain;
    }
    PathCatalog path = plain.path();
    Written known = path.updatableTexts.get(sql);
    if (known != null && known.phases() == plain.phases()) {
      return known;
    }
    Written written = plain;
    try {
      Updatable updatable =
          crossing.rewriting.rewriteUpdatable(sql, plain.phases(), new SessionCatalog(this, path));
      if (updatable != null) {
        String text = updatable.rewritten().sql();
        Tally tally = crossing.recording.rewritten(RewriteKind.REDIRECTED, marked(text));
        written = plain.updatable(updatable, tally);
      }
    } catch (CrossfadeException e) {
      throw refuse(sql, e.problem(), null);
    } catch (CatalogUnavailable e) {
      throw names().unavailable(e);
    } catch (RuntimeException | StackOverflowError e) {
      throw refuse(sql, Refusals.brokenRewriting(e), e);
    }
    path.updatableTexts.put(sql, written);
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
          return unproven(sql, fresh, now, again.problem(), null);
        }
      }
      return unproven(sql, path, now, refused.problem(), null);
    }
  }

  private Written rewriteOnce(String sql, PathCatalog path, PhaseSnapshot now) throws SQLException {
    try {
      Rewritten result = crossing.rewriting.rewrite(sql, now, new SessionCatalog(this, path));
      boolean unchanged = result.isUnchanged(sql);
      return Written.of(sql, path, now, result, tally(sql, result, unchanged));
    } catch (CrossfadeException e) {
      throw e;
    } catch (CatalogUnavailable e) {
      throw names().unavailable(e);
    } catch (RuntimeException | StackOverflowError e) {
      return unproven(sql, path, now, Refusals.brokenRewriting(e), e);
    }
  }

  private Tally tally(String sql, Rewritten result, boolean unchanged) {
    if (unchanged) {
      return result.touches()
          ? crossing.recording.rewritten(RewriteKind.UNCHANGED, touched(sql))
          : Tally.NONE;
    }
    RewriteKind kind = result.writesBoth() ? RewriteKind.DUAL_WRITE : RewriteKind.REDIRECTED;
    return crossing.recording.rewritten(kind, marked(result.sql()));
  }

  /** The transitions that a rewritten text names as touched. */
  private List<Transition> marked(String sql) {
    Marker marker = Marker.find(sql);
    List<Transition> all = phases().transitions().all();
    if (marker == null || all.size() == 1) {
      return all;
    }
    List<Transition> found = new ArrayList<>();
    for (Transition transition : all) {
      if (marker.steps().stream().anyMatch(step -> step.transition().equals(transition.id()))) {
        found.add(transition);
      }
    }
    return found;
  }

  /** The transitions that a text may touch; all of them where that can not be told. */
  private List<Transition> touched(String sql) {
    List<Transition> all = phases().transitions().all();
    if (all.size() == 1) {
      return all;
    }
    List<Transition> found = new ArrayList<>();
    for (Transition transition : all) {
      PhaseSnapshot alone = PhaseSnapshot.declared(Transitions.of(List.of(transition)));
      try {
        if (!crossing.rewriting.cannotTouch(sql, alone, new SessionCatalog(this, null))) {
          found.add(transition);
        }
      } catch (RuntimeException | StackOverflowError e) {
        return all;
      }
    }
    return found.isEmpty() ? all : found;
  }

  /** What is sent although it is not proven, or else the refusal. */
  private Written unproven(
      String sql, PathCatalog path, PhaseSnapshot now, Problem problem, @Nullable Throwable cause)
      throws CrossfadeSqlException {
    Tally tally = pass(sql, now, problem, cause);
    return Written.of(sql, path, now, Rewritten.unchanged(sql), tally);
  }

  private Tally pass(String sql, PhaseSnapshot now, Problem problem, @Nullable Throwable cause)
      throws CrossfadeSqlException {
    List<Transition> touched = touched(sql);
    requirePassable(sql, touched, now, problem, cause);
    return crossing.recording.passed(problem, sql, touched, Repair.isNeeded(sql, touched, now));
  }

  private void requirePassable(
      String sql,
      List<Transition> touched,
      PhaseSnapshot now,
      Problem problem,
      @Nullable Throwable cause)
      throws CrossfadeSqlException {
    if (!crossing.observes() || !Repair.isPossible(sql, touched, now)) {
      throw refuse(sql, problem, cause);
    }
  }

  /** Records the refusal of a text, and makes the exception to throw. */
  CrossfadeSqlException refuse(String sql, Problem problem, @Nullable Throwable cause) {
    crossing.recording.refused(problem, sql, touched(sql));
    return new CrossfadeSqlException(problem, "0A000", cause);
  }

  /** {@code sql} with the clause that returns {@code keys} by the application's names. */
  String withKeys(String sql, GeneratedKeys keys) throws SQLException {
    try {
      return keys.appendTo(sql, driver);
    } catch (CrossfadeSqlException refused) {
      // The driver will append its own clause, which answers by the physical names.
      Problem problem = refused.problem();
      List<Transition> touched = touched(sql);
      requirePassable(sql, touched, phases(), problem, null);
      crossing.recording.passed(problem, sql, touched, false).count();
      return sql;
    }
  }

  /**
   * Refuses an updatable result of a text where the driver's updates, which do not come through
   * here, could not be led to all columns that the phase writes.
   *
   * @return what the result's updates depend on, or null if nothing is to be watched
   */
  @Nullable Written guard(Written written, int concurrency) throws CrossfadeSqlException {
    if (concurrency != ResultSet.CONCUR_UPDATABLE || !written.touches()) {
      return null;
    }
    if (!written.hidden().isEmpty()) {
      return written;
    }
    PhaseSnapshot phases = written.phases();
    if (!written.unchanged() || phases.dualWrites()) {
      List<Transition> touched = touched(written.source());
      Problem problem = Refusals.updatableResult(phases);
      requirePassable(written.source(), touched, phases, problem, null);
      boolean diverges = touched.stream().anyMatch(each -> phases.of(each).dualWrites());
      crossing.recording.passed(problem, written.source(), touched, diverges).count();
    }
    return written;
  }

  /** The proxy of a result of a statement that {@link #guard} has let pass. */
  CrossfadeResultSet result(
      ResultSet result, @Nullable Statement statement, @Nullable Written updatable) {
    return updatable == null || updatable.hidden().isEmpty()
        ? new CrossfadeResultSet(result, this, statement, updatable)
        : new UpdatableResultSet(result, this, statement, updatable);
  }

  /** {@code value}, or its proxy if it is a result that a refcursor led to. */
  @Nullable Object proxied(@Nullable Object value) {
    return value instanceof ResultSet result
        ? new CrossfadeResultSet(result, this, null, null)
        : value;
  }

  <T> @Nullable T proxied(@Nullable T value, Class<T> type) {
    return value instanceof ResultSet result && type == ResultSet.class
        ? type.cast(new CrossfadeResultSet(result, this, null, null))
        : value;
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
   * Whether no transaction is open, so that what is executed next, should it fail, leaves nothing
   * behind: see {@link #remedy}.
   */
  boolean isAlone() {
    return driver != null && driver.getTransactionState() == TransactionState.IDLE;
  }

  /**
   * Records that a text in transition failed, and ends a transaction that it has begun itself and
   * that can therefore be begun again.
   *
   * @param text what was sent, null if that is not one text
   * @param alone what {@link #isAlone} said before
   * @param repeatable whether it could be executed once more as far as the text and what is bound
   *     to it are concerned
   * @param tries how often it was tried
   */
  Remedy remedy(
      SQLException failure, @Nullable String text, boolean alone, boolean repeatable, int tries)
      throws SQLException {
    Names names = this.names;
    if (names == null || driver == null) {
      return Remedy.NONE;
    }
    boolean raced = Upserts.raced(failure, text, names.known(), phases().transitions().all());
    if (raced ? tries >= Upserts.MOST_TRIES : !names.failed(failure) || tries > 1) {
      return Remedy.NONE;
    }
    TransactionState state = driver.getTransactionState();
    boolean mine = alone && repeatable;
    if (state == TransactionState.FAILED && !mine) {
      failure.addSuppressed(
          new CrossfadeSqlException(raced ? Refusals.upsertRaced() : Refusals.mayBeStale()));
      return Remedy.NONE;
    }
    if (state == TransactionState.FAILED) {
      driver.rollback();
      return Remedy.AGAIN;
    }
    // If it is still open, the driver (autosave) has gone back to before the statement.
    boolean nothing =
        state == TransactionState.IDLE ? alone : driver.getAutosave() != AutoSave.NEVER;
    if (!nothing || !repeatable) {
      return Remedy.NONE;
    }
    return raced || driver.getQueryExecutor().willHealOnRetry(failure)
        ? Remedy.AGAIN
        : Remedy.ANOTHER_TEXT;
  }

  /** Records that a COPY was opened. */
  <T extends CopyOperation> T started(T operation) {
    copy = operation;
    return operation;
  }

  /**
   * Whether a COPY is open: to ask the server anything would wait for its end, which the same
   * thread might never reach.
   */
  boolean isCopying() {
    CopyOperation open = copy;
    if (open == null) {
      return false;
    }
    if (open.isActive()) {
      return names != null;
    }
    copy = null;
    return false;
  }

  /**
   * What {@code delegate} unwraps to. Refused where the application would get a connection or a
   * statement of the driver's own class, past which nothing is rewritten, though a table in
   * transition can be reached with it: in whatever phase, for it may outlive that.
   */
  <T> T leave(Class<T> type, Wrapper delegate) throws SQLException {
    T found = delegate.unwrap(type);
    if (names != null
        && (found instanceof Connection
            || found instanceof Statement
            || found instanceof ResultSet
            || found instanceof DatabaseMetaData)
        && crossing.unwrapping == UnwrapPolicy.REFUSE
        && reachesTransition()) {
      passOrRefuse("unwrap " + type.getName(), Refusals.unwrap(type));
    }
    return found;
  }

  private boolean reachesTransition() throws SQLException {
    Database database = names().database();
    Boolean known = database.hasTransition;
    if (names().isFailed() && known != null) {
      return known;
    }
    SessionCatalog catalog = new SessionCatalog(this, names().path());
    boolean reaches = false;
    try {
      for (Transition transition : phases().transitions().all()) {
        reaches |= catalog.relation(transition.table()) != null;
      }
    } catch (CatalogUnavailable e) {
      throw names().unavailable(e);
    }
    database.hasTransition = reaches;
    return reaches;
  }

  /** Refuses a text that would be kept by the driver, or is bound out of the proxy's sight. */
  void refusePastProxy(String sql) throws SQLException {
    if (verdict(sql).touches()) {
      passOrRefuse(sql, Refusals.pastProxy());
    }
  }

  private void passOrRefuse(String what, Problem problem) throws CrossfadeSqlException {
    List<Transition> touched = touched(what);
    PhaseSnapshot now = phases();
    requirePassable(what, touched, now, problem, null);
    crossing.recording.passed(problem, what, touched, now.dualWrites()).count();
  }

  /** JDBC's escapes replaced by the driver, for the rewriting knows SQL only. */
  String withoutEscapes(String sql) throws SQLException {
    return sql.indexOf('{') < 0 ? sql : delegate.nativeSQL(sql);
  }
}
