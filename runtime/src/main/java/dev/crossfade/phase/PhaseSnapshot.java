package dev.crossfade.phase;

import dev.crossfade.model.Phase;
import dev.crossfade.model.Transition;
import dev.crossfade.model.Transitions;
import java.util.Arrays;

/**
 * The phases at one moment. Immutable; a change makes a new one, so two snapshots hold the same
 * phases exactly if they are the same object, which is what every cache of rewritten text compares.
 */
public final class PhaseSnapshot {

  private final Transitions transitions;
  private final Phase[] phases;

  PhaseSnapshot(Transitions transitions, Phase[] phases) {
    this.transitions = transitions;
    this.phases = phases;
  }

  /** Each transition in the phase that its annotation declares. */
  public static PhaseSnapshot declared(Transitions transitions) {
    Phase[] phases = new Phase[transitions.all().size()];
    for (int i = 0; i < phases.length; i++) {
      phases[i] = transitions.all().get(i).declaredPhase();
    }
    return new PhaseSnapshot(transitions, phases);
  }

  /** The transitions whose phases this holds. */
  public Transitions transitions() {
    return transitions;
  }

  /** The phase of {@code transition}, which must be one of {@link #transitions()}. */
  public Phase of(Transition transition) {
    return phases[indexOf(transition)];
  }

  /** The same phases but for one. */
  public PhaseSnapshot with(Transition transition, Phase phase) {
    Phase[] changed = phases.clone();
    changed[indexOf(transition)] = phase;
    return new PhaseSnapshot(transitions, changed);
  }

  /** Whether any transition is in a phase that writes both columns. */
  public boolean dualWrites() {
    for (Phase phase : phases) {
      if (phase.dualWrites()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether an instance with these phases and one with {@code other}'s, of the same transitions,
   * may serve at the same time.
   */
  public boolean mayRunBeside(PhaseSnapshot other) {
    for (int i = 0; i < phases.length; i++) {
      if (!phases[i].mayRunBeside(other.phases[i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether {@code other} holds the same phases of the same transitions. */
  boolean isAs(PhaseSnapshot other) {
    return transitions.all().equals(other.transitions.all()) && Arrays.equals(phases, other.phases);
  }

  private int indexOf(Transition transition) {
    int index = transitions.all().indexOf(transition);
    if (index < 0) {
      throw new IllegalArgumentException("not declared here: " + transition.describe());
    }
    return index;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < phases.length; i++) {
      text.append(i == 0 ? "" : ", ")
          .append(transitions.all().get(i).id())
          .append('=')
          .append(phases[i]);
    }
    return text.append('}').toString();
  }
}
