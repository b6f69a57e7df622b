package dev.crossfade.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.model.Phase;
import dev.crossfade.phase.Phases;
import dev.crossfade.processor.entities.User;
import dev.crossfade.processor.entities.UserCrossfade;
import dev.crossfade.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two services move from BEFORE to AFTER, one after the other, while both serve. */
@Timeout(60)
class MovingUnderLoadTest {

  private static final String CREATE =
      "CREATE TABLE users (id bigint PRIMARY KEY, full_name text, email text)";
  private static final String EXPAND = "ALTER TABLE users ADD display_name text";
  private static final String REPAIR =
      "UPDATE users SET display_name = full_name WHERE display_name IS DISTINCT FROM full_name";
  private static final String CONTRACT = "ALTER TABLE users DROP full_name";

  private final Postgres postgres = Postgres.database().run(CREATE);
  private final Phases first = Live.all(Phase.BEFORE);
  private final Phases second = Live.all(Phase.BEFORE);
  private volatile List<CountDownLatch> progress =
      List.of(new CountDownLatch(0), new CountDownLatch(0));
  private volatile boolean stopped;

  @Test
  void nothingThatOneServiceWroteIsLostToTheOther() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<Long>> services =
          List.of(
              threads.submit(() -> serve(0, first, second)),
              threads.submit(() -> serve(1, second, first)));
      awaitProgress(services);
      postgres.run(EXPAND);
      advance(Phase.DUAL_WRITE, services);
      postgres.run(REPAIR);
      advance(Phase.FALLBACK_READ, services);
      postgres.run(REPAIR);
      advance(Phase.NEW_READ, services);
      advance(Phase.AFTER, services);
      postgres.run(CONTRACT);
      awaitProgress(services);
      stopped = true;
      for (Future<Long> service : services) {
        assertThat(service.get()).isGreaterThan(100);
      }
    } finally {
      stopped = true;
      threads.shutdown();
    }
  }

  private void advance(Phase phase, List<Future<Long>> services) throws Exception {
    for (Phases service : List.of(first, second)) {
      service.move(UserCrossfade.DISPLAY_NAME, phase);
      awaitProgress(services);
    }
  }

  /** Waits until each does ten more operations: none is left that began in another phase. */
  private void awaitProgress(List<Future<Long>> services) throws Exception {
    List<CountDownLatch> latches = List.of(new CountDownLatch(10), new CountDownLatch(10));
    progress = latches;
    for (int i = 0; i < 2; i++) {
      while (!latches.get(i).await(100, TimeUnit.MILLISECONDS)) {
        if (services.get(i).isDone()) {
          services.get(i).get();
        }
      }
    }
  }

  private long serve(int service, Phases mine, Phases others) throws SQLException {
    UserCrossfade writer = new UserCrossfade(mine);
    UserCrossfade reader = new UserCrossfade(others);
    long start = service * 1_000_000L;
    long id = start;
    try (Connection connection = postgres.connect()) {
      while (!stopped) {
        User user = new User(id, "name " + id, null);
        writer.insert(connection, user);
        assertThat(reader.find(connection, id)).isEqualTo(user);
        User changed = new User(id / 2 + start / 2, id % 3 == 0 ? null : "changed " + id, "e");
        assertThat(writer.update(connection, changed)).isEqualTo(1);
        assertThat(reader.find(connection, changed.id())).isEqualTo(changed);
        id++;
        progress.get(service).countDown();
      }
    }
    return id - start;
  }
}
