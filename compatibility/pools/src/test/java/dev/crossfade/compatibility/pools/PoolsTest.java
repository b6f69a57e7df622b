package dev.crossfade.compatibility.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossfade.compatibility.JdbcPeople;
import dev.crossfade.compatibility.Person;
import dev.crossfade.compatibility.Stage;
import dev.crossfade.compatibility.Stage.Side;
import dev.crossfade.compatibility.Staged;
import dev.crossfade.compatibility.Version;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.PGConnection;

/** Each pool below the proxy and above it, at every stage. */
class PoolsTest extends Staged<AutoCloseable> {

  static List<Arguments> pools() {
    List<Arguments> all = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      for (Placed placed : Placed.values()) {
        all.add(Arguments.of(kind, placed));
      }
    }
    return all;
  }

  /** Tomcat's rolls back only where autocommit is off by default. */
  static List<Arguments> carefulPools() {
    return pools().stream().filter(pool -> pool.get()[0] != Kind.TOMCAT).toList();
  }

  /** The tests open what they need, with the stage's phases. */
  @Override
  protected AutoCloseable open(Version version, DataSource dataSource) {
    return () -> {};
  }

  private Placed.Both open(Kind kind, Placed placed, Side side) {
    by(side);
    Stage.Instance instance = stage().instance(side);
    return placed.open(kind, postgres(), instance.phase());
  }

  @ParameterizedTest
  @MethodSource("pools")
  void twoInstancesServe(Kind kind, Placed placed) throws Exception {
    try (Placed.Both older = open(kind, placed, Side.OLDER);
        Placed.Both newer = open(kind, placed, Side.NEWER)) {
      JdbcPeople one = new JdbcPeople(version(Side.OLDER), older.dataSource());
      JdbcPeople other = new JdbcPeople(version(Side.NEWER), newer.dataSource());
      for (int round = 0; round < 3; round++) {
        String name = "round " + round;
        one.rename(1, name);
        model().rename(1, name);
        assertThat(other.named(name)).isEqualTo(model().named(name));
        other.shout(1);
        model().shout(1);
        assertThat(one.find(1)).isEqualTo(model().find(1));
        assertThat(one.names()).isEqualTo(model().names());
      }
      long id = other.insert(Person.of("New", "new@x", 1));
      model().put(Person.of("New", "new@x", 1).withId(id));
      checkRows();
      assertThat(older.pool().active().getAsInt()).as("none leaked").isZero();
      assertThat(newer.pool().active().getAsInt()).as("none leaked").isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("carefulPools")
  void whatIsOpenIsRolledBackWhenAConnectionReturns(Kind kind, Placed placed) throws Exception {
    try (Placed.Both both = open(kind, placed, Side.NEWER)) {
      try (Connection connection = both.dataSource().getConnection()) {
        connection.setAutoCommit(false);
        rename(connection, 1, "lost");
      }
      try (Connection connection = both.dataSource().getConnection()) {
        assertThat(connection.getAutoCommit()).isTrue();
        rename(connection, 2, "kept");
      }
      model().rename(2, "kept");
      checkRows();
    }
  }

  private void rename(Connection connection, long id, String name) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            version(Side.NEWER).sql("UPDATE people SET {name} = ? WHERE id = ?"))) {
      statement.setString(1, name);
      statement.setLong(2, id);
      assertThat(statement.executeUpdate()).isEqualTo(1);
      assertThat(statement.getConnection()).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("pools")
  void theDriversConnectionIsReached(Kind kind, Placed placed) throws Exception {
    try (Placed.Both both = open(kind, placed, Side.NEWER);
        Connection connection = both.dataSource().getConnection()) {
      assertThat(connection.isWrapperFor(PGConnection.class)).isTrue();
      assertThat(connection.unwrap(PGConnection.class).getBackendPID()).isPositive();
      assertThat(connection.isValid(5)).isTrue();
    }
  }

  /** Hikari knows by the error's SQLSTATE, which must come through as the server gave it. */
  @ParameterizedTest
  @EnumSource
  void aConnectionThatFailsIsReplaced(Placed placed) throws Exception {
    try (Placed.Both both = open(Kind.HIKARI, placed, Side.NEWER)) {
      try (Connection connection = both.dataSource().getConnection()) {
        end(backend(connection));
        assertThatThrownBy(() -> rename(connection, 1, "lost"))
            .isInstanceOfSatisfying(
                SQLException.class, e -> assertThat(e.getSQLState()).isIn("57P01", "08006"));
      }
      keep(both);
    }
  }

  private static int backend(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getBackendPID();
  }

  private void end(int backend) {
    postgres().run("SELECT pg_terminate_backend(" + backend + ", 5000)");
  }

  /**
   * These two look at a connection before they lend it; Hikari does so only after half a second.
   */
  @ParameterizedTest
  @MethodSource("lookingPools")
  void aConnectionThatTheServerEndedIsReplaced(Kind kind, Placed placed) throws Exception {
    try (Placed.Both both = open(kind, placed, Side.NEWER)) {
      int backend;
      try (Connection connection = both.dataSource().getConnection()) {
        backend = backend(connection);
      }
      end(backend);
      keep(both);
    }
  }

  static List<Arguments> lookingPools() {
    return pools().stream().filter(pool -> pool.get()[0] != Kind.HIKARI).toList();
  }

  private void keep(Placed.Both both) throws SQLException {
    try (Connection connection = both.dataSource().getConnection()) {
      rename(connection, 2, "kept");
    }
    model().rename(2, "kept");
    checkRows();
  }

  @ParameterizedTest
  @MethodSource("pools")
  void moreThreadsThanConnections(Kind kind, Placed placed) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2 * Pool.SIZE);
    try (Placed.Both both = open(kind, placed, Side.NEWER)) {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (long id = 1; id <= 6; id++) {
        long own = id;
        tasks.add(
            () -> {
              for (int round = 0; round < 5; round++) {
                try (Connection connection = both.dataSource().getConnection()) {
                  rename(connection, own, "name " + own + "." + round);
                  assertThat(nameOf(connection, own)).isEqualTo("name " + own + "." + round);
                }
              }
              return null;
            });
        model().rename(id, "name " + id + ".4");
      }
      for (Future<Void> done : threads.invokeAll(tasks)) {
        done.get();
      }
      checkRows();
      assertThat(both.pool().active().getAsInt()).as("none leaked").isZero();
    } finally {
      threads.shutdownNow();
    }
  }

  private String nameOf(Connection connection, long id) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            version(Side.NEWER).sql("SELECT {name} FROM people WHERE id = ?"))) {
      statement.setLong(1, id);
      try (ResultSet result = statement.executeQuery()) {
        assertThat(result.next()).isTrue();
        return result.getString(version(Side.NEWER).nameColumn());
      }
    }
  }
}
