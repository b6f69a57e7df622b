package dev.crossfade.phase;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Problem;
import dev.crossfade.model.Strictness;
import dev.crossfade.model.Transition;
import dev.crossfade.model.Transitions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where a service's phases come from. Later sources win over earlier ones:
 *
 * <ol>
 *   <li>the annotation's phase;
 *   <li>what a framework has read from its own configuration ({@link #configure});
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
 * <p>How strict the proxy is comes from the same places but the file: {@code
 * -Dcrossfade.strictness=observe} or else {@code CROSSFADE_STRICTNESS}.
 *
 * <p>Thread-safe.
 */
public final class PhaseConfig implements AutoCloseable {

  private static final Duration INTERVAL = Duration.ofSeconds(1);

  private static @Nullable PhaseConfig live;

  private final Settings settings;
  private final Phases phases;
  private final Strictness strictness;
  private final @Nullable PhaseFile file;

  /** How many hold these settings; negative if nobody ever did. */
  private int holders = -1;

  private PhaseConfig(Settings settings, Phases phases, @Nullable PhaseFile file) {
    this.settings = settings;
    this.phases = phases;
    this.strictness = settings.strictness();
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
   * How strict this JVM is, unless a connection's URL says otherwise.
   *
   * @throws CrossfadeException {@code unknown-strictness}
   */
  public static synchronized Strictness strictness() {
    return live == null ? Settings.ofJvm(new Properties()).strictness() : live.strictness;
  }

  /**
   * A setting beside the phases: the system property, else the environment's variable, else what a
   * framework was configured with, or null.
   */
  public static synchronized @Nullable String setting(String property, String variable) {
    Settings settings = live == null ? Settings.ofJvm(new Properties()) : live.settings;
    return settings.get(property, variable);
  }

  /**
   * Makes a framework's settings part of this JVM's configuration, as its weakest part but for the
   * annotations, and starts the live phases. To be called before they are used. {@code settings}
   * has the names of the system properties, and {@code crossfade.phases} for a list as in the
   * environment.
   *
   * @throws CrossfadeException as {@link #start} does; {@code configured-twice} if the live phases
   *     are used already, or held by somebody else, with other settings
   */
  public static synchronized Configured configure(Properties settings) {
    Settings wanted = Settings.ofJvm(settings);
    PhaseConfig now = live;
    if (now == null || now.holders == 0 && !now.is(wanted)) {
      PhaseConfig next = start(declared(), wanted, INTERVAL);
      if (now != null) {
        now.close();
      }
      live = next;
      now = next;
    } else if (!now.is(wanted)) {
      throw new CrossfadeException(
          new Problem(
              "configured-twice",
              "Crossfade runs in this JVM with other settings already.",
              "crossfade.*",
              "two applications in one JVM would write a table in two phases",
              now.holders < 0
                  ? "configure it before the first use of Crossfade.phases() or jdbc:crossfade:"
                  : "close the first application first, or give both the same settings"));
    }
    now.holders = Math.max(0, now.holders) + 1;
    return new Configured(now);
  }

  /** Whether starting with {@code wanted} would have led to the same. */
  private boolean is(Settings wanted) {
    Transitions declared = declared();
    return declared.all().equals(phases.transitions().all())
        && (holders < 0
            ? startsAs(wanted, declared)
            : wanted.framework().equals(settings.framework()));
  }

  private boolean startsAs(Settings wanted, Transitions declared) {
    return wanted.strictness() == strictness
        && Objects.equals(wanted.phasesFile(), settings.phasesFile())
        && wanted.start(declared).isAs(settings.start(declared));
  }

  void release() {
    holders--;
  }

  Strictness ownStrictness() {
    return strictness;
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
    return start(transitions, Settings.ofJvm(new Properties()), INTERVAL);
  }

  static PhaseConfig start(
      Transitions transitions,
      Map<String, String> environment,
      Properties properties,
      Duration interval) {
    return start(transitions, new Settings(new Properties(), environment, properties), interval);
  }

  private static PhaseConfig start(Transitions transitions, Settings settings, Duration interval) {
    PhaseSnapshot start = settings.start(transitions);
    settings.strictness();
    String path = settings.phasesFile();
    if (path == null) {
      return new PhaseConfig(settings, new Phases(start), null);
    }
    Path location = Path.of(path);
    String content = PhaseFile.read(location);
    start = Settings.with(start, PhaseEntries.ofFile(transitions, content, location.toString()));
    Phases phases = new Phases(start);
    return new PhaseConfig(settings, phases, PhaseFile.follow(location, content, phases, interval));
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
}
