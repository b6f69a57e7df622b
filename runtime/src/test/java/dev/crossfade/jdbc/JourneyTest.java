package dev.crossfade.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.model.Phase;
import dev.crossfade.phase.Phases;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLongArray;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * Two versions of an application go through all phases and back, a thousand moves, always in the
 * same phase or in neighbouring ones, while each of their threads writes and reads all the time. A
 * move waits, as an operator would, until what was under way before the last one has ended.
 */
class JourneyTest {

  private static final int MOVES = 1000;
  private static final int THREADS = 4;

  private static final Users DATABASE = Users.expanded();

  private final Users users = DATABASE.reset();
  private final long seed = Long.getLong("crossfade.seed", System.nanoTime());

  /** How many units of work each thread has finished; each begins and ends between transactions. */
  private final AtomicLongArray finished = new AtomicLongArray(THREADS);

  private final AtomicBoolean done = new AtomicBoolean();

  private int moved;

  /** What was acknowledged last, by row. */
  private final Map<Long, Long> acknowledged = new ConcurrentHashMap<>();

  @Test
  void aThousandMovesThroughAllPhasesFailNothingAndLoseNothing() throws Exception {
    System.out.println("JourneyTest: seed " + seed + " (-Dcrossfade.seed=…)");
    Phases[] versions = {Users.phases(Phase.BEFORE), Users.phases(Phase.BEFORE)};
    DataSource[] dataSources = {users.in(versions[0]), users.in(versions[1])};
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Object>> visitors = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        Callable<Object> work = () -> visit(thread, dataSources[thread % 2]);
        visitors.add(threads.submit(work));
      }
      try {
        move(versions, visitors);
      } finally {
        done.set(true);
        for (Future<Object> visitor : visitors) {
          visitor.get();
        }
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(moved).isGreaterThanOrEqualTo(MOVES);
    assertThat(users.rows("SELECT * FROM users WHERE full_name IS DISTINCT FROM display_name"))
        .as("seed %s", seed)
        .isEmpty();
    for (Map.Entry<Long, Long> row : acknowledged.entrySet()) {
      assertThat(users.rows("SELECT full_name, display_name FROM users WHERE id = " + row.getKey()))
          .as("seed %s, row %s", seed, row.getKey())
          .containsExactly(value(row) + "|" + value(row));
    }
    assertThat(users.rows("SELECT count(*) FROM users")).containsExactly("" + acknowledged.size());
  }

  private static String value(Map.Entry<Long, Long> row) {
    return value(row.getKey(), row.getValue());
  }

  private static String value(long row, long step) {
    return row + "/" + step;
  }

  private Object visit(int thread, DataSource dataSource) throws SQLException {
    Random random = new Random(seed + thread);
    String last = "nothing";
    try (Visitor visitor = new Visitor(dataSource, random)) {
      List<Long> mine = new ArrayList<>();
      for (long step = 1; !done.get(); step++) {
        if (mine.size() < 3 || mine.size() < 40 && random.nextInt(30) == 0) {
          long id = visitor.insert("new " + thread + "/" + step);
          finished.incrementAndGet(thread);
          last = visitor.write(id, value(id, step));
          acknowledged.put(id, step);
          mine.add(id);
        } else {
          long id = mine.get(random.nextInt(mine.size()));
          last = visitor.write(id, value(id, step));
          acknowledged.put(id, step);
          if (random.nextInt(4) == 0) {
            assertThat(visitor.find(value(id, step))).containsExactly("" + id);
          }
        }
        finished.incrementAndGet(thread);
        readOthers(visitor, random);
        finished.incrementAndGet(thread);
      }
    } catch (SQLException | AssertionError e) {
      done.set(true);
      throw new AssertionError("seed " + seed + ", thread " + thread + ", last " + last, e);
    }
    return "done";
  }

  /** What was acknowledged before the read began, or something newer. */
  private void readOthers(Visitor visitor, Random random) throws SQLException {
    if (random.nextInt(20) == 0) {
      assertThat(visitor.scan()).isPositive();
      return;
    }
    List<Long> rows = new ArrayList<>(acknowledged.keySet());
    if (rows.isEmpty()) {
      return;
    }
    long id = rows.get(random.nextInt(rows.size()));
    long least = acknowledged.get(id);
    String read = visitor.read(id);
    assertThat(read).startsWith(id + "/");
    String step = read.substring(read.indexOf('/') + 1).split(" ")[0];
    assertThat(Long.parseLong(step)).isGreaterThanOrEqualTo(least);
  }

  private void move(Phases[] versions, List<Future<Object>> visitors) throws SQLException {
    Random random = new Random(seed);
    boolean forward = true;
    long[] before = snapshot();
    while (moved < MOVES && !done.get()) {
      awaitProgress(before, visitors);
      Phase[] now = {versions[0].of(Users.RENAME), versions[1].of(Users.RENAME)};
      if (now[0] == now[1] && (now[0] == Phase.BEFORE || now[0] == Phase.AFTER)) {
        forward = now[0] == Phase.BEFORE;
      }
      int which = now[0] == now[1] ? random.nextInt(2) : behind(now, forward);
      Phase target = forward ? now[which].next() : now[which].previous();
      if (target == Phase.FALLBACK_READ && now[0] == now[1]) {
        repair(forward, visitors);
      }
      versions[which].move(Users.RENAME, target);
      moved++;
      before = snapshot();
      if (random.nextInt(10) == 0 && target != Phase.AFTER && target != Phase.BEFORE) {
        // Second thoughts, where nothing was moved in between that would need a repair first.
        awaitProgress(before, visitors);
        versions[which].move(Users.RENAME, now[which]);
        awaitProgress(snapshot(), visitors);
        versions[which].move(Users.RENAME, target);
        before = snapshot();
        moved += 2;
      }
    }
    // The end that the operator would leave: both columns written by all, and backfilled.
    while (!done.get() && notIn(versions, Phase.NEW_READ)) {
      awaitProgress(before, visitors);
      Phase[] now = {versions[0].of(Users.RENAME), versions[1].of(Users.RENAME)};
      int least = now[0].compareTo(now[1]) <= 0 ? 0 : 1;
      int which = now[least].compareTo(Phase.NEW_READ) < 0 ? least : 1 - least;
      boolean up = now[which].compareTo(Phase.NEW_READ) < 0;
      Phase target = up ? now[which].next() : now[which].previous();
      if (target == Phase.FALLBACK_READ && now[0] == now[1]) {
        repair(up, visitors);
      }
      versions[which].move(Users.RENAME, target);
      before = snapshot();
    }
    awaitProgress(before, visitors);
    repair(false, visitors);
  }

  private static boolean notIn(Phases[] versions, Phase phase) {
    return versions[0].of(Users.RENAME) != phase || versions[1].of(Users.RENAME) != phase;
  }

  private static int behind(Phase[] now, boolean forward) {
    return (now[0].compareTo(now[1]) < 0) == forward ? 0 : 1;
  }

  private long[] snapshot() {
    long[] counts = new long[THREADS];
    for (int i = 0; i < THREADS; i++) {
      counts[i] = finished.get(i);
    }
    return counts;
  }

  /** Waits until what was under way when {@code before} was taken has ended. */
  private void awaitProgress(long[] before, List<Future<Object>> visitors) {
    for (int i = 0; i < THREADS; i++) {
      while (finished.get(i) <= before[i] && !visitors.get(i).isDone()) {
        Thread.onSpinWait();
        Thread.yield();
      }
    }
  }

  /** What backfill does, row by row: forward from old to new, or back after AFTER. */
  private void repair(boolean forward, List<Future<Object>> visitors) throws SQLException {
    awaitProgress(snapshot(), visitors);
    String set = forward ? "display_name = full_name" : "full_name = display_name";
    for (String id :
        users.rows("SELECT id FROM users WHERE full_name IS DISTINCT FROM display_name")) {
      users.postgres().run("UPDATE users SET " + set + " WHERE id = " + id);
    }
  }
}
