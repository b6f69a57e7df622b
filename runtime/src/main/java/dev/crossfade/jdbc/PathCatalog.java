package dev.crossfade.jdbc;

import dev.crossfade.model.TableName;
import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.sql.Relation;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The relations that names lead to under one effective search path, and the texts that were
 * rewritten with them. Thread-safe. When a look into the database shows that a relation has changed
 * another object takes its place, so that who holds this one notices by comparing.
 */
final class PathCatalog {

  /** How long a look at the relations is trusted while nothing hints at a change. */
  static final long TRUSTED_NANOS = TimeUnit.SECONDS.toNanos(30);

  /** So that names that are made up per statement do not fill the heap. */
  private static final int MOST_RELATIONS = 2_000;

  /** No session stands here. */
  static final PathCatalog NOWHERE = new PathCatalog(false, Map.of(), -1);

  /** Whether other sessions use it too. */
  final boolean shared;

  final Map<TableName, Optional<Relation>> relations;
  private final long reachVersion;
  final Texts<Written> texts = new Texts<>();

  /** The texts of queries whose results may be updated. */
  final Texts<Written> updatableTexts = new Texts<>();

  /** Null if the last look is too long ago. */
  private volatile @Nullable Look look;

  /** Whether an {@link Expiry} will come; guarded by this. */
  private boolean expires;

  private record Look(long doubts, PhaseSnapshot phases, long nanos) {}

  PathCatalog(boolean shared, Map<TableName, Optional<Relation>> relations, long reachVersion) {
    this.shared = shared;
    this.relations = new ConcurrentHashMap<>(relations);
    this.reachVersion = reachVersion;
  }

  /** This, if the database still is as this says, or else what takes its place. */
  PathCatalog lookedAgain(CatalogReader reader, long reachVersionNow) throws SQLException {
    if (relations.size() > MOST_RELATIONS) {
      return new PathCatalog(shared, Map.of(), reachVersionNow);
    }
    Map<TableName, Optional<Relation>> known = Map.copyOf(relations);
    Map<TableName, Optional<Relation>> seen = reader.relations(known.keySet());
    return seen.equals(known) && reachVersionNow == reachVersion
        ? this
        : new PathCatalog(shared, seen, reachVersionNow);
  }

  /** Records that the relations were as the database had them, from before the look began. */
  synchronized void looked(long doubts, PhaseSnapshot phases, long nanos) {
    look = new Look(doubts, phases, nanos);
    if (!expires) {
      expires = true;
      Expiry.in(nanos + TRUSTED_NANOS - System.nanoTime(), this);
    }
  }

  /** Ends the trust in the last look if its time is over, or else comes back when it is. */
  synchronized void expire() {
    Look last = look;
    long left = last == null ? 0 : last.nanos + TRUSTED_NANOS - System.nanoTime();
    if (left > 0) {
      Expiry.in(left, this);
    } else {
      look = null;
      expires = false;
    }
  }

  /** Whether the relations may be used without another look. Reads no clock, see {@link Expiry}. */
  boolean isTrusted(long doubts, PhaseSnapshot phases) {
    Look last = look;
    return last != null && last.doubts == doubts && last.phases == phases;
  }
}
