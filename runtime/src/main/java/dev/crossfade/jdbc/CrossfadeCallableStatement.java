package dev.crossfade.jdbc;

import java.sql.CallableStatement;
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
    return session.proxied(delegate.getObject(index));
  }

  @Override
  public @Nullable Object getObject(int index, Map<String, Class<?>> map) throws SQLException {
    return session.proxied(delegate.getObject(index, map));
  }

  @Override
  public <T> @Nullable T getObject(int index, Class<T> type) throws SQLException {
    return session.proxied(delegate.getObject(index, type), type);
  }

  @Override
  public @Nullable Object getObject(String name) throws SQLException {
    return session.proxied(delegate.getObject(name));
  }

  @Override
  public @Nullable Object getObject(String name, Map<String, Class<?>> map) throws SQLException {
    return session.proxied(delegate.getObject(name, map));
  }

  @Override
  public <T> @Nullable T getObject(String name, Class<T> type) throws SQLException {
    return session.proxied(delegate.getObject(name, type), type);
  }
}
