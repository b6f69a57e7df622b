package dev.crossfade.phase;

import dev.crossfade.model.Phase;
import dev.crossfade.model.Strictness;
import dev.crossfade.model.Transition;
import dev.crossfade.model.Transitions;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The places that settings are read from, the phases file apart.
 *
 * @param framework what a framework has read from its own configuration, by the names of the system
 *     properties, and {@code crossfade.phases} as in the environment; any other place wins over it
 * @param environment the environment
 * @param system the system properties, which win
 */
record Settings(Properties framework, Map<String, String> environment, Properties system) {

  static final String PHASES = "crossfade.phases";
  private static final String FILE = "crossfade.phases.file";

  static Settings ofJvm(Properties framework) {
    return new Settings(framework, System.getenv(), System.getProperties());
  }

  PhaseSnapshot start(Transitions transitions) {
    PhaseSnapshot start = PhaseSnapshot.declared(transitions);
    start =
        with(
            start,
            PhaseEntries.ofList(
                transitions, framework.getProperty(PHASES, ""), "setting " + PHASES));
    start = with(start, PhaseEntries.ofProperties(transitions, framework, "setting "));
    start = with(start, PhaseEntries.ofEnvironment(transitions, environment));
    return with(start, PhaseEntries.ofProperties(transitions, system, "system property "));
  }

  static PhaseSnapshot with(PhaseSnapshot start, Map<Transition, Phase> entries) {
    PhaseSnapshot result = start;
    for (Map.Entry<Transition, Phase> entry : entries.entrySet()) {
      result = result.with(entry.getKey(), entry.getValue());
    }
    return result;
  }

  /** The file's path, or null if there is none. */
  @Nullable String phasesFile() {
    String path = get(FILE, "CROSSFADE_PHASES_FILE");
    return path == null || path.isBlank() ? null : path.strip();
  }

  Strictness strictness() {
    String text = get(Strictness.PROPERTY, "CROSSFADE_STRICTNESS");
    return text == null || text.isBlank()
        ? Strictness.STRICT
        : Strictness.parse(text, Strictness.PROPERTY + " or CROSSFADE_STRICTNESS");
  }

  @Nullable String get(String property, String variable) {
    String value = system.getProperty(property);
    if (value == null) {
      value = environment.get(variable);
    }
    return value == null ? framework.getProperty(property) : value;
  }
}
