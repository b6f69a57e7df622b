package dev.crossfade.jdbc;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bound values in columns, which grow and are used again: binding a value allocates nothing. There
 * are as few columns as can be, since each statement in transition has them.
 */
abstract class Slots {

  /** After a batch of a million rows the columns are not kept for the next one. */
  private static final int MOST_KEPT = 100_000;

  /** How many slots are used, from 0. */
  int size;

  /** For each slot the setter's number, from 1, or 0 where nothing is bound; and its bits. */
  private long[] numbers;

  @Nullable Object[] values;

  /** Null until there is one: few setters have two objects. */
  private @Nullable Object @Nullable [] extras;

  Slots(long[] numbers, @Nullable Object[] values) {
    this.numbers = numbers;
    this.values = values;
  }

  /** Room for the numbers of {@code count} slots. */
  static long[] numbers(int count) {
    // Of lengths that the compiler knows: it writes them faster than one that is shorter.
    return count <= 2 ? new long[4] : count <= 4 ? new long[8] : new long[2 * count];
  }

  /** Room for the values of {@code count} slots. */
  static @Nullable Object[] values(int count) {
    return count <= 2 ? new Object[2] : count <= 4 ? new Object[4] : new Object[count];
  }

  final void set(int at, int setter, long bits, @Nullable Object value, @Nullable Object extra) {
    if (at >= size) {
      grow(at + 1);
    }
    numbers[2 * at] = setter;
    numbers[2 * at + 1] = bits;
    values[at] = value;
    if (extra != null || extras != null) {
      setExtra(at, extra);
    }
  }

  final int setter(int at) {
    return (int) numbers[2 * at];
  }

  final long bits(int at) {
    return numbers[2 * at + 1];
  }

  final @Nullable Object extra(int at) {
    @Nullable Object[] extras = this.extras;
    return extras != null && at < extras.length ? extras[at] : null;
  }

  private void setExtra(int at, @Nullable Object extra) {
    @Nullable Object[] extras = this.extras;
    if (extras == null) {
      extras = new Object[values.length];
    } else if (at >= extras.length) {
      extras = Arrays.copyOf(extras, values.length);
    }
    extras[at] = extra;
    this.extras = extras;
  }

  /** Copies the slots from {@code start} on behind the last one. */
  final void repeat(int start) {
    int end = size;
    int count = end - start;
    grow(end + count);
    // A row is short: calls to copy it would take longer.
    for (int i = start; i < end; i++) {
      values[i + count] = values[i];
    }
    for (int i = 2 * start; i < 2 * end; i++) {
      numbers[i + 2 * count] = numbers[i];
    }
    if (extras != null) {
      for (int i = start; i < end; i++) {
        setExtra(i + count, extra(i));
      }
    }
  }

  /** Forgets the slots before {@code start}; what comes after moves to the beginning. */
  final void dropBefore(int start) {
    int count = size - start;
    if (size > MOST_KEPT) {
      numbers = Arrays.copyOfRange(numbers, 2 * start, 2 * size);
      values = Arrays.copyOfRange(values, start, size);
    } else {
      System.arraycopy(numbers, 2 * start, numbers, 0, 2 * count);
      System.arraycopy(values, start, values, 0, count);
      forget(count, size);
    }
    if (extras != null) {
      extras = start < extras.length ? Arrays.copyOfRange(extras, start, size) : null;
    }
    size = count;
  }

  /** Forgets the slots from {@code start} on. */
  final void dropFrom(int start) {
    forget(start, size);
    if (extras != null && start < extras.length) {
      Arrays.fill(extras, start, Math.min(size, extras.length), null);
    }
    size = start;
  }

  /** A statement that is kept must not keep what was bound to it. */
  private void forget(int from, int to) {
    Arrays.fill(numbers, 2 * from, 2 * to, 0);
    Arrays.fill(values, from, to, null);
  }

  private void grow(int needed) {
    if (needed > values.length) {
      int length = Math.max(Math.max(needed, 4), values.length * 2);
      numbers = Arrays.copyOf(numbers, 2 * length);
      values = Arrays.copyOf(values, length);
    }
    size = needed;
  }
}
