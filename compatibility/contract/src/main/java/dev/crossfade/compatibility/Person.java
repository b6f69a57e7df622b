package dev.crossfade.compatibility;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A person as an application sees one, whatever the column is called.
 *
 * @param id the key, 0 while it has none
 * @param name the column in transition
 * @param email unique
 * @param age anything else
 * @param version counts the saves
 */
public record Person(long id, @Nullable String name, String email, int age, int version) {

  /** The order of {@link People#page}: by name, those without one last, then by key. */
  static final Comparator<Person> BY_NAME =
      Comparator.comparing(Person::name, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Person::id);

  /** Somebody who is not stored yet. */
  public static Person of(@Nullable String name, String email, int age) {
    return new Person(0, name, email, age, 0);
  }

  public Person withId(long newId) {
    return new Person(newId, name, email, age, version);
  }

  public Person withName(@Nullable String newName) {
    return new Person(id, newName, email, age, version);
  }

  public Person withAge(int newAge) {
    return new Person(id, name, email, newAge, version);
  }

  public Person withVersion(int newVersion) {
    return new Person(id, name, email, age, newVersion);
  }
}
