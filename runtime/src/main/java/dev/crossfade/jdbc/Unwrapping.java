package dev.crossfade.jdbc;

import java.sql.SQLException;
import java.sql.Wrapper;

/** The driver's own interface of a delegate, for methods that may not throw a SQLException. */
final class Unwrapping {

  private Unwrapping() {}

  static <T> T of(Wrapper delegate, Class<T> type) {
    try {
      return delegate.unwrap(type);
    } catch (SQLException e) {
      throw new UnsupportedOperationException(
          delegate.getClass().getName() + " does not lead to a " + type.getName(), e);
    }
  }
}
