package dev.crossfade.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;

/**
 * A client that owns rows of its own and leaves a growing number in them, by every kind of
 * statement, under either name, in autocommit mode and in transactions that commit or roll back.
 * Its prepared statements live as long as it does.
 */
final class Visitor implements AutoCloseable {

  private static final String[] WRITES = {
    "UPDATE users SET %1$s = ? WHERE id = ?",
    "UPDATE users AS u SET (%1$s, age) = (?, 1) WHERE u.id = ? RETURNING *",
    "WITH w AS (UPDATE users SET %1$s = ? WHERE id = ? RETURNING id, %1$s) SELECT * FROM w",
    "INSERT INTO users (%1$s, id) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET %1$s = EXCLUDED.%1$s",
    "MERGE INTO users u USING (SELECT ?::text AS v, ?::bigint AS k) s ON u.id = s.k"
        + " WHEN MATCHED THEN UPDATE SET %1$s = s.v",
    "UPDATE users SET %1$s = x.v FROM (SELECT ?::text AS v) x WHERE id = ?",
  };

  private static final String[] READS = {
    "SELECT %1$s FROM users WHERE id = ?",
    "SELECT * FROM users WHERE id = ?",
    "SELECT to_json(u) ->> '%1$s' AS %1$s FROM users u WHERE id = ?",
    "SELECT max(%1$s) AS %1$s FROM users WHERE id = ? GROUP BY id",
    "SELECT n.%1$s FROM (SELECT * FROM users) n JOIN users o USING (id) WHERE id = ?",
  };

  final Random random;
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Visitor(DataSource dataSource, Random random) throws SQLException {
    this.connection = dataSource.getConnection();
    this.random = random;
  }

  String name() {
    return Application.NAMES.get(random.nextInt(2));
  }

  /** Makes a row, its key chosen by the server or not. */
  long insert(String value) throws SQLException {
    PreparedStatement insert =
        prepare(
            "INSERT INTO users (%s) VALUES (?)".formatted(name()), Statement.RETURN_GENERATED_KEYS);
    insert.setString(1, value);
    requireOne(insert.executeUpdate());
    try (ResultSet keys = insert.getGeneratedKeys()) {
      keys.next();
      return keys.getLong("id");
    }
  }

  /** Writes {@code value} into a row that exists, and returns how. */
  String write(long id, String value) throws SQLException {
    String sql = WRITES[random.nextInt(WRITES.length)].formatted(name());
    int way = random.nextInt(8);
    connection.setAutoCommit(way < 4);
    switch (way) {
      case 0 -> execute(sql, id, value);
      case 1 -> plain(sql, id, value);
      case 2 -> batch(sql, id, value, random.nextInt(40));
      case 3 -> texts(sql, id, value);
      case 4 -> {
        execute(sql, id, value + " at first");
        read(id);
        execute(sql, id, value);
      }
      case 5 -> {
        execute(sql, id, value);
        var savepoint = connection.setSavepoint();
        execute(sql, id, value + " undone");
        connection.rollback(savepoint);
      }
      case 6 -> {
        execute(sql, id, value + " rolled back");
        connection.rollback();
        execute(sql, id, value);
      }
      default -> {
        plain("DELETE FROM users WHERE id = " + id);
        plain("INSERT INTO users (%1$s, id) VALUES (?, ?)".formatted(name()), id, value);
      }
    }
    if (!connection.getAutoCommit()) {
      connection.commit();
      connection.setAutoCommit(true);
    }
    return "way " + way + " with " + sql;
  }

  private void execute(String sql, long id, String value) throws SQLException {
    PreparedStatement write = prepare(sql, Statement.NO_GENERATED_KEYS);
    write.setString(1, value);
    write.setLong(2, id);
    if (write.execute()) {
      try (ResultSet rows = write.getResultSet()) {
        requireOne(rows.next() ? 1 : 0);
        // The text's two names of one value, and in RETURNING * both columns.
        for (String name : Application.NAMES) {
          if (sql.endsWith("*") && !value.equals(rows.getString(name))) {
            throw new AssertionError(sql + " returned " + rows.getString(name) + ", not " + value);
          }
        }
      }
    } else {
      requireOne(write.getUpdateCount());
    }
  }

  private void plain(String sql, long id, String value) throws SQLException {
    plain(sql.replaceFirst("\\?", "'" + value + "'").replaceFirst("\\?", "" + id));
  }

  private void plain(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void batch(String sql, long id, String value, int more) throws SQLException {
    if (sql.startsWith("WITH") || sql.contains("RETURNING")) {
      execute(sql, id, value);
      return;
    }
    PreparedStatement write = prepare(sql, Statement.NO_GENERATED_KEYS);
    for (int i = more; i >= 0; i--) {
      write.setString(1, i == 0 ? value : value + " batched " + i);
      write.setLong(2, id);
      write.addBatch();
    }
    for (int count : write.executeBatch()) {
      requireOne(count);
    }
  }

  private void texts(String sql, long id, String value) throws SQLException {
    if (sql.startsWith("WITH") || sql.contains("RETURNING")) {
      plain(sql, id, value);
      return;
    }
    try (Statement batch = connection.createStatement()) {
      batch.addBatch("UPDATE users SET age = 7 WHERE id = " + id);
      batch.addBatch(sql.replaceFirst("\\?", "'" + value + "'").replaceFirst("\\?", "" + id));
      for (int count : batch.executeBatch()) {
        requireOne(count);
      }
    }
  }

  /** What a row holds, by one of the names, or null if there is no such row. */
  String read(long id) throws SQLException {
    String name = name();
    PreparedStatement read =
        prepare(READS[random.nextInt(READS.length)].formatted(name), Statement.NO_GENERATED_KEYS);
    read.setLong(1, id);
    try (ResultSet row = read.executeQuery()) {
      return row.next() ? row.getString(name) : null;
    }
  }

  /** The keys of the rows with a value, looked for by one of the names. */
  List<String> find(String value) throws SQLException {
    PreparedStatement find =
        prepare("SELECT id FROM users WHERE %s = ?".formatted(name()), Statement.NO_GENERATED_KEYS);
    find.setString(1, value);
    return Users.rows(find.executeQuery());
  }

  /** Goes through all rows with a cursor. */
  int scan() throws SQLException {
    String name = name();
    connection.setAutoCommit(false);
    try (PreparedStatement scan = connection.prepareStatement("SELECT * FROM users")) {
      scan.setFetchSize(5);
      int rows = 0;
      try (ResultSet result = scan.executeQuery()) {
        while (result.next()) {
          if (result.getString(name) == null) {
            throw new AssertionError("a row without " + name);
          }
          rows++;
        }
      }
      return rows;
    } finally {
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  private PreparedStatement prepare(String sql, int keys) throws SQLException {
    PreparedStatement known = prepared.get(sql);
    if (known == null) {
      known = connection.prepareStatement(sql, keys);
      prepared.put(sql, known);
    }
    return known;
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
