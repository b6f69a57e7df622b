package dev.crossfade.jdbc;

import dev.crossfade.model.ColumnName;
import dev.crossfade.model.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What all sessions of one user of one database share, whatever their search path. Thread-safe.
 *
 * <p>Knowledge is not thrown away when something hints that it may be old (DDL, an undefined
 * column, a phase that moved): a doubt is counted, and who next needs the knowledge looks again and
 * replaces only what has changed.
 */
final class Database {

  /** So that a schema for each of a hundred thousand tenants does not fill the heap. */
  private static final int MOST_PATHS = 200;

  final Texts<Verdict> verdicts = new Texts<>();
  final Map<String, PathCatalog> paths = new ConcurrentHashMap<>();

  /**
   * Whether the session that was asked last reaches a table in transition, for those that can not
   * ask.
   */
  volatile @Nullable Boolean hasTransition;

  private final Map<String, Boolean> steady = new ConcurrentHashMap<>();
  private final AtomicLong doubts = new AtomicLong();
  private volatile Reach reach = new Reach(0, System.nanoTime(), 0, Reached.NOTHING);

  /**
   * Through which other names each table is reached.
   *
   * @param version counts the looks that have found a change, not what was only added
   */
  private record Reach(long doubts, long nanos, long version, Reached names) {}

  /** Keeps what is known under a search path. */
  void keep(String schemas, PathCatalog path) {
    if (paths.size() > MOST_PATHS) {
      paths.clear();
    }
    paths.put(schemas, path);
  }

  long doubts() {
    return doubts.get();
  }

  /**
   * Counts a hint that the schema may have changed.
   *
   * @return how many there are now
   */
  long doubt() {
    return doubts.incrementAndGet();
  }

  /** Which state of {@link Reached} texts are resolved with. */
  long reachVersion() {
    return reach.version();
  }

  /** Whether verdicts may be used without another look. */
  boolean isSettled() {
    return reach.doubts() == doubts.get();
  }

  /**
   * Looks again if there is a doubt or the last look is long ago.
   *
   * @param trusted whether {@code session} sees what others see; if not, what it sees is added only
   */
  void settle(Session session, boolean trusted) throws SQLException {
    Reach before = reach;
    long current = doubts.get();
    long now = System.nanoTime();
    if (before.doubts() == current && now - before.nanos() < PathCatalog.TRUSTED_NANOS) {
      return;
    }
    steady.clear();
    Reached names = Reached.NOTHING;
    for (Map.Entry<TableName, Set<String>> known : before.names().tables().entrySet()) {
      Set<String> seen = session.reader().reaching(known.getKey());
      names = names.with(known.getKey(), trusted ? seen : union(seen, known.getValue()));
    }
    for (Map.Entry<ColumnName, Set<String>> known : before.names().views().entrySet()) {
      Set<String> seen = session.reader().viewsReading(known.getKey());
      names = names.with(known.getKey(), trusted ? seen : union(seen, known.getValue()));
    }
    Set<String> moving = before.names().moving();
    if (moving != null) {
      Set<String> seen = session.reader().moving();
      names = names.withMoving(trusted ? seen : union(seen, moving));
    }
    replace(before, trusted ? current : before.doubts(), now, names);
  }

  /** The names, in lower case, by which code may run that leads a session elsewhere. */
  Set<String> moving(Session session) throws SQLException {
    Set<String> known = reach.names().moving();
    if (known != null) {
      return known;
    }
    Set<String> names = session.reader().moving();
    add(reached -> reached.withMoving(names));
    return names;
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.addAll(other);
    return both;
  }

  Set<String> reaching(TableName table, Session session) throws SQLException {
    Set<String> known = reach.names().tables().get(table);
    if (known != null) {
      return known;
    }
    Set<String> names = session.reader().reaching(table);
    add(reached -> reached.with(table, names));
    return names;
  }

  Set<String> viewsReading(ColumnName column, Session session) throws SQLException {
    Set<String> known = reach.names().views().get(column);
    if (known != null) {
      return known;
    }
    Set<String> names = session.reader().viewsReading(column);
    add(reached -> reached.with(column, names));
    return names;
  }

  private synchronized void add(UnaryOperator<Reached> addition) {
    reach =
        new Reach(reach.doubts(), reach.nanos(), reach.version(), addition.apply(reach.names()));
  }

  private synchronized void replace(Reach before, long seen, long nanos, Reached names) {
    if (reach != before) {
      return;
    }
    boolean same = names.equals(before.names());
    reach = new Reach(seen, nanos, same ? before.version() : before.version() + 1, names);
    if (!same) {
      verdicts.clear();
    }
  }

  boolean areSteady(Collection<String> names, Session session) throws SQLException {
    List<String> unknown = new ArrayList<>();
    for (String name : names) {
      if (!steady.containsKey(name)) {
        unknown.add(name);
      }
    }
    if (!unknown.isEmpty()) {
      Set<String> found = session.reader().steady(unknown);
      for (String name : unknown) {
        steady.put(name, found.contains(name));
      }
    }
    for (String name : names) {
      // Absent if another session has just found a reason to look again.
      if (!Boolean.TRUE.equals(steady.get(name))) {
        return false;
      }
    }
    return true;
  }
}
