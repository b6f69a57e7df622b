package dev.crossfade.compatibility.jdbi;

import dev.crossfade.compatibility.People;
import dev.crossfade.compatibility.Person;
import dev.crossfade.compatibility.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/** A SQL object, and the fluent API. */
final class JdbiPeople implements People {

  private final Jdbi jdbi;
  private Handle current;

  JdbiPeople(Version version, DataSource dataSource) {
    this.jdbi = Jdbi.create(dataSource).installPlugin(new SqlObjectPlugin());
    jdbi.define("name", version.nameColumn()).define("text", version.textColumn());
    jdbi.registerRowMapper(ConstructorMapper.factory(Person.class));
  }

  <T> T with(Function<Handle, T> work) {
    return current == null ? jdbi.withHandle(work::apply) : work.apply(current);
  }

  <T> T dao(Function<PeopleDao, T> work) {
    return with(handle -> work.apply(handle.attach(PeopleDao.class)));
  }

  @Override
  public long insert(Person person) {
    return dao(dao -> dao.insert(person));
  }

  @Override
  public List<Long> insertAll(List<Person> people) {
    return dao(dao -> dao.insertAll(people));
  }

  @Override
  public Person find(long id) {
    return dao(dao -> dao.find(id)).orElse(null);
  }

  @Override
  public List<Person> named(String name) {
    return dao(dao -> dao.named(name));
  }

  @Override
  public List<Person> startingWith(String prefix) {
    return with(
        handle ->
            handle
                .select(
                    "SELECT id, <name> AS name, email, age, version FROM people"
                        + " WHERE <name> LIKE ? || '%' ORDER BY id",
                    prefix)
                .mapTo(Person.class)
                .list());
  }

  @Override
  public List<Person> page(int offset, int limit) {
    return with(
        handle ->
            handle
                .createQuery(
                    "SELECT id, <name> AS name, email, age, version FROM people"
                        + " ORDER BY <name> NULLS LAST, id LIMIT :limit OFFSET :offset")
                .bind("limit", limit)
                .bind("offset", offset)
                .mapTo(Person.class)
                .list());
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>();
    inTransaction(
        () -> {
          try (Stream<String> all = current.attach(PeopleDao.class).names()) {
            all.forEach(names::add);
          }
        });
    return names;
  }

  @Override
  public SortedMap<String, Long> countByName() {
    return with(
        handle ->
            handle
                .createQuery(
                    "SELECT <name> AS who, count(*) AS n FROM people WHERE <name> IS NOT NULL"
                        + " GROUP BY <name>")
                .reduceRows(
                    new TreeMap<String, Long>(),
                    (counts, row) -> {
                      counts.put(
                          row.getColumn("who", String.class), row.getColumn("n", Long.class));
                      return counts;
                    }));
  }

  @Override
  public long count() {
    return with(
        handle -> handle.createQuery("SELECT count(*) FROM people").mapTo(Long.class).one());
  }

  @Override
  public int rename(long id, String name) {
    return with(
        handle ->
            handle
                .createUpdate("UPDATE people SET <name> = :value WHERE id = :id")
                .bind("value", name)
                .bind("id", id)
                .execute());
  }

  @Override
  public void renameAll(Map<Long, String> names) {
    dao(dao -> dao.renameAll(new ArrayList<>(names.keySet()), new ArrayList<>(names.values())));
  }

  @Override
  public int renameNamed(String from, String to) {
    return with(
        handle -> handle.execute("UPDATE people SET <name> = ? WHERE <name> = ?", to, from));
  }

  @Override
  public int shout(long id) {
    return with(
        handle ->
            handle.execute("UPDATE people SET <name> = upper(<name>) || '!' WHERE id = ?", id));
  }

  @Override
  public boolean save(Person person) {
    return dao(dao -> dao.save(person));
  }

  @Override
  public int delete(long id) {
    return dao(dao -> dao.delete(id));
  }

  @Override
  public int deleteNamed(String name) {
    return with(handle -> handle.execute("DELETE FROM people WHERE <name> = ?", name));
  }

  @Override
  public void upsert(Person person) {
    with(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO people (<name>, email, age) VALUES (:name, :email, :age)"
                        + " ON CONFLICT (email) DO UPDATE SET <name> = EXCLUDED.<name>, age = EXCLUDED.age")
                .bindMethods(person)
                .execute());
  }

  @Override
  public long addNote(long personId, String text) {
    return dao(dao -> dao.addNote(personId, text));
  }

  @Override
  public List<String> notesOf(String name) {
    return with(
        handle ->
            handle
                .createQuery(
                    "SELECT n.<text> FROM notes n JOIN people p ON p.id = n.person_id"
                        + " WHERE p.<name> IN (<names>) ORDER BY n.id")
                .bindList("names", List.of(name, "somebody else"))
                .mapTo(String.class)
                .list());
  }

  @Override
  public void inTransaction(Runnable work) {
    if (current != null) {
      work.run();
      return;
    }
    jdbi.useTransaction(
        handle -> {
          current = handle;
          try {
            work.run();
          } finally {
            current = null;
          }
        });
  }

  @Override
  public void close() {}
}
