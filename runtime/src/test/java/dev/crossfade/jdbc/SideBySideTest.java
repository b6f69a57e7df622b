package dev.crossfade.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.model.Phase;
import dev.crossfade.phase.Phases;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two versions of a service at once, and one that moves: nothing is lost. */
class SideBySideTest {

  private static final int THREADS = 4;

  private static final Users DATABASE = Users.expanded();

  private final Users users = DATABASE.reset();
  private final long seed = System.nanoTime();

  static Stream<Arguments> neighbours() {
    List<Arguments> pairs = new ArrayList<>();
    for (Phase phase : Phase.values()) {
      pairs.add(Arguments.of(phase, phase));
      if (phase.next() != null) {
        pairs.add(Arguments.of(phase, phase.next()));
      }
    }
    return pairs.stream();
  }

  @ParameterizedTest
  @MethodSource("neighbours")
  void twoVersionsReadEachOthersWrites(Phase one, Phase other) throws Exception {
    DataSource[] versions = {users.in(one), users.in(other)};
    Phase[] phases = {one, other};
    inParallel(
        thread -> {
          Random random = new Random(seed + thread);
          try (Application first = new Application(versions[0]);
              Application second = new Application(versions[1])) {
            Application[] applications = {first, second};
            applications[random.nextInt(2)].insert(random, thread, "start " + thread);
            for (int step = 0; step < 150; step++) {
              String value = thread + "/" + step;
              int writer = random.nextInt(2);
              String how = applications[writer].write(random, thread, value);
              for (int reader = 0; reader < 2; reader++) {
                for (String name : Application.NAMES) {
                  if (promised(phases[writer], phases[reader], name)) {
                    assertThat(applications[reader].read(thread, name))
                        .as(
                            "seed %s: %s in %s, read by %s in %s",
                            seed, how, phases[writer], name, phases[reader])
                        .isEqualTo(value);
                  }
                }
              }
            }
          }
          return null;
        });
  }

  /** NEW_READ reads the old column for the old name, which an AFTER beside it no longer writes. */
  private static boolean promised(Phase writer, Phase reader, String name) {
    return !(writer == Phase.AFTER && reader == Phase.NEW_READ && name.equals("full_name"));
  }

  static Stream<List<Phase>> journeys() {
    return Stream.of(
        List.of(Phase.BEFORE, Phase.DUAL_WRITE),
        List.of(Phase.DUAL_WRITE, Phase.FALLBACK_READ, Phase.NEW_READ, Phase.FALLBACK_READ));
  }

  /** Moves as fast as statements are executed, a thousand times. */
  @ParameterizedTest
  @MethodSource("journeys")
  void aThousandMovesUnderLoadFailNothingAndLoseNothing(List<Phase> journey) throws Exception {
    Phases phases = Users.phases(journey.get(0));
    DataSource dataSource = users.in(phases);
    AtomicLong statements = new AtomicLong();
    Semaphore progress = new Semaphore(0);
    AtomicBoolean done = new AtomicBoolean();
    Thread mover =
        new Thread(
            () -> {
              for (int move = 1; move <= 1000 && !done.get(); move++) {
                progress.acquireUninterruptibly();
                progress.drainPermits();
                phases.move(Users.RENAME, journey.get(move % journey.size()));
              }
              done.set(true);
            });
    mover.start();
    try {
      inParallel(
          thread -> {
            Random random = new Random(seed + thread);
            try (Application application = new Application(dataSource)) {
              application.insert(random, thread, "start " + thread);
              for (long step = 0; !done.get(); step++) {
                String value = thread + "/" + step;
                String how = application.write(random, thread, value);
                statements.incrementAndGet();
                progress.release();
                String name = Application.NAMES.get(random.nextInt(2));
                assertThat(application.read(thread, name))
                    .as("seed %s: %s, read by %s", seed, how, name)
                    .isEqualTo(value);
                if (step % 10 == 0) {
                  application.insert(random, 1000 * (step + 1) + thread, "inserted " + value);
                }
              }
            }
            return null;
          });
    } finally {
      done.set(true);
      progress.release();
      mover.join();
    }
    assertThat(statements.get()).isGreaterThan(900);
    if (!journey.contains(Phase.BEFORE)) {
      assertThat(users.rows("SELECT * FROM users WHERE full_name IS DISTINCT FROM display_name"))
          .isEmpty();
    }
  }

  private interface Work {
    Object run(int thread) throws SQLException;
  }

  private static void inParallel(Work work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Object>> tasks = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int thread = i + 1;
        tasks.add(() -> work.run(thread));
      }
      for (Future<Object> future : threads.invokeAll(tasks)) {
        future.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
