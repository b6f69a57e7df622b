package dev.crossfade.compatibility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The reference: what {@link People} would do if there were no columns. */
public final class Model implements People {

  private record Note(long personId, String text) {}

  private final TreeMap<Long, Person> people = new TreeMap<>();
  private final TreeMap<Long, Note> notes = new TreeMap<>();

  /** Puts somebody under the key that the database gave. */
  public void put(Person person) {
    people.put(person.id(), person);
  }

  public void putNote(long id, long personId, String text) {
    notes.put(id, new Note(personId, text));
  }

  public List<Person> everybody() {
    return List.copyOf(people.values());
  }

  Map<Long, String> texts() {
    Map<Long, String> texts = new LinkedHashMap<>();
    notes.forEach((id, note) -> texts.put(id, note.text()));
    return texts;
  }

  /** Whether somebody has notes, so that nobody may delete them. */
  boolean hasNotes(long personId) {
    return notes.values().stream().anyMatch(note -> note.personId() == personId);
  }

  @Override
  public long insert(Person person) {
    throw new UnsupportedOperationException("the database gives the keys");
  }

  @Override
  public List<Long> insertAll(List<Person> people) {
    throw new UnsupportedOperationException("the database gives the keys");
  }

  @Override
  public long addNote(long personId, String text) {
    throw new UnsupportedOperationException("the database gives the keys");
  }

  @Override
  public @Nullable Person find(long id) {
    return people.get(id);
  }

  @Override
  public List<Person> named(String name) {
    return all(person -> name.equals(person.name()));
  }

  @Override
  public List<Person> startingWith(String prefix) {
    return all(person -> person.name() != null && person.name().startsWith(prefix));
  }

  private List<Person> all(Predicate<Person> condition) {
    return people.values().stream().filter(condition).toList();
  }

  @Override
  public List<Person> page(int offset, int limit) {
    return people.values().stream().sorted(Person.BY_NAME).skip(offset).limit(limit).toList();
  }

  @Override
  public List<@Nullable String> names() {
    List<@Nullable String> names = new ArrayList<>();
    people.values().forEach(person -> names.add(person.name()));
    return names;
  }

  @Override
  public SortedMap<String, Long> countByName() {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (Person person : people.values()) {
      if (person.name() != null) {
        counts.merge(person.name(), 1L, Long::sum);
      }
    }
    return counts;
  }

  @Override
  public long count() {
    return people.size();
  }

  @Override
  public int rename(long id, @Nullable String name) {
    Person person = people.get(id);
    if (person == null) {
      return 0;
    }
    people.put(id, person.withName(name));
    return 1;
  }

  @Override
  public void renameAll(Map<Long, String> names) {
    names.forEach(
        (id, name) -> {
          Person person = people.get(id);
          if (person != null && !Objects.equals(name, person.name())) {
            put(person.withName(name).withVersion(person.version() + 1));
          }
        });
  }

  @Override
  public int renameNamed(String from, String to) {
    List<Person> found = named(from);
    found.forEach(person -> rename(person.id(), to));
    return found.size();
  }

  @Override
  public int shout(long id) {
    Person person = people.get(id);
    if (person == null) {
      return 0;
    }
    String name = person.name();
    return rename(id, name == null ? null : name.toUpperCase(Locale.ROOT) + "!");
  }

  @Override
  public boolean save(Person person) {
    Person stored = people.get(person.id());
    if (stored == null || stored.version() != person.version()) {
      return false;
    }
    put(stored.withName(person.name()).withAge(person.age()).withVersion(person.version() + 1));
    return true;
  }

  @Override
  public int delete(long id) {
    return people.remove(id) == null ? 0 : 1;
  }

  @Override
  public int deleteNamed(String name) {
    List<Person> found = named(name);
    found.forEach(person -> delete(person.id()));
    return found.size();
  }

  /** Only of somebody who is there: else the database gives the key. */
  @Override
  public void upsert(Person person) {
    Person stored = Objects.requireNonNull(withEmail(person.email()));
    put(stored.withName(person.name()).withAge(person.age()));
  }

  @Nullable Person withEmail(String email) {
    return people.values().stream()
        .filter(person -> person.email().equals(email))
        .findFirst()
        .orElse(null);
  }

  @Override
  public List<String> notesOf(String name) {
    List<String> texts = new ArrayList<>();
    for (Note note : notes.values()) {
      Person person = people.get(note.personId());
      if (person != null && name.equals(person.name())) {
        texts.add(note.text());
      }
    }
    return texts;
  }

  /** The tests roll back by throwing, and only what changes nothing in the end. */
  @Override
  public void inTransaction(Runnable work) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
