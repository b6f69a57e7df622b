package dev.crossfade.jdbc;

import java.sql.CallableStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call. One that touches a table in transition is rewritten as a prepared statement is, except
 * that output parameters stay where they are or are refused.
 */
final class CrossfadeCallableStatement<D extends CallableStatement>
    extends DelegatingCallableStatement<D> {

  private boolean hasOutput;

  CrossfadeCallableStatement(D delegate, Session session, @Nullable Preparation<D> preparation) {
    super(delegate, session, preparation);
  }

  @Override
  public void registerOutParameter(int index, int type) throws SQLException {
    requireOneToOne();
    delegate.registerOutParameter(index, type);
  }

  @Override
  public void registerOutParameter(int index, int type, int scale) throws SQLException {
    requireOneToOne();
    delegate.registerOutParameter(index, type, scale);
  }

  @Override
  public void registerOutParameter(int index, int type, String typeName) throws SQLException {
    requireOneToOne();
    delegate.registerOutParameter(index, type, typeName);
  }

  @Override
  public void registerOutParameter(int index, SQLType type) throws SQLException {
    requireOneToOne();
    delegate.registerOutParameter(index, type);
  }

  @Override
  public void registerOutParameter(int index, SQLType type, int scale) throws SQLException {
    requireOneToOne();
    delegate.registerOutParameter(index, type, scale);
  }

  @Override
  public void registerOutParameter(int index, SQLType type, String typeName) throws SQLException {
    requireOneToOne();
    delegate.registerOutParameter(index, type, typeName);
  }

  private void requireOneToOne() throws SQLException {
    if (preparation != null && !preparation.isOneToOne()) {
      throw refuse(Refusals.call());
    }
    hasOutput = true;
  }

  @Override
  void requireRenewable() throws SQLException {
    if (hasOutput) {
      throw refuse(Refusals.call());
    }
  }

  // A refcursor comes out as a result set, which would lead to the driver's connection.

  @Override
  public @Nullable Object getObject(int index) throws SQLException {
    return wrapIfResult(delegate.getObject(index));
  }

  @Override
  public @Nullable Object getObject(int index, Map<String, Class<?>> map) throws SQLException {
    return wrapIfResult(delegate.getObject(index, map));
  }

  private @Nullable Object wrapIfResult(@Nullable Object value) {
    return value instanceof ResultSet result
        ? new CrossfadeResultSet(result, session, null, null)
        : value;
  }
}
