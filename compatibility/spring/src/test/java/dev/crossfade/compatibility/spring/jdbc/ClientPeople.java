package dev.crossfade.compatibility.spring.jdbc;

import dev.crossfade.compatibility.Person;
import dev.crossfade.compatibility.Version;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/** The same through JdbcClient, and SimpleJdbcInsert with its columns named. */
final class ClientPeople extends TemplatePeople {

  private final JdbcClient client;
  private final SimpleJdbcInsert notes;

  ClientPeople(Version version, DataSource dataSource) {
    super(version, dataSource);
    this.client = JdbcClient.create(template);
    this.notes =
        new SimpleJdbcInsert(template)
            .withTableName("notes")
            .usingColumns("person_id", version.textColumn())
            .usingGeneratedKeyColumns("id");
  }

  private JdbcClient.StatementSpec sql(String sql) {
    return client.sql(version.sql(sql));
  }

  @Override
  public long insert(Person person) {
    KeyHolder keys = new GeneratedKeyHolder();
    sql("INSERT INTO people ({name}, email, age) VALUES (:name, :email, :age)")
        .paramSource(person)
        .update(keys, "id");
    return keys.getKeyAs(Long.class);
  }

  @Override
  public Person find(long id) {
    return sql(SELECT + "WHERE id = :id").param("id", id).query(row()).optional().orElse(null);
  }

  @Override
  public List<Person> named(String name) {
    return sql("SELECT id, {name} AS name, email, age, version FROM people WHERE {name} = ? ORDER BY id")
        .param(name)
        .query(Person.class)
        .list();
  }

  @Override
  public int rename(long id, String name) {
    return sql("UPDATE people SET {name} = :name WHERE id = :id")
        .param("name", name)
        .param("id", id)
        .update();
  }

  @Override
  public int shout(long id) {
    return sql("UPDATE people SET {name} = upper({name}) || :mark WHERE id = :id")
        .params(Map.of("id", id, "mark", "!"))
        .update();
  }

  @Override
  public long count() {
    return sql("SELECT count({name}) + sum(CASE WHEN {name} IS NULL THEN 1 ELSE 0 END) FROM people")
        .query(Long.class)
        .single();
  }

  @Override
  public long addNote(long personId, String text) {
    return notes
        .executeAndReturnKey(Map.of("person_id", personId, version.textColumn(), text))
        .longValue();
  }
}
