package dev.crossfade.jdbc;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bound values in columns, which grow and are used again: binding a value allocates nothing. The
 * setter's number, from 1, is 0 where nothing is bound.
 */
final class Slots {

  private static final @Nullable Object[] NONE = {};
  private static final int[] NO_SETTERS = {};
  private static final long[] NO_BITS = {};

  /** After a batch of a million rows the columns are not kept for the next one. */
  private static final int MOST_KEPT = 100_000;

  int size;
  int[] setters;
  long[] bits;
  @Nullable Object[] values;

  /** Empty until there is one: few setters have two objects. */
  @Nullable Object[] extras = NONE;

  Slots(int capacity) {
    setters = capacity == 0 ? NO_SETTERS : new int[capacity];
    bits = capacity == 0 ? NO_BITS : new long[capacity];
    values = capacity == 0 ? NONE : new Object[capacity];
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
    // A row is short: three calls to copy it would take longer.
    for (int i = 0; i < others.size; i++) {
      setters[at + i] = others.setters[i];
      bits[at + i] = others.bits[i];
      values[at + i] = others.values[i];
    }
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
      int length = Math.max(Math.max(needed, 4), setters.length * 2);
      setters = Arrays.copyOf(setters, length);
      bits = Arrays.copyOf(bits, length);
      values = Arrays.copyOf(values, length);
    }
    size = needed;
  }
}
