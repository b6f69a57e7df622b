package dev.crossfade.compatibility;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** By hand, over java.sql: for what is not a framework itself, but stands below one. */
public final class JdbcPeople implements People {

  private static final String SELECT = "SELECT id, {name}, email, age, version FROM people ";

  private final Version version;
  private final DataSource dataSource;
  private @Nullable Connection current;

  public JdbcPeople(Version version, DataSource dataSource) {
    this.version = version;
    this.dataSource = dataSource;
  }

  private interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  private <T> T with(Work<T> work) {
    try {
      if (current != null) {
        return work.run(current);
      }
      try (Connection connection = dataSource.getConnection()) {
        return work.run(connection);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private int update(String sql, @Nullable Object... values) {
    return with(
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
          }
        });
  }

  private List<Person> select(String condition, @Nullable Object... values) {
    return with(
        connection -> {
          List<Person> found = new ArrayList<>();
          try (PreparedStatement statement = prepare(connection, SELECT + condition, values);
              ResultSet result = statement.executeQuery()) {
            while (result.next()) {
              found.add(
                  new Person(
                      result.getLong("id"),
                      result.getString(version.nameColumn()),
                      result.getString("email"),
                      result.getInt("age"),
                      result.getInt("version")));
            }
          }
          return found;
        });
  }

  private PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(version.sql(sql));
    bind(statement, values);
    return statement;
  }

  private static void bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  @Override
  public long insert(Person person) {
    return insertAll(List.of(person)).get(0);
  }

  @Override
  public List<Long> insertAll(List<Person> people) {
    return with(
        connection -> {
          List<Long> keys = new ArrayList<>();
          try (PreparedStatement statement =
              connection.prepareStatement(
                  version.sql("INSERT INTO people ({name}, email, age) VALUES (?, ?, ?)"),
                  new String[] {"id"})) {
            for (Person person : people) {
              bind(statement, person.name(), person.email(), person.age());
              statement.addBatch();
            }
            statement.executeBatch();
            try (ResultSet result = statement.getGeneratedKeys()) {
              while (result.next()) {
                keys.add(result.getLong(1));
              }
            }
          }
          return keys;
        });
  }

  @Override
  public @Nullable Person find(long id) {
    List<Person> found = select("WHERE id = ?", id);
    return found.isEmpty() ? null : found.get(0);
  }

  @Override
  public List<Person> named(String name) {
    return select("WHERE {name} = ? ORDER BY id", name);
  }

  @Override
  public List<Person> startingWith(String prefix) {
    return select("WHERE {name} LIKE ? || '%' ORDER BY id", prefix);
  }

  @Override
  public List<Person> page(int offset, int limit) {
    return select("ORDER BY {name} NULLS LAST, id LIMIT ? OFFSET ?", limit, offset);
  }

  private List<@Nullable String> texts(String sql, @Nullable Object... values) {
    return with(
        connection -> {
          List<@Nullable String> texts = new ArrayList<>();
          try (PreparedStatement statement = prepare(connection, sql, values)) {
            statement.setFetchSize(2);
            try (ResultSet result = statement.executeQuery()) {
              while (result.next()) {
                texts.add(result.getString(1));
              }
            }
          }
          return texts;
        });
  }

  @Override
  public List<@Nullable String> names() {
    List<@Nullable String> names = new ArrayList<>();
    inTransaction(() -> names.addAll(texts("SELECT {name} FROM people ORDER BY id")));
    return names;
  }

  @Override
  public SortedMap<String, Long> countByName() {
    return with(
        connection -> {
          SortedMap<String, Long> counts = new TreeMap<>();
          try (PreparedStatement statement =
                  prepare(
                      connection,
                      "SELECT {name}, count(*) FROM people WHERE {name} IS NOT NULL GROUP BY {name}");
              ResultSet result = statement.executeQuery()) {
            while (result.next()) {
              counts.put(result.getString(1), result.getLong(2));
            }
          }
          return counts;
        });
  }

  @Override
  public long count() {
    return Long.parseLong(String.valueOf(texts("SELECT count(*) FROM people").get(0)));
  }

  @Override
  public int rename(long id, @Nullable String name) {
    return update("UPDATE people SET {name} = ? WHERE id = ?", name, id);
  }

  @Override
  public void renameAll(Map<Long, String> names) {
    with(
        connection -> {
          try (PreparedStatement statement =
              prepare(
                  connection,
                  "UPDATE people SET {name} = ?, version = version + 1"
                      + " WHERE id = ? AND {name} IS DISTINCT FROM ?")) {
            for (Map.Entry<Long, String> entry : names.entrySet()) {
              bind(statement, entry.getValue(), entry.getKey(), entry.getValue());
              statement.addBatch();
            }
            return statement.executeBatch();
          }
        });
  }

  @Override
  public int renameNamed(String from, String to) {
    return update("UPDATE people SET {name} = ? WHERE {name} = ?", to, from);
  }

  @Override
  public int shout(long id) {
    return update("UPDATE people SET {name} = upper({name}) || '!' WHERE id = ?", id);
  }

  @Override
  public boolean save(Person person) {
    return update(
            "UPDATE people SET {name} = ?, age = ?, version = version + 1 WHERE id = ? AND version = ?",
            person.name(),
            person.age(),
            person.id(),
            person.version())
        == 1;
  }

  @Override
  public int delete(long id) {
    return update("DELETE FROM people WHERE id = ?", id);
  }

  @Override
  public int deleteNamed(String name) {
    return update("DELETE FROM people WHERE {name} = ?", name);
  }

  @Override
  public void upsert(Person person) {
    update(
        "INSERT INTO people ({name}, email, age) VALUES (?, ?, ?)"
            + " ON CONFLICT (email) DO UPDATE SET {name} = EXCLUDED.{name}, age = EXCLUDED.age",
        person.name(),
        person.email(),
        person.age());
  }

  @Override
  public long addNote(long personId, String text) {
    return Long.parseLong(
        String.valueOf(
            texts(
                    "INSERT INTO notes (person_id, {text}) VALUES (?, ?) RETURNING id",
                    personId,
                    text)
                .get(0)));
  }

  @Override
  @SuppressWarnings("NullAway") // The text is never null.
  public List<String> notesOf(String name) {
    return texts(
        "SELECT n.{text} FROM notes n JOIN people p ON p.id = n.person_id WHERE p.{name} = ? ORDER BY n.id",
        name);
  }

  @Override
  public void inTransaction(Runnable work) {
    if (current != null) {
      work.run();
      return;
    }
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      current = connection;
      try {
        work.run();
        connection.commit();
      } finally {
        current = null;
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {}
}
