package dev.crossfade.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;

/**
 * An application that writes names and reads them back, by the old or the new column's name, in
 * every way that JDBC has. Its prepared statements live as long as it does.
 */
final class Application implements AutoCloseable {

  static final List<String> NAMES = List.of("full_name", "display_name");

  private final Connection connection;
  private final Statement plain;
  private final PreparedStatement[] updates = new PreparedStatement[2];
  private final PreparedStatement[] inserts = new PreparedStatement[2];
  private final PreparedStatement[] upserts = new PreparedStatement[2];
  private final PreparedStatement[] reads = new PreparedStatement[2];

  Application(DataSource dataSource) throws SQLException {
    connection = dataSource.getConnection();
    plain = connection.createStatement();
    for (int i = 0; i < 2; i++) {
      String name = NAMES.get(i);
      updates[i] = connection.prepareStatement("UPDATE users SET " + name + " = ? WHERE id = ?");
      inserts[i] =
          connection.prepareStatement("INSERT INTO users (id, " + name + ") VALUES (?, ?)");
      upserts[i] =
          connection.prepareStatement(
              "INSERT INTO users (id, %1$s) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET %1$s = EXCLUDED.%1$s"
                  .formatted(name));
      reads[i] = connection.prepareStatement("SELECT " + name + " FROM users WHERE id = ?");
    }
  }

  /** Inserts a row by one of the ways. */
  void insert(Random random, long id, String value) throws SQLException {
    PreparedStatement insert = inserts[random.nextInt(2)];
    insert.setLong(1, id);
    insert.setString(2, value);
    if (random.nextBoolean()) {
      requireOne(insert.executeUpdate());
    } else {
      insert.addBatch();
      requireOne(insert.executeBatch()[0]);
    }
  }

  /** Writes a row that exists by one of the ways, and returns which. */
  String write(Random random, long id, String value) throws SQLException {
    int name = random.nextInt(2);
    int way = random.nextInt(5);
    switch (way) {
      case 0 -> {
        updates[name].setString(1, value);
        updates[name].setLong(2, id);
        requireOne(updates[name].executeUpdate());
      }
      case 1 -> {
        updates[name].setString(1, value + " first");
        updates[name].setLong(2, id);
        updates[name].addBatch();
        updates[name].setString(1, value);
        updates[name].addBatch();
        requireOne(updates[name].executeBatch()[1]);
      }
      case 2 ->
          requireOne(
              plain.executeUpdate(
                  "UPDATE users SET " + NAMES.get(name) + " = '" + value + "' WHERE id = " + id));
      case 3 -> {
        plain.addBatch(
            "UPDATE users SET " + NAMES.get(name) + " = '" + value + "' WHERE id = " + id);
        requireOne(plain.executeBatch()[0]);
      }
      default -> {
        upserts[name].setLong(1, id);
        upserts[name].setString(2, value);
        requireOne(upserts[name].executeUpdate());
      }
    }
    return "way " + way + " by " + NAMES.get(name);
  }

  String read(long id, String name) throws SQLException {
    PreparedStatement read = reads[NAMES.indexOf(name)];
    read.setLong(1, id);
    try (ResultSet result = read.executeQuery()) {
      return result.next() ? result.getString(1) : null;
    }
  }

  private static void requireOne(int count) {
    if (count != 1) {
      throw new AssertionError("a write of one row changed " + count);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
