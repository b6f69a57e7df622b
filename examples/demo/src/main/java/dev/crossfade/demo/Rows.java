package dev.crossfade.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one client has been promised of the rows that it alone writes: those whose key leaves its
 * number when divided by the number of clients, and those that it added. Used by one thread, and by
 * another only after that has ended.
 *
 * <p>A write that was not acknowledged may have happened or not. Its row is not used again, and
 * both of its values are right.
 */
final class Rows {

  private static final int MOST_RECENT = 300;

  private final int client;
  private final int clients;
  private final int seeded;
  private final Random random;
  private final Map<Long, Row> written = new HashMap<>();
  private final Map<String, String> perhapsAdded = new HashMap<>();
  private final List<Long> recent = new ArrayList<>();

  /**
   * @param name the name that was promised, or null if the row was removed
   * @param perhaps the names it may have instead, null among them if it may be gone
   */
  record Row(String email, @Nullable String name, Set<@Nullable String> perhaps) {

    boolean isCertain() {
      return perhaps.isEmpty();
    }

    boolean allows(@Nullable String found) {
      // An empty Set.of() may not even be asked for null.
      return Objects.equals(found, name) || (!perhaps.isEmpty() && perhaps.contains(found));
    }
  }

  Rows(int client, int clients, int seeded, Random random) {
    this.client = client;
    this.clients = clients;
    this.seeded = seeded;
    this.random = random;
  }

  /** A key to use next, often one that was written lately. */
  long any() {
    while (true) {
      long id =
          !recent.isEmpty() && random.nextBoolean()
              ? recent.get(random.nextInt(recent.size()))
              : own(1 + random.nextInt(seeded));
      if (get(id).isCertain()) {
        return id;
      }
    }
  }

  private long own(long id) {
    long nearest = id - id % clients + client;
    return nearest < 1 || nearest > seeded ? client + clients : nearest;
  }

  /** What is promised of a row. */
  Row get(long id) {
    Row row = written.get(id);
    return row == null ? new Row(Seed.email(id), Seed.name(id), Set.of()) : row;
  }

  /** A write was acknowledged; {@code name} is null for a removal. */
  void wrote(long id, String email, @Nullable String name) {
    written.put(id, new Row(email, name, Set.of()));
    if (recent.size() < MOST_RECENT) {
      recent.add(id);
    } else {
      recent.set(random.nextInt(MOST_RECENT), id);
    }
  }

  /** A write got no answer. */
  void perhapsWrote(long id, @Nullable String name) {
    Row row = get(id);
    Set<@Nullable String> perhaps = new HashSet<>(row.perhaps());
    perhaps.add(name);
    written.put(id, new Row(row.email(), row.name(), perhaps));
  }

  /** An insert got no answer. */
  void perhapsAdded(String email, String name) {
    perhapsAdded.put(email, name);
  }

  /** Every row that was written, by key. */
  Map<Long, Row> written() {
    return written;
  }

  boolean mayHaveAdded(String email, String name) {
    return name.equals(perhapsAdded.get(email));
  }
}
