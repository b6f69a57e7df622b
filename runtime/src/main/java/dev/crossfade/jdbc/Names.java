package dev.crossfade.jdbc;

import dev.crossfade.model.TableName;
import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.phase.Phases;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * What names mean to one session: looked up when needed, looked up again when something was done or
 * heard that may have changed it. For the thread that is in a call on the connection.
 */
final class Names {

  private final Session session;
  private final Database database;
  private final Phases phases;
  private final Place place;
  private final CatalogReader reader;
  private final @Nullable BaseConnection driver;

  Names(
      Session session,
      Database database,
      Phases phases,
      Place place,
      CatalogReader reader,
      @Nullable BaseConnection driver) {
    this.session = session;
    this.database = database;
    this.phases = phases;
    this.place = place;
    this.reader = reader;
    this.driver = driver;
  }

  Database database() {
    return database;
  }

  /** Whether a text that was resolved by {@code path} still stands, told by two comparisons. */
  boolean isCurrent(PathCatalog path) {
    return path == place.path && place.isWhereReported();
  }

  /** Whether {@link Session#write} would answer {@code written}: no look is needed to know. */
  boolean stands(Written written) {
    PathCatalog path = written.path();
    PhaseSnapshot now = phases.snapshot();
    return path == place.path
        && now == written.phases()
        && path.isTrusted(database.doubts(), now)
        && place.isWhereReported();
  }

  /** The names as this session sees them now. */
  PathCatalog path() throws SQLException {
    PathCatalog path = place.path;
    String reported = place.reportedNow();
    if (path != null
        && path.isTrusted(database.doubts(), phases.snapshot())
        && Objects.equals(place.reported, reported)) {
      place.reported = reported;
      return path;
    }
    return look();
  }

  /**
   * The names to write a new text with. A transaction that sees the catalog as it was when it began
   * must not leave what it sees to others.
   */
  PathCatalog pathToWriteWith(PathCatalog path) throws SQLException {
    return path.shared && isOpen() && !reader.standing().readCommitted() ? look() : path;
  }

  /** The names, after a look into the database. */
  PathCatalog look() throws SQLException {
    PathCatalog last = place.path;
    if (isFailed()) {
      // The server refuses whatever is sent now, so an old answer can do no harm.
      if (last != null) {
        return last;
      }
      throw inFailedTransaction();
    }
    long doubts = database.doubts();
    long nanos = System.nanoTime();
    PhaseSnapshot now = phases.snapshot();
    String reported = place.reportedNow();
    CatalogReader.Standing standing = reader.standing();
    if (isOpen() && !standing.readCommitted()) {
      place.unsettled = true;
      place.leads = true;
    }
    settle();
    boolean own = standing.hasTemporary() || place.unsettled;
    PathCatalog before = own ? last : database.paths.get(standing.schemas());
    PathCatalog path;
    if (before == null || before.shared == own) {
      path = new PathCatalog(!own, Map.of(), database.reachVersion());
      path.looked(doubts, now, nanos);
    } else if (before == last || place.suspect || !before.isTrusted(doubts, now)) {
      path = before.lookedAgain(reader, database.reachVersion());
      // If it has changed, the others must look too; for us this look was it.
      boolean told = path != before && path.shared && database.doubt() == doubts + 1;
      path.looked(told ? doubts + 1 : doubts, now, nanos);
    } else {
      path = before;
    }
    if (path.shared) {
      database.keep(standing.schemas(), path);
    }
    place.suspect = false;
    place.reported = reported;
    place.path = path;
    return path;
  }

  /** The names that the last text was written with, if that is known. */
  @Nullable PathCatalog known() {
    return place.path;
  }

  /** Makes verdicts usable again if there is a doubt and the database can be asked. */
  void settle() throws SQLException {
    if (!isFailed()) {
      database.settle(session, !place.unsettled);
    }
  }

  /** Records what a statement with these {@link Effects} may have done. */
  void executed(int effects) {
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
      mayHaveEnded();
    }
  }

  private void mayHaveEnded() {
    if (driver == null || driver.getTransactionState() == TransactionState.IDLE) {
      ended();
    } else if (place.leads) {
      // COMMIT AND CHAIN, or only a word of it: the END of a DO block, PREPARE.
      place.path = null;
      if (place.changes) {
        database.doubt();
      }
    }
  }

  /** Records that a transaction has ended, or a connection was given back. */
  void ended() {
    if (!place.leads) {
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
   * Records that a text failed.
   *
   * @return whether the failure may say that the catalog is not what it was taken for
   */
  boolean failed(SQLException failure) {
    if (failure instanceof CrossfadeSqlException || !hintsAtChange(failure.getSQLState())) {
      return false;
    }
    place.path = null;
    place.suspect = true;
    return true;
  }

  /**
   * Of PostgreSQL's error codes (appendix A) those by which it says that a text does not fit the
   * schema, or that what it had prepared no longer does.
   */
  private static boolean hintsAtChange(@Nullable String state) {
    if (state == null) {
      return false;
    }
    return switch (state) {
      // A right that is missing is not a name that is.
      case "42501" -> false;
      // A plan or a prepared statement that is gone, a schema that is, a view in a table's place.
      case "0A000", "26000", "3F000", "55000" -> true;
      default -> state.startsWith("42");
    };
  }

  /** What code in the server that {@code sql} seems to run may do to the session. */
  int effectsOfNamesIn(String sql) {
    try {
      Set<String> moving = database.moving(session);
      if (!moving.isEmpty()) {
        String text = sql.toLowerCase(Locale.ROOT);
        for (String name : moving) {
          if (text.contains(name)) {
            return Effects.MOVES | Effects.TEMPORARY;
          }
        }
      }
      return 0;
    } catch (SQLException e) {
      throw new CatalogUnavailable(e);
    }
  }

  /** Whether a text names a relation that texts were resolved with. */
  boolean mentionsKnown(String sql) {
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

  /** What to tell the application where a look has failed. */
  SQLException unavailable(CatalogUnavailable look) {
    return isFailed() ? inFailedTransaction() : look.failure();
  }

  boolean isFailed() {
    return driver != null && driver.getTransactionState() == TransactionState.FAILED;
  }

  private boolean isOpen() {
    return driver != null && driver.getTransactionState() == TransactionState.OPEN;
  }

  private static CrossfadeSqlException inFailedTransaction() {
    return new CrossfadeSqlException(Refusals.failedTransaction(), "25P02", null);
  }
}
