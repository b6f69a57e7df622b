package dev.crossfade.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database's metadata as the driver tells it: the physical columns, whatever the phase. */
final class CrossfadeDatabaseMetaData extends DelegatingDatabaseMetaData {

  private final Session session;

  CrossfadeDatabaseMetaData(DatabaseMetaData delegate, Session session) {
    super(delegate);
    this.session = session;
  }

  @Override
  public Connection getConnection() {
    return session.connection;
  }

  @Override
  @Nullable ResultSet wrap(@Nullable ResultSet result) {
    return result == null ? null : new CrossfadeResultSet(result, session, null, null);
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return type.isInstance(this) ? type.cast(this) : session.leave(type, delegate);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return type.isInstance(this) || delegate.isWrapperFor(type);
  }
}
