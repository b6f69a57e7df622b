package dev.crossfade.compatibility.jdbi;

import dev.crossfade.compatibility.Person;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.customizer.FetchSize;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** A SQL object; {@code <name>} and {@code <text>} are the version's columns. */
@RegisterConstructorMapper(Person.class)
interface PeopleDao {

  @SqlUpdate("INSERT INTO people (<name>, email, age) VALUES (:name, :email, :age)")
  @GetGeneratedKeys("id")
  long insert(@BindMethods Person person);

  @SqlBatch("INSERT INTO people (<name>, email, age) VALUES (:name, :email, :age)")
  @GetGeneratedKeys("id")
  List<Long> insertAll(@BindMethods List<Person> people);

  @SqlQuery("SELECT id, <name> AS name, email, age, version FROM people WHERE id = :id")
  Optional<Person> find(long id);

  @SqlQuery(
      "SELECT id, <name> AS name, email, age, version FROM people WHERE <name> = :value ORDER BY id")
  List<Person> named(String value);

  @SqlQuery("SELECT <name> FROM people ORDER BY id")
  @FetchSize(2)
  Stream<String> names();

  @SqlBatch(
      "UPDATE people SET <name> = :value, version = version + 1 WHERE id = :id"
          + " AND <name> IS DISTINCT FROM :value")
  int[] renameAll(List<Long> id, List<String> value);

  @SqlUpdate(
      "UPDATE people SET <name> = :name, age = :age, version = version + 1"
          + " WHERE id = :id AND version = :version")
  boolean save(@BindMethods Person person);

  @SqlUpdate("DELETE FROM people WHERE id = :id")
  int delete(long id);

  @SqlUpdate("INSERT INTO notes (person_id, <text>) VALUES (:personId, :value)")
  @GetGeneratedKeys("id")
  long addNote(long personId, String value);

  /** The value that the server computed, by its own name. */
  @SqlQuery("UPDATE people SET <name> = <name> || :mark WHERE id = :id RETURNING <name>")
  String mark(long id, String mark);
}
