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

  /** Null until there is one: a key that is a number has none. */
  private @Nullable Object @Nullable [] values;

  /** Null until there is one: few setters have two objects. */
  private @Nullable Object @Nullable [] extras;

  Slots(long[] numbers) {
    this.numbers = numbers;
  }

  /** Room for the numbers of {@code count} slots. */
  static long[] numbers(int count) {
    // Of lengths that the compiler knows: it writes them faster than one that is shorter.
    return switch (count) {
      case 0, 1 -> new long[2];
      case 2 -> new long[4];
      case 3, 4 -> new long[8];
      default -> new long[count < 0 ? 4 : 2 * count];
    };
  }

  final void set(int at, int setter, long bits, @Nullable Object value, @Nullable Object extra) {
    if (at >= size) {
      grow(at + 1);
    }
    numbers[2 * at] = setter;
    numbers[2 * at + 1] = bits;
    if (value != null || values != null) {
      setValue(at, value);
    }
    if (extra != null || extras != null) {
      setExtra(at, extra);
    }
  }

  final @Nullable Object value(int at) {
    @Nullable Object[] values = this.values;
    return values != null && at < values.length ? values[at] : null;
  }

  final void setValue(int at, @Nullable Object value) {
    @Nullable Object[] values = this.values;
    if (values == null || at >= values.length) {
      values = roomFor(values);
      this.values = values;
    }
    values[at] = value;
  }

  private @Nullable Object[] roomFor(@Nullable Object @Nullable [] objects) {
    int count = numbers.length / 2;
    if (objects != null) {
      return Arrays.copyOf(objects, count);
    }
    return count == 2 ? new Object[2] : new Object[count];
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
    if (extras == null || at >= extras.length) {
      extras = roomFor(extras);
      this.extras = extras;
    }
    extras[at] = extra;
  }

  final void copy(int from, int to) {
    set(to, setter(from), bits(from), value(from), extra(from));
  }

  /** Makes room for {@code count} slots at once, in place of growing to it. */
  final void expect(int count) {
    if (2 * count > numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * count);
    }
  }

  /** Forgets the slots before {@code start}; what comes after moves to the beginning. */
  final void dropBefore(int start) {
    int count = size - start;
    if (size > MOST_KEPT) {
      numbers = Arrays.copyOfRange(numbers, 2 * start, 2 * size);
      values = tail(values, start);
    } else {
      System.arraycopy(numbers, 2 * start, numbers, 0, 2 * count);
      Arrays.fill(numbers, 2 * count, 2 * size, 0);
      moveToFront(values, start);
    }
    extras = tail(extras, start);
    size = count;
  }

  private @Nullable Object @Nullable [] tail(@Nullable Object @Nullable [] objects, int start) {
    return objects == null || start >= objects.length
        ? null
        : Arrays.copyOfRange(objects, start, Math.min(size, objects.length));
  }

  private void moveToFront(@Nullable Object @Nullable [] objects, int start) {
    if (objects != null) {
      int end = Math.min(size, objects.length);
      int count = Math.max(0, end - start);
      System.arraycopy(objects, end - count, objects, 0, count);
      Arrays.fill(objects, count, end, null);
    }
  }

  /** Forgets the slots from {@code start} on. */
  final void dropFrom(int start) {
    Arrays.fill(numbers, 2 * start, 2 * size, 0);
    forget(values, start);
    forget(extras, start);
    size = start;
  }

  /** A statement that is kept must not keep what was bound to it. */
  private void forget(@Nullable Object @Nullable [] objects, int start) {
    if (objects != null && start < objects.length) {
      Arrays.fill(objects, start, Math.min(size, objects.length), null);
    }
  }

  private void grow(int needed) {
    if (2 * needed > numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(Math.max(8, 2 * needed), 2 * numbers.length));
    }
    size = needed;
  }
}
