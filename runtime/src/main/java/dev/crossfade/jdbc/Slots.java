package dev.crossfade.jdbc;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bound values in columns, which grow and are used again: binding a value allocates nothing. The
 * setter's number, from 1, is 0 where nothing is bound.
 */
final class Slots {

  int size;
  int[] setters = new int[8];
  long[] bits = new long[8];
  @Nullable Object[] values = new Object[8];
  @Nullable Object[] extras = new Object[8];

  void set(int at, int setter, long bit, @Nullable Object value, @Nullable Object extra) {
    if (at >= size) {
      grow(at + 1);
    }
    setters[at] = setter;
    bits[at] = bit;
    values[at] = value;
    extras[at] = extra;
  }

  void append(Slots others) {
    int at = size;
    grow(at + others.size);
    System.arraycopy(others.setters, 0, setters, at, others.size);
    System.arraycopy(others.bits, 0, bits, at, others.size);
    System.arraycopy(others.values, 0, values, at, others.size);
    System.arraycopy(others.extras, 0, extras, at, others.size);
  }

  /** Forgets all, so that a statement that is kept does not keep what was bound to it. */
  void clear() {
    Arrays.fill(setters, 0, size, 0);
    Arrays.fill(values, 0, size, null);
    Arrays.fill(extras, 0, size, null);
    size = 0;
  }

  private void grow(int needed) {
    if (needed > setters.length) {
      int length = Math.max(needed, setters.length * 2);
      setters = Arrays.copyOf(setters, length);
      bits = Arrays.copyOf(bits, length);
      values = Arrays.copyOf(values, length);
      extras = Arrays.copyOf(extras, length);
    }
    size = needed;
  }
}
