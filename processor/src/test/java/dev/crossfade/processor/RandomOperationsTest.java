package dev.crossfade.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.model.Phase;
import dev.crossfade.processor.entities.User;
import dev.crossfade.processor.entities.UserCrossfade;
import dev.crossfade.testing.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Random inserts, updates and reads by two clients in neighbouring phases, against a map. */
class RandomOperationsTest {

  private static final int OPERATIONS = 400;

  @ParameterizedTest
  @EnumSource(value = Phase.class, mode = Mode.EXCLUDE, names = "AFTER")
  void neighboursNeverDisagreeWithTheModel(Phase phase) throws SQLException {
    long seed = Long.getLong("crossfade.seed", System.nanoTime());
    Random random = new Random(seed);
    Phase next = Objects.requireNonNull(phase.next());
    List<UserCrossfade> clients =
        List.of(new UserCrossfade(Live.all(phase)), new UserCrossfade(Live.all(next)));
    Map<Long, User> model = new TreeMap<>();
    Postgres postgres =
        Postgres.database()
            .run(
                "CREATE TABLE users"
                    + " (id bigint PRIMARY KEY, full_name text, display_name text, email text)");
    try (Connection connection = postgres.connect()) {
      for (int i = 0; i < OPERATIONS; i++) {
        UserCrossfade client = clients.get(random.nextInt(2));
        User user = new User(random.nextInt(20), text(random), text(random));
        if (!model.containsKey(user.id())) {
          client.insert(connection, user);
          model.put(user.id(), user);
        } else if (random.nextBoolean()) {
          client.update(connection, user);
          model.put(user.id(), user);
        }
        assertThat(clients.get(random.nextInt(2)).find(connection, user.id()))
            .as("-Dcrossfade.seed=" + seed + ", operation " + i)
            .isEqualTo(model.get(user.id()));
      }
      for (String column : columnsThatBothFill(phase, next)) {
        assertThat(read(connection, column)).as("-Dcrossfade.seed=" + seed).isEqualTo(model);
      }
    }
  }

  private static List<String> columnsThatBothFill(Phase phase, Phase next) {
    if (phase == Phase.BEFORE) {
      return List.of("full_name");
    }
    return next == Phase.AFTER ? List.of("display_name") : List.of("full_name", "display_name");
  }

  private static String text(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> null;
      case 1 -> "";
      default -> Integer.toString(random.nextInt(), 36);
    };
  }

  private static Map<Long, User> read(Connection connection, String column) throws SQLException {
    Map<Long, User> rows = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT id, " + column + ", email FROM users")) {
      while (row.next()) {
        rows.put(row.getLong(1), new User(row.getLong(1), row.getString(2), row.getString(3)));
      }
    }
    return rows;
  }
}
