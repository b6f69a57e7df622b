package dev.crossfade.compatibility;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What an application does with people and their notes; each framework does it in its own way, with
 * the SQL that it generates. Every call is a transaction of its own unless it is made inside {@link
 * #inTransaction}. For one thread.
 */
public interface People extends AutoCloseable {

  /** Stores somebody new and returns the key, which the sequence gave. */
  long insert(Person person);

  /** Stores several in one batch, and returns their keys in order. */
  List<Long> insertAll(List<Person> people);

  /** The person with this key, or null. */
  @Nullable Person find(long id);

  /** Everybody of this name, by key. */
  List<Person> named(String name);

  /** Everybody whose name begins so, by key; in SQL written by hand where the framework lets us. */
  List<Person> startingWith(String prefix);

  /** A page of all, by name, those without one last, then by key. */
  List<Person> page(int offset, int limit);

  /** The names alone, in the order of the keys, fetched by a cursor. */
  List<@Nullable String> names();

  /** How many have each name that somebody has. */
  SortedMap<String, Long> countByName();

  long count();

  /** Gives one person a name, and returns how many were changed. */
  int rename(long id, @Nullable String name);

  /** Gives several people names in one batch, and counts the versions of those that had another. */
  void renameAll(Map<Long, String> names);

  /** Gives everybody of one name another one, in one statement; returns how many were changed. */
  int renameNamed(String from, String to);

  /** Sets the name to an expression over itself: upper case and an exclamation mark. */
  int shout(long id);

  /**
   * Stores name and age of {@code person} if its version is still the stored one, which then counts
   * up; false if it is not, or nobody has the key.
   */
  boolean save(Person person);

  int delete(long id);

  /** Deletes everybody of this name, in one statement; their notes must be gone. */
  int deleteNamed(String name);

  /** Whether the framework can {@link #upsert}. */
  default boolean upserts() {
    return true;
  }

  /** Stores somebody new, or name and age of whoever has the email address. */
  void upsert(Person person);

  /** Stores a note and returns the key, which the table's identity gave. */
  long addNote(long personId, String text);

  /** The notes of everybody of this name, by key: a join of two tables in transition. */
  List<String> notesOf(String name);

  /** Does {@code work} in one transaction, which is rolled back if it throws. */
  void inTransaction(Runnable work);

  @Override
  void close();
}
