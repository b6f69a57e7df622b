package dev.crossfade.jdbc;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bound values in columns, which grow and are used again: binding a value allocates nothing. The
 * setter's number, from 1, is 0 where nothing is bound.
 */
class Slots {

  private static final byte[] NO_SETTERS = {};
  private static final long[] NO_BITS = {};
  private static final @Nullable Object[] NO_OBJECTS = {};

  /** After a batch of a million rows the columns are not kept for the next one. */
  private static final int MOST_KEPT = 100_000;

  /** How many slots are used, from 0. */
  int size;

  byte[] setters;
  long[] bits;
  @Nullable Object[] values;

  /** Empty until there is one: few setters have two objects. */
  private @Nullable Object[] extras = NO_OBJECTS;

  Slots(int capacity) {
    if (capacity == 0) {
      setters = NO_SETTERS;
      bits = NO_BITS;
      values = NO_OBJECTS;
    } else {
      setters = new byte[capacity];
      bits = new long[capacity];
      values = new Object[capacity];
    }
  }

  final void set(int at, int setter, long bit, @Nullable Object value, @Nullable Object extra) {
    if (at >= size) {
      grow(at + 1);
    }
    setters[at] = (byte) setter;
    bits[at] = bit;
    values[at] = value;
    if (extra != null || extras != NO_OBJECTS) {
      setExtra(at, extra);
    }
  }

  final @Nullable Object extra(int at) {
    return at < extras.length ? extras[at] : null;
  }

  private void setExtra(int at, @Nullable Object extra) {
    if (at >= extras.length) {
      extras = Arrays.copyOf(extras, setters.length);
    }
    extras[at] = extra;
  }

  /** Copies the slots from {@code start} on behind the last one. */
  final void repeat(int start) {
    int end = size;
    int count = end - start;
    grow(end + count);
    // A row is short: calls to copy it would take longer.
    for (int i = start; i < end; i++) {
      setters[i + count] = setters[i];
      bits[i + count] = bits[i];
      values[i + count] = values[i];
    }
    if (extras != NO_OBJECTS) {
      for (int i = start; i < end; i++) {
        setExtra(i + count, extra(i));
      }
    }
  }

  /** Forgets the slots before {@code start}; what comes after moves to the beginning. */
  final void dropBefore(int start) {
    int count = size - start;
    if (size > MOST_KEPT) {
      setters = Arrays.copyOfRange(setters, start, size);
      bits = Arrays.copyOfRange(bits, start, size);
      values = Arrays.copyOfRange(values, start, size);
    } else {
      System.arraycopy(setters, start, setters, 0, count);
      System.arraycopy(bits, start, bits, 0, count);
      System.arraycopy(values, start, values, 0, count);
      Arrays.fill(setters, count, size, (byte) 0);
      Arrays.fill(values, count, size, null);
    }
    if (extras != NO_OBJECTS) {
      extras = start < extras.length ? Arrays.copyOfRange(extras, start, size) : NO_OBJECTS;
    }
    size = count;
  }

  /** Forgets the slots from {@code start} on, so that they do not keep what was bound. */
  final void dropFrom(int start) {
    Arrays.fill(setters, start, size, (byte) 0);
    Arrays.fill(values, start, size, null);
    if (start < extras.length) {
      Arrays.fill(extras, start, Math.min(size, extras.length), null);
    }
    size = start;
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
