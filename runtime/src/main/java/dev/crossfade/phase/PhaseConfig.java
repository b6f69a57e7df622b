package dev.crossfade.phase;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Transition;
import dev.crossfade.model.Transitions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where a service's phases come from. Later sources win over earlier ones:
 *
 * <ol>
 *   <li>the annotation's phase;
 *   <li>the environment: {@code
 *       CROSSFADE_PHASES="users.display_name=DUAL_WRITE,orders.note=AFTER"};
 *   <li>system properties: {@code -Dcrossfade.phase.users.display_name=FALLBACK_READ};
 *   <li>the properties file named by the system property {@code crossfade.phases.file} or else by
 *       the environment's {@code CROSSFADE_PHASES_FILE}, with lines such as {@code
 *       users.display_name=FALLBACK_READ}.
 * </ol>
 *
 * <p>The file wins because it is the one that can change while the service runs: it is read every
 * second, and what it says is applied if every entry is valid and at most one phase away. Otherwise
 * all phases stay as they are and the problem is logged once. A line that disappears changes
 * nothing, and lines about tables without a transition here are other services'. A transition may
 * be named by its new or its old column.
 *
 * <p>Thread-safe.
 */
public final class PhaseConfig implements AutoCloseable {

  private static @Nullable PhaseConfig live;

  private final Phases phases;
  private final @Nullable PhaseFile file;

  private PhaseConfig(Phases phases, @Nullable PhaseFile file) {
    this.phases = phases;
    this.file = file;
  }

  /**
   * The phases of this JVM: of every transition on the class path, read and followed from the first
   * call on. A call that fails changes nothing, and the next one tries again.
   *
   * @throws CrossfadeException as {@link #start} does, and as {@link Transitions#load} does
   */
  public static synchronized Phases live() {
    if (live == null) {
      live = start(declared());
    }
    return live.phases;
  }

  /**
   * Both class loaders are asked: a pool's thread may have one that does not see the application,
   * and a transition that is not seen would be a column that is not written.
   */
  private static Transitions declared() {
    ClassLoader own = PhaseConfig.class.getClassLoader();
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    List<Transition> declared = new ArrayList<>(Transitions.load(own).all());
    if (context != null && context != own) {
      declared.addAll(Transitions.load(context).all());
    }
    return Transitions.of(declared);
  }

  /**
   * Reads the configuration of this JVM for {@code transitions} and, if a file is configured,
   * follows it until {@link #close}.
   *
   * @throws CrossfadeException {@code unknown-transition}, {@code unknown-phase}, {@code
   *     bad-phase-entry}, {@code phase-named-twice} or {@code phases-file-unreadable}
   */
  public static PhaseConfig start(Transitions transitions) {
    return start(transitions, System.getenv(), System.getProperties(), Duration.ofSeconds(1));
  }

  static PhaseConfig start(
      Transitions transitions,
      Map<String, String> environment,
      Properties properties,
      Duration interval) {
    PhaseSnapshot start = PhaseSnapshot.declared(transitions);
    start = with(start, PhaseEntries.ofEnvironment(transitions, environment));
    start = with(start, PhaseEntries.ofSystemProperties(transitions, properties));
    String path = properties.getProperty("crossfade.phases.file");
    if (path == null) {
      path = environment.get("CROSSFADE_PHASES_FILE");
    }
    if (path == null || path.isBlank()) {
      return new PhaseConfig(new Phases(start), null);
    }
    Path location = Path.of(path.strip());
    String content = PhaseFile.read(location);
    start = with(start, PhaseEntries.ofFile(transitions, content, location.toString()));
    Phases phases = new Phases(start);
    return new PhaseConfig(phases, PhaseFile.follow(location, content, phases, interval));
  }

  /** The phases that this configuration holds up to date. */
  public Phases phases() {
    return phases;
  }

  /** Stops following the file; the phases stay as they are. */
  @Override
  public void close() {
    if (file != null) {
      file.close();
    }
  }

  private static PhaseSnapshot with(PhaseSnapshot start, Map<Transition, Phase> entries) {
    PhaseSnapshot result = start;
    for (Map.Entry<Transition, Phase> entry : entries.entrySet()) {
      result = result.with(entry.getKey(), entry.getValue());
    }
    return result;
  }
}
