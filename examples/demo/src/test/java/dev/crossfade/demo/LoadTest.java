package dev.crossfade.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.http.UserRow;
import com.acme.http.UserServer;
import com.acme.http.UserStore;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The clients notice a service that is wrong, and no other. */
class LoadTest {

  private static final int ROWS = 1_000;

  @Test
  void aServiceThatIsRightFailsNothing() throws Exception {
    Tally tally = load(new Users(), 2_000);

    assertThat(tally.failures()).isEmpty();
    assertThat(tally.acknowledged.sum()).isPositive();
  }

  @Test
  void aLostUpdateIsNoticed() throws Exception {
    Tally tally =
        load(
            new Users() {
              @Override
              public synchronized boolean rename(long id, String name) {
                return ++calls % 20 == 0 || super.rename(id, name);
              }
            },
            1_000_000);

    assertThat(tally.failures()).first().asString().contains("instead of");
  }

  @Test
  void aSearchThatMissesIsNoticed() throws Exception {
    Tally tally =
        load(
            new Users() {
              @Override
              public synchronized List<UserRow> named(String name) {
                return ++calls % 20 == 0 ? List.of() : super.named(name);
              }
            },
            1_000_000);

    assertThat(tally.failures()).first().asString().contains("answered search");
  }

  @Test
  void aBulkUpdateThatIsLostIsNoticed() throws Exception {
    Tally tally =
        load(
            new Users() {
              @Override
              public synchronized int capitalise(long[] ids) {
                return ids.length;
              }
            },
            1_000_000);

    assertThat(tally.failures()).first().asString().contains("instead of");
  }

  @Test
  void anErrorOfTheDatabaseIsNoticed() throws Exception {
    Tally tally =
        load(
            new Users() {
              @Override
              public synchronized List<UserRow> page(long after, int limit) throws SQLException {
                throw new SQLException("out of memory");
              }
            },
            1_000_000);

    assertThat(tally.failures()).first().asString().contains("out of memory");
  }

  /** Until something fails, or so many requests were served. */
  private static Tally load(UserStore users, int most) throws Exception {
    UserServer server = UserServer.start(users, () -> "test");
    try {
      Load load = new Load(3, ROWS, 100_000);
      load.balancer().add(new Service("test", server.port()));
      load.start();
      Tally tally = load.tally();
      while (tally.failed.sum() == 0 && tally.served.sum() < most) {
        Thread.onSpinWait();
      }
      load.stop();
      return tally;
    } finally {
      server.stop();
    }
  }

  /** Users in memory. */
  private static class Users implements UserStore {

    private final TreeMap<Long, UserRow> rows = new TreeMap<>();
    private long last = ROWS;
    int calls;

    Users() {
      for (long id = 1; id <= ROWS; id++) {
        rows.put(id, new UserRow(id, Seed.email(id), Seed.name(id)));
      }
    }

    @Override
    public synchronized @Nullable UserRow find(long id) {
      return rows.get(id);
    }

    @Override
    public synchronized long add(String email, String name) {
      long id = ++last;
      rows.put(id, new UserRow(id, email, name));
      return id;
    }

    @Override
    public synchronized boolean rename(long id, String name) {
      return rows.computeIfPresent(id, (key, row) -> new UserRow(id, row.email(), name)) != null;
    }

    @Override
    public synchronized int capitalise(long[] ids) {
      for (long id : ids) {
        rows.computeIfPresent(
            id, (key, row) -> new UserRow(id, row.email(), row.name().toUpperCase(Locale.ROOT)));
      }
      return ids.length;
    }

    @Override
    public synchronized boolean remove(long id) {
      return rows.remove(id) != null;
    }

    @Override
    public synchronized List<UserRow> named(String name) {
      return rows.values().stream().filter(row -> row.name().equals(name)).toList();
    }

    @Override
    public synchronized List<UserRow> page(long after, int limit) throws SQLException {
      return rows.tailMap(after, false).values().stream().limit(limit).toList();
    }
  }
}
