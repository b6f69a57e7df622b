package dev.crossfade.jdbc;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import org.postgresql.PGResultSetMetaData;

/** The metadata of the columns that the application has asked for. */
final class VisibleMetaData extends DelegatingResultSetMetaData {

  private final int hidden;

  VisibleMetaData(ResultSetMetaData delegate, int hidden) {
    super(delegate);
    this.hidden = hidden;
  }

  @Override
  public int getColumnCount() throws SQLException {
    return delegate.getColumnCount() - hidden;
  }

  @Override
  PGResultSetMetaData driver() throws SQLException {
    return Unwrapping.of(delegate, PGResultSetMetaData.class);
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return type.isInstance(this) ? type.cast(this) : delegate.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return type.isInstance(this) || delegate.isWrapperFor(type);
  }
}
