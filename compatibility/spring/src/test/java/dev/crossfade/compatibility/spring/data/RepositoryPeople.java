package dev.crossfade.compatibility.spring.data;

import dev.crossfade.compatibility.People;
import dev.crossfade.compatibility.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

/** Repositories of Spring Data JDBC. */
final class RepositoryPeople implements People {

  private final Application application;
  private final PersonRows<PersonRow> rows;

  RepositoryPeople(Application application) {
    this.application = application;
    this.rows = application.people();
  }

  @Override
  public long insert(Person person) {
    return rows.save(application.newPerson(person.name(), person.email(), person.age())).id;
  }

  @Override
  public List<Long> insertAll(List<Person> people) {
    List<PersonRow> all =
        people.stream()
            .map(person -> application.newPerson(person.name(), person.email(), person.age()))
            .toList();
    return rows.saveAll(all).stream().map(row -> row.id).toList();
  }

  @Override
  public Person find(long id) {
    return rows.findById(id).map(PersonRow::toPerson).orElse(null);
  }

  @Override
  public List<Person> named(String name) {
    return toPeople(rows.findByNameOrderById(name));
  }

  private static List<Person> toPeople(List<PersonRow> rows) {
    return rows.stream().map(PersonRow::toPerson).toList();
  }

  @Override
  public List<Person> startingWith(String prefix) {
    return toPeople(rows.findByNameStartingWithOrderById(prefix));
  }

  /** PostgreSQL puts NULL last by itself; a page begins where its number says. */
  @Override
  public List<Person> page(int offset, int limit) {
    Sort order = Sort.by("name", "id");
    List<Person> all =
        toPeople(
            rows.findAll(PageRequest.of(0, offset + Math.min(limit, 1000), order)).getContent());
    return all.subList(Math.min(offset, all.size()), all.size());
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>();
    rows.findByIdIsNotNullOrderById().forEach(row -> names.add(row.getName()));
    return names;
  }

  @Override
  public SortedMap<String, Long> countByName() {
    SortedMap<String, Long> counts = new TreeMap<>();
    rows.countByName().forEach(row -> counts.put(row.name(), row.n()));
    return counts;
  }

  @Override
  public long count() {
    return rows.count();
  }

  @Override
  public int rename(long id, String name) {
    return rows.rename(id, name);
  }

  @Override
  public void renameAll(Map<Long, String> names) {
    List<PersonRow> changed = new ArrayList<>();
    for (PersonRow row : rows.findAllById(names.keySet())) {
      if (!Objects.equals(row.name(), names.get(row.id))) {
        row.rename(names.get(row.id));
        changed.add(row);
      }
    }
    rows.saveAll(changed);
  }

  @Override
  public int renameNamed(String from, String to) {
    return rows.renameNamed(from, to);
  }

  @Override
  public int shout(long id) {
    return rows.shout(id);
  }

  @Override
  public boolean save(Person person) {
    PersonRow row = application.newPerson(person.name(), person.email(), person.age());
    row.id = person.id();
    row.version = person.version();
    try {
      rows.save(row);
      return true;
    } catch (OptimisticLockingFailureException e) {
      return false;
    }
  }

  @Override
  public int delete(long id) {
    int there = rows.existsById(id) ? 1 : 0;
    rows.deleteById(id);
    return there;
  }

  @Override
  public int deleteNamed(String name) {
    return rows.deleteNamed(name);
  }

  @Override
  public void upsert(Person person) {
    rows.upsert(person.name(), person.email(), person.age());
  }

  @Override
  public long addNote(long personId, String text) {
    return rows.addNote(personId, text);
  }

  @Override
  public List<String> notesOf(String name) {
    return rows.notesOf(name);
  }

  @Override
  public void inTransaction(Runnable work) {
    application.transaction().executeWithoutResult(status -> work.run());
  }

  @Override
  public void close() {
    application.close();
  }
}
