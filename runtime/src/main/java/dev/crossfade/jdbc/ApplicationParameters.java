package dev.crossfade.jdbc;

import java.sql.ParameterMetaData;
import java.sql.SQLException;

/** The application's own parameters, described by what the driver says of the rewritten text's. */
record ApplicationParameters(ParameterMetaData delegate, Bindings bindings)
    implements ParameterMetaData {

  @Override
  public int getParameterCount() {
    return bindings.parameterCount();
  }

  @Override
  public int isNullable(int index) throws SQLException {
    return delegate.isNullable(place(index));
  }

  @Override
  public boolean isSigned(int index) throws SQLException {
    return delegate.isSigned(place(index));
  }

  @Override
  public int getPrecision(int index) throws SQLException {
    return delegate.getPrecision(place(index));
  }

  @Override
  public int getScale(int index) throws SQLException {
    return delegate.getScale(place(index));
  }

  @Override
  public int getParameterType(int index) throws SQLException {
    return delegate.getParameterType(place(index));
  }

  @Override
  public String getParameterTypeName(int index) throws SQLException {
    return delegate.getParameterTypeName(place(index));
  }

  @Override
  public String getParameterClassName(int index) throws SQLException {
    return delegate.getParameterClassName(place(index));
  }

  @Override
  public int getParameterMode(int index) throws SQLException {
    return delegate.getParameterMode(place(index));
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return type.isInstance(this) ? type.cast(this) : delegate.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return type.isInstance(this) || delegate.isWrapperFor(type);
  }

  private int place(int index) throws SQLException {
    int place = bindings.firstPlace(index);
    if (place == 0) {
      throw new CrossfadeSqlException(Refusals.parameterNotSent());
    }
    return place;
  }
}
