package dev.crossfade.jdbc;

import java.sql.SQLException;
import org.postgresql.copy.CopyDual;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;
import org.postgresql.core.BaseConnection;

/**
 * The driver's COPY with its texts rewritten or refused. All other methods of the manager come
 * through these three.
 */
final class CrossfadeCopyManager extends CopyManager {

  private final Session session;

  CrossfadeCopyManager(Session session, BaseConnection driver) throws SQLException {
    super(driver);
    this.session = session;
  }

  @Override
  public CopyIn copyIn(String sql) throws SQLException {
    return session.started(super.copyIn(text(sql)));
  }

  @Override
  public CopyOut copyOut(String sql) throws SQLException {
    return session.started(super.copyOut(text(sql)));
  }

  @Override
  public CopyDual copyDual(String sql) throws SQLException {
    return session.started(super.copyDual(text(sql)));
  }

  private String text(String sql) throws SQLException {
    return session.verdict(sql).touches() ? session.write(sql).sql() : sql;
  }
}
