package dev.crossfade.jdbc;

import dev.crossfade.model.Strictness;
import dev.crossfade.phase.Phases;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import javax.sql.XAConnection;
import javax.sql.XAConnectionBuilder;
import javax.sql.XADataSource;

/**
 * A source of connections for a transaction manager, whose statements are rewritten for the phase
 * and whose transactions are the driver's. Thread-safe as its delegate is.
 */
public final class CrossfadeXaDataSource extends DelegatingXaDataSource {

  private final Crossing crossing;

  CrossfadeXaDataSource(XADataSource delegate, Crossing crossing) {
    super(delegate);
    this.crossing = crossing;
  }

  /** {@code dataSource} with every statement rewritten for {@code phases}. */
  public static XADataSource over(XADataSource dataSource, Phases phases, Strictness strictness) {
    return new CrossfadeXaDataSource(
        dataSource, new Crossing(phases, Rewriting.real(), strictness));
  }

  @Override
  public XAConnection getXAConnection() throws SQLException {
    return new CrossfadeXaConnection(delegate.getXAConnection(), crossing);
  }

  @Override
  public XAConnection getXAConnection(String user, String password) throws SQLException {
    return new CrossfadeXaConnection(delegate.getXAConnection(user, password), crossing);
  }

  @Override
  public XAConnectionBuilder createXAConnectionBuilder() throws SQLException {
    throw new SQLFeatureNotSupportedException(
        "A connection builder's connections would not be rewritten.");
  }

  @Override
  public String toString() {
    return "crossfade " + delegate;
  }
}
