package dev.crossfade.jdbc;

import java.lang.reflect.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.time.temporal.TemporalAccessor;
import java.util.Calendar;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** Values as they were when they were bound: an application may change its objects afterwards. */
final class BoundValue {

  /** Stands for a value that can not be bound a second time. */
  static final Object ONLY_ONCE = new Object();

  private BoundValue() {}

  /** The value as it is now, or {@link #ONLY_ONCE}. */
  static @Nullable Object copy(@Nullable Object value) {
    if (value == null
        || value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Character
        || value instanceof UUID
        || value instanceof TemporalAccessor
        || value instanceof byte[]
        || value instanceof java.sql.Array
        || value instanceof java.sql.SQLXML) {
      // The driver, too, reads a byte[] only when it executes.
      return value;
    }
    if (value instanceof Date date) {
      return date.clone();
    }
    if (value instanceof Calendar calendar) {
      return calendar.clone();
    }
    if (value instanceof Map<?, ?> map) {
      return new HashMap<>(map);
    }
    if (value.getClass().isArray()) {
      return copyArray(value);
    }
    if (value instanceof PGobject object) {
      try {
        return object.clone();
      } catch (CloneNotSupportedException e) {
        return ONLY_ONCE;
      }
    }
    return ONLY_ONCE;
  }

  /** Whether the driver stores a large object when it binds the value. */
  static boolean isLargeObject(@Nullable Object value) {
    return value instanceof Blob || value instanceof Clob;
  }

  private static Object copyArray(Object array) {
    int length = Array.getLength(array);
    Object copy = Array.newInstance(array.getClass().getComponentType(), length);
    System.arraycopy(array, 0, copy, 0, length);
    if (copy instanceof Object[] elements) {
      for (int i = 0; i < length; i++) {
        if (elements[i] != null && elements[i].getClass().isArray()) {
          elements[i] = copyArray(elements[i]);
        }
      }
    }
    return copy;
  }
}
