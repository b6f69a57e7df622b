package dev.crossfade.jdbc;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What is known about SQL texts, bounded: an application that writes its values into its texts
 * never repeats one, and must not fill the heap. When it is full everything is forgotten, which
 * costs a hit neither a lock nor a list to maintain. Thread-safe.
 */
final class Texts<V> {

  static final int MOST = 10_000;
  private static final long MOST_CHARACTERS = 8_000_000;

  private final ConcurrentHashMap<String, V> known = new ConcurrentHashMap<>();
  private final AtomicLong characters = new AtomicLong();

  @Nullable V get(String sql) {
    return known.get(sql);
  }

  void put(String sql, V value) {
    if (sql.length() > MOST_CHARACTERS / 100) {
      return;
    }
    if (known.put(sql, value) == null
        && (characters.addAndGet(sql.length()) > MOST_CHARACTERS || known.mappingCount() > MOST)) {
      clear();
    }
  }

  void clear() {
    characters.set(0);
    known.clear();
  }

  long size() {
    return known.mappingCount();
  }
}
