package dev.crossfade.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.model.Phase;
import dev.crossfade.testing.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows as they are stored, past the proxy: seeds them as a stage finds them, and says whether
 * they hold what the stage promises.
 */
final class Rows implements AutoCloseable {

  /** A row's two columns; one that does not exist is null. */
  private record Both(@Nullable String old, @Nullable String fresh) {}

  private static final List<Person> PEOPLE =
      List.of(
          new Person(1, "Ada", "ada@x", 36, 0),
          new Person(2, "Grace", "grace@x", 85, 3),
          new Person(3, null, "nobody@x", 41, 0),
          new Person(4, "Ada", "ada2@x", 20, 0),
          new Person(5, "Über 100%", "uber@x", 33, 1),
          new Person(6, "O'Hara", "ohara@x", 44, 0));

  private final Stage stage;
  private final Connection connection;
  private Map<Long, Both> seededPeople = Map.of();
  private Map<Long, Both> seededNotes = Map.of();

  Rows(Postgres postgres, Stage stage) throws SQLException {
    this.stage = stage;
    this.connection = postgres.connect();
  }

  /**
   * The seeds, stored as the stage finds them, with rows that are not migrated where it has some.
   */
  Model reset() throws SQLException {
    Model model = new Model();
    StringBuilder sql =
        new StringBuilder("TRUNCATE people, notes, teams;")
            .append("INSERT INTO teams VALUES (1, 'Blue', 'B'), (2, 'Red', 'R');");
    for (Person person : PEOPLE) {
      model.put(person);
      sql.append("INSERT INTO people (id, email, age, version, team_id")
          .append(columns("full_name", "display_name"))
          .append(") VALUES (%d, ".formatted(person.id()))
          .append("'%s', %d, ".formatted(person.email(), person.age()))
          .append("%d, %d".formatted(person.version(), person.id() % 2 + 1))
          .append(values(person.id(), person.name()))
          .append(");");
    }
    Map<Long, String> texts = Map.of(1L, "first", 2L, "second", 3L, "third", 4L, "fourth");
    Map<Long, Long> writers = Map.of(1L, 1L, 2L, 1L, 3L, 2L, 4L, 4L);
    for (long id = 1; id <= texts.size(); id++) {
      String text = Objects.requireNonNull(texts.get(id));
      long writer = Objects.requireNonNull(writers.get(id));
      model.putNote(id, writer, text);
      sql.append("INSERT INTO notes (id, person_id")
          .append(columns("body", "content"))
          .append(") VALUES (%d, %d".formatted(id, writer))
          .append(values(id, text))
          .append(");");
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql.toString());
    }
    seededPeople = people();
    seededNotes = notes();
    return model;
  }

  private String columns(String old, String fresh) {
    return (stage.layout().hasOld() ? ", " + old : "")
        + (stage.layout().hasNew() ? ", " + fresh : "");
  }

  private String values(long id, @Nullable String value) {
    return (stage.layout().hasOld() ? ", " + literal(old(id, value)) : "")
        + (stage.layout().hasNew() ? ", " + literal(fresh(id, value)) : "");
  }

  private @Nullable String old(long id, @Nullable String value) {
    if (stage.ahead() != Phase.AFTER) {
      return value;
    }
    return id % 2 == 0 ? "stale " + id : null;
  }

  private @Nullable String fresh(long id, @Nullable String value) {
    return switch (stage.ahead()) {
      case BEFORE -> null;
      case DUAL_WRITE -> id % 2 == 0 ? "stale " + id : null;
      case FALLBACK_READ -> id % 2 == 0 ? null : value;
      case NEW_READ, AFTER -> value;
    };
  }

  private static String literal(@Nullable String value) {
    return value == null ? "NULL" : "'" + value.replace("'", "''") + "'";
  }

  /**
   * Compares with the model, column by column as far as the stage promises.
   *
   * @param dual whether every instance that wrote stores both columns
   */
  void check(Model model, boolean dual) throws SQLException {
    Map<Long, String> names = new HashMap<>();
    model.everybody().forEach(person -> names.put(person.id(), person.name()));
    check(people(), seededPeople, names, dual);
    check(notes(), seededNotes, model.texts(), dual);
  }

  private void check(
      Map<Long, Both> stored, Map<Long, Both> seeded, Map<Long, String> expected, boolean dual) {
    assertThat(stored.keySet()).isEqualTo(expected.keySet());
    stored.forEach(
        (id, both) -> {
          String value = expected.get(id);
          if (!stage.oldMayBeStale()) {
            assertThat(both.old()).as("row %s, the old column", id).isEqualTo(value);
          }
          switch (stage.ahead()) {
            case BEFORE -> assertThat(both.fresh()).as("row %s, the new column", id).isNull();
            case DUAL_WRITE -> {}
            case FALLBACK_READ ->
                assertThat(both.fresh() != null ? both.fresh() : both.old())
                    .as("row %s, the new column or else the old", id)
                    .isEqualTo(value);
            case NEW_READ, AFTER ->
                assertThat(both.fresh()).as("row %s, the new column", id).isEqualTo(value);
          }
          Both before = seeded.get(id);
          if (dual && !both.equals(before)) {
            assertThat(both.fresh()).as("row %s, both columns", id).isEqualTo(both.old());
          }
          if (stage.older().phase() == Phase.AFTER && stage.layout().hasOld()) {
            assertThat(both.old())
                .as("row %s, the old column, which nobody writes any more", id)
                .isEqualTo(before == null ? null : before.old());
          }
        });
  }

  private Map<Long, Both> people() throws SQLException {
    return stored("people", "full_name", "display_name");
  }

  private Map<Long, Both> notes() throws SQLException {
    return stored("notes", "body", "content");
  }

  private Map<Long, Both> stored(String table, String old, String fresh) throws SQLException {
    String sql =
        "SELECT id, %s, %s FROM %s"
            .formatted(
                stage.layout().hasOld() ? old : "NULL",
                stage.layout().hasNew() ? fresh : "NULL",
                table);
    Map<Long, Both> rows = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.put(result.getLong(1), new Both(result.getString(2), result.getString(3)));
      }
    }
    return rows;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
