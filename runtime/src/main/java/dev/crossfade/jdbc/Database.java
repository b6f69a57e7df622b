package dev.crossfade.jdbc;

import dev.crossfade.model.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What all sessions of one user of one database share, whatever their search path. Thread-safe.
 *
 * <p>Knowledge is not thrown away when something hints that it may be old (DDL, an undefined
 * column, a phase that moved): a doubt is counted, and who next needs the knowledge looks again and
 * replaces only what has changed.
 */
final class Database {

  final Texts<Verdict> verdicts = new Texts<>();
  final Map<String, PathCatalog> paths = new ConcurrentHashMap<>();
  private final Map<String, Boolean> steady = new ConcurrentHashMap<>();
  private final AtomicLong doubts = new AtomicLong();
  private volatile Reach reach = new Reach(0, System.nanoTime(), Map.of());

  /** Through which other names each table is reached. Replaced when that has changed. */
  record Reach(long doubts, long nanos, Map<TableName, Set<String>> names) {}

  long doubts() {
    return doubts.get();
  }

  /** Counts a hint that the schema may have changed. */
  void doubt() {
    doubts.incrementAndGet();
  }

  Map<TableName, Set<String>> reach() {
    return reach.names();
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
    Map<TableName, Set<String>> names = new HashMap<>();
    for (TableName table : before.names().keySet()) {
      Set<String> seen = new HashSet<>(session.reader().reaching(table));
      if (!trusted) {
        seen.addAll(before.names().get(table));
      }
      names.put(table, Set.copyOf(seen));
    }
    replace(before, trusted ? current : before.doubts(), now, names);
  }

  Set<String> reaching(TableName table, Session session) throws SQLException {
    Reach before = reach;
    Set<String> known = before.names().get(table);
    if (known != null) {
      return known;
    }
    Set<String> names = Set.copyOf(session.reader().reaching(table));
    add(table, names);
    return names;
  }

  private synchronized void add(TableName table, Set<String> names) {
    Map<TableName, Set<String>> all = new HashMap<>(reach.names());
    all.put(table, names);
    reach = new Reach(reach.doubts(), reach.nanos(), Map.copyOf(all));
  }

  private synchronized void replace(
      Reach before, long seen, long nanos, Map<TableName, Set<String>> names) {
    if (reach != before) {
      return;
    }
    boolean same = names.equals(before.names());
    reach = new Reach(seen, nanos, same ? before.names() : Map.copyOf(names));
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
