package dev.crossfade.compatibility.spring.jdbc;

import dev.crossfade.compatibility.People;
import dev.crossfade.compatibility.Person;
import dev.crossfade.compatibility.Version;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** SQL by hand, through JdbcTemplate and its named parameters. */
class TemplatePeople implements People {

  static final String SELECT = "SELECT id, {name}, email, age, version FROM people ";

  final Version version;
  final JdbcTemplate template;
  private final NamedParameterJdbcTemplate named;
  private final TransactionTemplate transaction;

  TemplatePeople(Version version, DataSource dataSource) {
    this.version = version;
    this.template = new JdbcTemplate(dataSource);
    this.named = new NamedParameterJdbcTemplate(template);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    template.setFetchSize(2);
  }

  final RowMapper<Person> row() {
    return (result, number) ->
        new Person(
            result.getLong("id"),
            result.getString(version.nameColumn()),
            result.getString("email"),
            result.getInt("age"),
            result.getInt("version"));
  }

  private List<Person> select(String condition, Object... values) {
    return template.query(version.sql(SELECT + condition), row(), values);
  }

  private int update(String sql, Object... values) {
    return template.update(version.sql(sql), values);
  }

  @Override
  public long insert(Person person) {
    KeyHolder keys = new GeneratedKeyHolder();
    named.update(
        version.sql("INSERT INTO people ({name}, email, age) VALUES (:name, :email, :age)"),
        parameters(person),
        keys,
        new String[] {"id"});
    return keys.getKey().longValue();
  }

  private static MapSqlParameterSource parameters(Person person) {
    return new MapSqlParameterSource()
        .addValue("name", person.name())
        .addValue("email", person.email())
        .addValue("age", person.age());
  }

  @Override
  public List<Long> insertAll(List<Person> people) {
    KeyHolder keys = new GeneratedKeyHolder();
    SqlParameterSource[] rows =
        people.stream().map(TemplatePeople::parameters).toArray(SqlParameterSource[]::new);
    named.batchUpdate(
        version.sql("INSERT INTO people ({name}, email, age) VALUES (:name, :email, :age)"),
        rows,
        keys,
        new String[] {"id"});
    return keys.getKeyList().stream().map(key -> (Long) key.get("id")).toList();
  }

  @Override
  public Person find(long id) {
    return select("WHERE id = ?", id).stream().findFirst().orElse(null);
  }

  @Override
  public List<Person> named(String name) {
    return named.query(
        version.sql(SELECT + "WHERE {name} IN (:names) ORDER BY id"),
        Map.of("names", List.of(name, "somebody else")),
        row());
  }

  @Override
  public List<Person> startingWith(String prefix) {
    return select("WHERE {name} LIKE ? || '%' ORDER BY id", prefix);
  }

  @Override
  public List<Person> page(int offset, int limit) {
    return select("ORDER BY {name} NULLS LAST, id LIMIT ? OFFSET ?", limit, offset);
  }

  @Override
  public List<String> names() {
    return transaction.execute(
        status -> {
          try (Stream<String> names =
              template.queryForStream(
                  version.sql("SELECT {name} FROM people ORDER BY id"),
                  (result, number) -> result.getString(1))) {
            return names.collect(ArrayList::new, List::add, List::addAll);
          }
        });
  }

  @Override
  public SortedMap<String, Long> countByName() {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (Map<String, Object> row :
        template.queryForList(
            version.sql(
                "SELECT {name}, count(*) AS n FROM people WHERE {name} IS NOT NULL GROUP BY {name}"))) {
      counts.put((String) row.get(version.nameColumn()), (Long) row.get("n"));
    }
    return counts;
  }

  @Override
  public long count() {
    return template.queryForObject("SELECT count(*) FROM people", Long.class);
  }

  @Override
  public int rename(long id, String name) {
    return update("UPDATE people SET {name} = ? WHERE id = ?", name, id);
  }

  @Override
  public void renameAll(Map<Long, String> names) {
    template.batchUpdate(
        version.sql(
            "UPDATE people SET {name} = ?, version = version + 1"
                + " WHERE id = ? AND {name} IS DISTINCT FROM ?"),
        names.entrySet(),
        2,
        (PreparedStatement statement, Map.Entry<Long, String> entry) -> {
          statement.setString(1, entry.getValue());
          statement.setLong(2, entry.getKey());
          statement.setString(3, entry.getValue());
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
    KeyHolder keys = new GeneratedKeyHolder();
    template.update(
        connection -> {
          // All columns come back, the key among them.
          PreparedStatement statement =
              connection.prepareStatement(
                  version.sql("INSERT INTO notes (person_id, {text}) VALUES (?, ?)"),
                  PreparedStatement.RETURN_GENERATED_KEYS);
          statement.setLong(1, personId);
          statement.setString(2, text);
          return statement;
        },
        keys);
    return (Long) keys.getKeys().get("id");
  }

  @Override
  public List<String> notesOf(String name) {
    return template.queryForList(
        version.sql(
            "SELECT n.{text} FROM notes n JOIN people p ON p.id = n.person_id WHERE p.{name} = ?"
                + " ORDER BY n.id"),
        String.class,
        name);
  }

  @Override
  public void inTransaction(Runnable work) {
    transaction.executeWithoutResult(status -> work.run());
  }

  @Override
  public void close() {}
}
