package dev.crossfade.compatibility.jooq;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.upper;
import static org.jooq.impl.DSL.using;

import dev.crossfade.compatibility.People;
import dev.crossfade.compatibility.Person;
import dev.crossfade.compatibility.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataChangedException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/** The DSL and records; plain SQL for one query. */
final class JooqPeople implements People {

  final Version version;
  final PeopleTable people;
  final NotesTable notes;
  private final DSLContext outside;
  private DSLContext inside;

  JooqPeople(Version version, DataSource dataSource) {
    this.version = version;
    this.people = PeopleTable.of(version);
    this.notes = new NotesTable(version);
    Settings settings = new Settings().withExecuteWithOptimisticLocking(true).withBatchSize(3);
    this.outside =
        using(new DefaultConfiguration().set(SQLDialect.POSTGRES).set(dataSource).set(settings));
  }

  DSLContext jooq() {
    return inside == null ? outside : inside;
  }

  Person toPerson(Record row) {
    return new Person(
        row.get(people.id),
        row.get(people.name),
        row.get(people.email),
        row.get(people.age),
        row.get(people.version));
  }

  @Override
  public long insert(Person person) {
    return jooq()
        .insertInto(people, people.name, people.email, people.age)
        .values(person.name(), person.email(), person.age())
        .returning(people.id, people.name)
        .fetchOne()
        .get(people.id);
  }

  @Override
  public List<Long> insertAll(List<Person> persons) {
    var rows = jooq().insertInto(people, people.name, people.email, people.age);
    for (Person person : persons) {
      rows = rows.values(person.name(), person.email(), person.age());
    }
    return rows.returningResult(people.id).fetch(people.id);
  }

  @Override
  public Person find(long id) {
    return jooq().selectFrom(people).where(people.id.eq(id)).fetchOne(this::toPerson);
  }

  @Override
  public List<Person> named(String name) {
    return jooq()
        .selectFrom(people)
        .where(people.name.eq(name))
        .orderBy(people.id)
        .fetch(this::toPerson);
  }

  @Override
  public List<Person> startingWith(String prefix) {
    return jooq()
        .resultQuery(
            version.sql(
                "SELECT id, {name}, email, age, version FROM people WHERE {name} LIKE ? || '%' ORDER BY id"),
            prefix)
        .fetch(
            row ->
                new Person(
                    row.get("id", Long.class),
                    row.get(version.nameColumn(), String.class),
                    row.get("email", String.class),
                    row.get("age", Integer.class),
                    row.get("version", Integer.class)));
  }

  @Override
  public List<Person> page(int offset, int limit) {
    return jooq()
        .selectFrom(people)
        .orderBy(people.name.asc().nullsLast(), people.id)
        .limit(limit)
        .offset(offset)
        .fetch(this::toPerson);
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>();
    Runnable read =
        () -> {
          try (Cursor<? extends Record> cursor =
              jooq().select(people.name).from(people).orderBy(people.id).fetchSize(2).fetchLazy()) {
            cursor.forEach(row -> names.add(row.get(people.name)));
          }
        };
    if (inside == null) {
      inTransaction(read);
    } else {
      read.run();
    }
    return names;
  }

  @Override
  public SortedMap<String, Long> countByName() {
    return new TreeMap<>(
        jooq()
            .select(people.name, DSL.count().cast(Long.class))
            .from(people)
            .where(people.name.isNotNull())
            .groupBy(people.name)
            .fetchMap(row -> row.value1(), row -> row.value2()));
  }

  @Override
  public long count() {
    return jooq().fetchCount(people);
  }

  @Override
  public int rename(long id, String name) {
    return jooq().update(people).set(people.name, name).where(people.id.eq(id)).execute();
  }

  @Override
  public void renameAll(Map<Long, String> names) {
    List<Query> updates = new ArrayList<>();
    names.forEach(
        (id, name) ->
            updates.add(
                jooq()
                    .update(people)
                    .set(people.name, name)
                    .set(people.version, people.version.plus(1))
                    .where(people.id.eq(id).and(people.name.isDistinctFrom(name)))));
    jooq().batch(updates).execute();
  }

  @Override
  public int renameNamed(String from, String to) {
    return jooq().update(people).set(people.name, to).where(people.name.eq(from)).execute();
  }

  @Override
  public int shout(long id) {
    return jooq()
        .update(people)
        .set(people.name, upper(people.name).concat("!"))
        .where(people.id.eq(id))
        .execute();
  }

  /** A record that is stored counts its version, and compares it. */
  @Override
  public boolean save(Person person) {
    PeopleRecord record = jooq().fetchOne(people, people.id.eq(person.id()));
    if (record == null) {
      return false;
    }
    record.set(people.version, person.version());
    record.changed(false);
    record.set(people.name, person.name());
    record.set(people.age, person.age());
    try {
      return record.update() == 1;
    } catch (DataChangedException e) {
      return false;
    }
  }

  @Override
  public int delete(long id) {
    return jooq().deleteFrom(people).where(people.id.eq(id)).execute();
  }

  @Override
  public int deleteNamed(String name) {
    return jooq().deleteFrom(people).where(people.name.eq(name)).execute();
  }

  @Override
  public void upsert(Person person) {
    jooq()
        .insertInto(people)
        .set(people.name, person.name())
        .set(people.email, person.email())
        .set(people.age, person.age())
        .onConflict(people.email)
        .doUpdate()
        .set(people.name, excluded(people.name))
        .set(people.age, excluded(people.age))
        .execute();
  }

  @Override
  public long addNote(long personId, String text) {
    return jooq()
        .insertInto(notes)
        .set(notes.personId, personId)
        .set(notes.text, text)
        .returning()
        .fetchOne()
        .get(notes.id);
  }

  @Override
  public List<String> notesOf(String name) {
    return jooq()
        .select(notes.text)
        .from(notes)
        .join(people)
        .on(people.id.eq(notes.personId))
        .where(people.name.eq(name))
        .orderBy(notes.id)
        .fetch(notes.text);
  }

  @Override
  public void inTransaction(Runnable work) {
    outside.transaction(
        configuration -> {
          inside = DSL.using(configuration);
          try {
            work.run();
          } finally {
            inside = null;
          }
        });
  }

  @Override
  public void close() {}
}
