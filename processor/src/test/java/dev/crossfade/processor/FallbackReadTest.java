package dev.crossfade.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.model.Phase;
import dev.crossfade.processor.entities.UserCrossfade;
import dev.crossfade.testing.Postgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Rows that the backfill has not reached. */
class FallbackReadTest {

  private final Postgres postgres =
      Postgres.database()
          .run(
              """
              CREATE TABLE users
                (id bigint PRIMARY KEY, full_name text, display_name text, email text);
              INSERT INTO users VALUES
                (1, 'not migrated', NULL, NULL),
                (2, 'migrated', 'migrated', NULL),
                (3, NULL, NULL, NULL),
                (4, NULL, 'new only', NULL),
                (5, '', NULL, NULL)
              """);
  private final UserCrossfade users = new UserCrossfade(Live.all(Phase.FALLBACK_READ));
  private Connection connection;
  private long countedBefore;

  @BeforeEach
  void connect() throws SQLException {
    connection = postgres.connect();
    countedBefore = UserCrossfade.DISPLAY_NAME_FALLBACKS.count();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void anUnmigratedRowFallsBackAndIsCounted() throws SQLException {
    assertThat(users.find(connection, 1).displayName()).isEqualTo("not migrated");
    assertThat(counted()).isEqualTo(1);
    assertThat(users.find(connection, 5).displayName()).isEmpty();
    assertThat(counted()).isEqualTo(2);
  }

  @Test
  void aMigratedRowIsNotCounted() throws SQLException {
    assertThat(users.find(connection, 2).displayName()).isEqualTo("migrated");
    assertThat(users.find(connection, 4).displayName()).isEqualTo("new only");
    assertThat(counted()).isZero();
  }

  @Test
  void nullIsNotNotMigrated() throws SQLException {
    assertThat(users.find(connection, 3).displayName()).isNull();
    assertThat(counted()).isZero();
  }

  @Test
  void manyRowsAreReadByOneQueryOfOnesOwn() throws SQLException {
    UserCrossfade.Statements now = users.now();
    List<String> names = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT " + now.selectList() + " FROM users ORDER BY id " + now.marker());
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        names.add(now.read(row).displayName());
      }
    }
    assertThat(names).containsExactly("not migrated", "migrated", null, "new only", "");
    assertThat(counted()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(value = Phase.class, mode = Mode.EXCLUDE, names = "FALLBACK_READ")
  void noOtherPhaseFallsBack(Phase phase) throws SQLException {
    boolean readsOld = phase == Phase.BEFORE || phase == Phase.DUAL_WRITE;
    UserCrossfade other = new UserCrossfade(Live.all(phase));
    assertThat(other.find(connection, 1).displayName()).isEqualTo(readsOld ? "not migrated" : null);
    assertThat(other.find(connection, 4).displayName()).isEqualTo(readsOld ? null : "new only");
    assertThat(counted()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void thePredicateColumnIsOneThatEveryWriterFills(Phase phase) {
    boolean usesNew = phase == Phase.NEW_READ || phase == Phase.AFTER;
    assertThat(new UserCrossfade(Live.all(phase)).now().displayNameColumn())
        .isEqualTo(usesNew ? "display_name" : "full_name");
  }

  private long counted() {
    return UserCrossfade.DISPLAY_NAME_FALLBACKS.count() - countedBefore;
  }
}
