package dev.crossfade.jdbc;

import dev.crossfade.model.CrossfadeException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyOperation;
import org.postgresql.core.CachedQuery;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Query;
import org.postgresql.core.QueryExecutor;

/**
 * The driver's protocol as a {@code CopyManager} and other insiders use it: a COPY is rewritten or
 * refused, and a query on a table in transition is refused where it is made.
 */
final class CrossfadeQueryExecutor extends DelegatingQueryExecutor {

  private final Session session;

  CrossfadeQueryExecutor(QueryExecutor delegate, Session session) {
    super(delegate);
    this.session = session;
  }

  @Override
  public CopyOperation startCopy(String sql, boolean suppressBegin) throws SQLException {
    if (!session.verdict(sql).touches()) {
      return session.started(delegate.startCopy(sql, suppressBegin));
    }
    Written written = session.write(sql);
    written.tally().count();
    return session.started(delegate.startCopy(written.sql(), suppressBegin));
  }

  @Override
  public Query createSimpleQuery(String sql) throws SQLException {
    session.refusePastProxy(sql);
    return delegate.createSimpleQuery(sql);
  }

  @Override
  public CachedQuery createQuery(
      String sql, boolean escapes, boolean parameterized, String @Nullable ... columns)
      throws SQLException {
    session.refusePastProxy(sql);
    return delegate.createQuery(sql, escapes, parameterized, columns);
  }

  @Override
  public Object createQueryKey(
      String sql, boolean escapes, boolean parameterized, String @Nullable ... columns) {
    refuseUnchecked(sql);
    return delegate.createQueryKey(sql, escapes, parameterized, columns);
  }

  // Other keys than texts come from createQueryKey.

  @Override
  public CachedQuery createQueryByKey(Object key) throws SQLException {
    if (key instanceof String sql) {
      session.refusePastProxy(sql);
    }
    return delegate.createQueryByKey(key);
  }

  @Override
  public CachedQuery borrowQueryByKey(Object key) throws SQLException {
    if (key instanceof String sql) {
      session.refusePastProxy(sql);
    }
    return delegate.borrowQueryByKey(key);
  }

  @Override
  public CachedQuery borrowQuery(String sql) throws SQLException {
    session.refusePastProxy(sql);
    return delegate.borrowQuery(sql);
  }

  @Override
  public CachedQuery borrowCallableQuery(String sql) throws SQLException {
    session.refusePastProxy(sql);
    return delegate.borrowCallableQuery(sql);
  }

  @Override
  public CachedQuery borrowReturningQuery(String sql, String @Nullable [] columns)
      throws SQLException {
    session.refusePastProxy(sql);
    return delegate.borrowReturningQuery(sql, columns);
  }

  @Override
  public Query wrap(List<NativeQuery> queries) {
    for (NativeQuery query : queries) {
      refuseUnchecked(query.nativeSql);
    }
    return delegate.wrap(queries);
  }

  private void refuseUnchecked(String sql) {
    try {
      session.refusePastProxy(sql);
    } catch (CrossfadeSqlException e) {
      throw new CrossfadeException(e.problem(), e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
