package dev.crossfade;

import dev.crossfade.activity.Activity;
import dev.crossfade.jdbc.CrossfadeConnectionPoolDataSource;
import dev.crossfade.jdbc.CrossfadeDataSource;
import dev.crossfade.jdbc.CrossfadeXaDataSource;
import dev.crossfade.jdbc.Recording;
import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Strictness;
import dev.crossfade.phase.Configured;
import dev.crossfade.phase.PhaseConfig;
import dev.crossfade.phase.Phases;
import java.util.Properties;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.XADataSource;

/**
 * Where a service begins: puts the transitions of its class path in front of its {@link
 * DataSource}, and says and moves their phases. Thread-safe.
 *
 * <pre>{@code
 * DataSource dataSource = Crossfade.wrap(new HikariDataSource(config));
 * }</pre>
 *
 * <p>A service that is configured by URL needs no code: {@code jdbc:crossfade:postgresql://…}.
 */
public final class Crossfade {

  private Crossfade() {}

  /**
   * {@code dataSource} with every statement rewritten for the phases of {@link #phases()}. Works
   * around a pool as well as inside one.
   *
   * @throws CrossfadeException if the configured phases can not be (see {@link PhaseConfig})
   */
  public static DataSource wrap(DataSource dataSource) {
    return wrap(dataSource, phases());
  }

  /** As {@link #wrap(DataSource)}, with phases that the caller holds and moves. */
  public static DataSource wrap(DataSource dataSource, Phases phases) {
    return wrap(dataSource, phases, PhaseConfig.strictness());
  }

  /** As {@link #wrap(DataSource, Phases)}, with a strictness of its own. */
  public static DataSource wrap(DataSource dataSource, Phases phases, Strictness strictness) {
    return CrossfadeDataSource.over(dataSource, phases, strictness);
  }

  /**
   * What was done so far with statements under the {@link #phases()} of this JVM.
   *
   * @throws CrossfadeException if the configured phases can not be (see {@link PhaseConfig})
   */
  public static Activity activity() {
    return activity(phases());
  }

  /** What was done so far with statements under phases that the caller holds. */
  public static Activity activity(Phases phases) {
    return Recording.activity(phases);
  }

  /**
   * Adds what a framework has read from its own configuration to this JVM's, before its first use.
   *
   * @throws CrossfadeException as {@link PhaseConfig#configure} does
   */
  public static Configured configure(Properties settings) {
    return PhaseConfig.configure(settings);
  }

  /**
   * {@code dataSource} with every statement of its pooled connections rewritten for the phases of
   * {@link #phases()}: for a pool or an application server that takes such a source.
   *
   * @throws CrossfadeException if the configured phases can not be (see {@link PhaseConfig})
   */
  public static ConnectionPoolDataSource wrap(ConnectionPoolDataSource dataSource) {
    return wrap(dataSource, phases());
  }

  /** As {@link #wrap(ConnectionPoolDataSource)}, with phases that the caller holds and moves. */
  public static ConnectionPoolDataSource wrap(ConnectionPoolDataSource dataSource, Phases phases) {
    return CrossfadeConnectionPoolDataSource.over(dataSource, phases, PhaseConfig.strictness());
  }

  /**
   * {@code dataSource} with every statement of its connections rewritten for the phases of {@link
   * #phases()}: for a transaction manager, whose two-phase commit stays the driver's.
   *
   * @throws CrossfadeException if the configured phases can not be (see {@link PhaseConfig})
   */
  public static XADataSource wrap(XADataSource dataSource) {
    return wrap(dataSource, phases());
  }

  /** As {@link #wrap(XADataSource)}, with phases that the caller holds and moves. */
  public static XADataSource wrap(XADataSource dataSource, Phases phases) {
    return CrossfadeXaDataSource.over(dataSource, phases, PhaseConfig.strictness());
  }

  /**
   * The live phases of this JVM, which the URL's driver and generated code use too. Read from the
   * class path and the configuration at the first call.
   *
   * @throws CrossfadeException if the configured phases can not be (see {@link PhaseConfig})
   */
  public static Phases phases() {
    return PhaseConfig.live();
  }
}
