package dev.crossfade.compatibility.spring.jpa;

import dev.crossfade.compatibility.People;
import dev.crossfade.compatibility.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;

/** Repositories of Spring Data JPA. */
final class RepositoryPeople implements People {

  private final Application application;
  private final PersonRepository<PersonEntity> people;

  RepositoryPeople(Application application) {
    this.application = application;
    this.people = application.people();
  }

  private <T> T with(Supplier<T> work) {
    return application.transaction().execute(status -> work.get());
  }

  @Override
  public long insert(Person person) {
    return people.save(application.newPerson(person.name(), person.email(), person.age())).id;
  }

  @Override
  public List<Long> insertAll(List<Person> persons) {
    List<PersonEntity> entities =
        persons.stream()
            .map(person -> application.newPerson(person.name(), person.email(), person.age()))
            .toList();
    return people.saveAll(entities).stream().map(entity -> entity.id).toList();
  }

  @Override
  public Person find(long id) {
    return people.findById(id).map(PersonEntity::toPerson).orElse(null);
  }

  @Override
  public List<Person> named(String name) {
    return toPeople(people.findByNameOrderById(name));
  }

  private static List<Person> toPeople(List<PersonEntity> entities) {
    return entities.stream().map(PersonEntity::toPerson).toList();
  }

  @Override
  public List<Person> startingWith(String prefix) {
    return toPeople(people.startingWith(prefix));
  }

  /** Pages are whole: what lies before the offset is cut off here. */
  @Override
  public List<Person> page(int offset, int limit) {
    Sort order = Sort.by(Sort.Order.asc("name").nullsLast(), Sort.Order.asc("id"));
    Specification<PersonEntity> everybody =
        (person, query, criteria) ->
            criteria.or(
                criteria.isNull(person.get("name")), criteria.isNotNull(person.get("name")));
    List<Person> all =
        toPeople(
            people
                .findAll(everybody, PageRequest.of(0, offset + Math.min(limit, 1000), order))
                .getContent());
    return all.subList(Math.min(offset, all.size()), all.size());
  }

  @Override
  public List<String> names() {
    return with(
        () -> {
          try (Stream<String> names = people.names()) {
            return names.collect(ArrayList::new, List::add, List::addAll);
          }
        });
  }

  @Override
  public SortedMap<String, Long> countByName() {
    SortedMap<String, Long> counts = new TreeMap<>();
    people.countByName().forEach(row -> counts.put(row.name(), row.count()));
    return counts;
  }

  @Override
  public long count() {
    return people.count();
  }

  @Override
  public int rename(long id, String name) {
    return with(() -> people.rename(id, name));
  }

  @Override
  public void renameAll(Map<Long, String> names) {
    with(
        () -> {
          people.findAllById(names.keySet()).forEach(person -> person.rename(names.get(person.id)));
          return null;
        });
  }

  @Override
  public int renameNamed(String from, String to) {
    return with(() -> people.renameNamed(from, to));
  }

  @Override
  public int shout(long id) {
    return with(() -> people.shout(id));
  }

  @Override
  public boolean save(Person person) {
    PersonEntity entity = application.newPerson(person.name(), person.email(), person.age());
    entity.id = person.id();
    entity.version = person.version();
    try {
      people.save(entity);
      return true;
    } catch (OptimisticLockingFailureException e) {
      return false;
    }
  }

  @Override
  public int delete(long id) {
    int there = people.existsById(id) ? 1 : 0;
    people.deleteById(id);
    return there;
  }

  @Override
  public int deleteNamed(String name) {
    return with(() -> people.deleteByName(name));
  }

  @Override
  public void upsert(Person person) {
    with(
        () -> {
          people.upsert(person.name(), person.email(), person.age());
          return null;
        });
  }

  @Override
  public long addNote(long personId, String text) {
    return with(() -> application.notes().save(application.newNote(personId, text)).id);
  }

  @Override
  public List<String> notesOf(String name) {
    return application.notes().textsOf(name);
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
