package dev.crossfade.jdbc;

import java.sql.SQLException;
import java.sql.Wrapper;

/** The driver's own interface of a delegate. */
final class Unwrapping {

  private Unwrapping() {}

  /** A way to the driver's object. */
  interface Way<T> {
    T follow() throws SQLException;
  }

  /**
   * The driver's own object, which need not be asked for itself: closed, it would not answer, and
   * says so better in the method that is called then.
   */
  static <T> T of(Wrapper delegate, Class<T> type) throws SQLException {
    return type.isInstance(delegate) ? type.cast(delegate) : delegate.unwrap(type);
  }

  /** The same for methods that may not throw a SQLException. */
  static <T> T unchecked(Way<T> way) {
    try {
      return way.follow();
    } catch (SQLException e) {
      throw new UnsupportedOperationException("The delegate does not lead to the driver.", e);
    }
  }
}
