package dev.crossfade.jdbc;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bound values in columns, which grow and are used again: binding a value allocates nothing. The
 * setter's number, from 1, is 0 where nothing is bound.
 */
final class Slots {

  private static final @Nullable Object[] NONE = {};

  /** After a batch of a million rows the columns are not kept for the next one. */
  private static final int MOST_KEPT = 100_000;

  int size;
  int[] setters;
  long[] bits;
  @Nullable Object[] values;

  /** Empty until there is one: few setters have two objects. */
  @Nullable Object[] extras = NONE;

  Slots(int capacity) {
    setters = new int[capacity];
    bits = new long[capacity];
    values = new Object[capacity];
  }

  void set(int at, int setter, long bit, @Nullable Object value, @Nullable Object extra) {
    if (at >= size) {
      grow(at + 1);
    }
    setters[at] = setter;
    bits[at] = bit;
    values[at] = value;
    if (extra != null || extras != NONE) {
      setExtra(at, extra);
    }
  }

  @Nullable Object extra(int at) {
    return at < extras.length ? extras[at] : null;
  }

  private void setExtra(int at, @Nullable Object extra) {
    if (at >= extras.length) {
      extras = Arrays.copyOf(extras, setters.length);
    }
    extras[at] = extra;
  }

  void append(Slots others) {
    int at = size;
    grow(at + others.size);
    System.arraycopy(others.setters, 0, setters, at, others.size);
    System.arraycopy(others.bits, 0, bits, at, others.size);
    System.arraycopy(others.values, 0, values, at, others.size);
    if (others.extras != NONE) {
      for (int i = 0; i < others.size; i++) {
        setExtra(at + i, others.extra(i));
      }
    }
  }

  /** Forgets all, so that a statement that is kept does not keep what was bound to it. */
  void clear() {
    if (size > MOST_KEPT) {
      setters = new int[8];
      bits = new long[8];
      values = new Object[8];
    } else {
      Arrays.fill(setters, 0, size, 0);
      Arrays.fill(values, 0, size, null);
    }
    extras = NONE;
    size = 0;
  }

  private void grow(int needed) {
    if (needed > setters.length) {
      int length = Math.max(needed, setters.length * 2);
      setters = Arrays.copyOf(setters, length);
      bits = Arrays.copyOf(bits, length);
      values = Arrays.copyOf(values, length);
    }
    size = needed;
  }
}
