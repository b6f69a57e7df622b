package dev.crossfade.benchmarks;

import dev.crossfade.Crossfade;
import dev.crossfade.model.Phase;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** How a statement gets to the driver. */
public enum Way {
  /** The application's statement, sent as it is: the baseline. */
  PLAIN,

  /**
   * What an engineer would write by hand for the phase, sent as it is: what is dearer in {@link
   * #PROXY} than here is the proxy's own price. Where there is nothing to write it is {@link
   * #PLAIN} again, and tells how far two equal measurements lie apart.
   */
  BY_HAND,

  /** The application's statement, sent through the proxy. */
  PROXY;

  /** A connection by which statements go this way. */
  Connection connect(DataSource driver, Phase phase) throws SQLException {
    return through(driver, phase).getConnection();
  }

  /** {@code driver}, or the proxy in front of it. */
  DataSource through(DataSource driver, Phase phase) {
    return this == PROXY ? Crossfade.wrap(driver, Tables.phases(phase)) : driver;
  }
}
