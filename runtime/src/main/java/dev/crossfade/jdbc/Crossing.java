package dev.crossfade.jdbc;

import dev.crossfade.model.Strictness;
import dev.crossfade.phase.Phases;
import dev.crossfade.rewrite.Rewriter;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;

/**
 * What all connections of one data source share: the phases, the rewriting, and what is known about
 * each database they lead to. Thread-safe.
 */
final class Crossing {

  /** Once a JVM: the first statement in transition should not wait for classes to load. */
  private static final AtomicBoolean WARM = new AtomicBoolean();

  final Phases phases;
  final Rewriting rewriting;
  final UnwrapPolicy unwrapping;
  final Recording recording;
  private final boolean observes;
  private final Map<String, Database> databases = new ConcurrentHashMap<>();

  /** By the driver's own connection, which outlives the wrappers that a pool puts around it. */
  private final Map<BaseConnection, Place> places = new WeakHashMap<>();

  Crossing(Phases phases, Rewriting rewriting, Strictness strictness) {
    this(phases, rewriting, strictness, UnwrapPolicy.configured());
  }

  Crossing(Phases phases, Rewriting rewriting, Strictness strictness, UnwrapPolicy unwrapping) {
    this.phases = phases;
    this.rewriting = rewriting;
    this.unwrapping = unwrapping;
    this.recording = Recording.of(phases);
    this.observes = strictness == Strictness.OBSERVE;
    if (observes) {
      recording.observes();
    }
    if (!isIdle() && WARM.compareAndSet(false, true)) {
      Thread warmUp = new Thread(Rewriter::warmUp, "crossfade-warm-up");
      warmUp.setDaemon(true);
      warmUp.start();
    }
  }

  /** Whether what can not be proven is passed through where that can be repaired. */
  boolean observes() {
    return observes;
  }

  /** Whether there is nothing to rewrite, ever. */
  boolean isIdle() {
    return phases.transitions().isEmpty();
  }

  /**
   * Puts the rewriting before {@code connection}. Closes it if that can not be.
   *
   * @throws CrossfadeSqlException {@code wrapped-twice} if it rewrites already, for other phases
   */
  Connection cross(Connection connection) throws SQLException {
    try {
      if (!connection.isWrapperFor(CrossfadeConnection.class)) {
        return new CrossfadeConnection(connection, this);
      }
      if (connection.unwrap(CrossfadeConnection.class).isCrossedBy(phases)) {
        return connection;
      }
      throw new CrossfadeSqlException(Refusals.wrappedTwice());
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * The database that {@code connection} leads to, as its user sees it: one URL may lead to several
   * servers, of which a standby can be behind the others.
   */
  Database database(Connection connection) throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    String key = metaData.getUserName() + " " + metaData.getURL();
    if (connection.isWrapperFor(BaseConnection.class)) {
      BaseConnection driver = connection.unwrap(BaseConnection.class);
      // Reported from PostgreSQL 14 on.
      boolean standby = "on".equals(driver.getParameterStatus("in_hot_standby"));
      key += " " + driver.getQueryExecutor().getHostSpec() + (standby ? " standby" : "");
    }
    return databases.computeIfAbsent(key, unknown -> new Database());
  }

  /** Where the session of {@code physical} stands: the same object as long as that lives. */
  Place place(@Nullable BaseConnection physical) {
    if (physical == null) {
      return new Place(null);
    }
    synchronized (places) {
      return places.computeIfAbsent(physical, key -> new Place(physical));
    }
  }
}
