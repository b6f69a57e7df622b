package dev.crossfade.phase;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Problem;
import dev.crossfade.model.Transition;
import dev.crossfade.model.Transitions;

/**
 * The live phases of a service. The annotation's phase is the start, configuration overrides it
 * ({@link PhaseConfig}), and {@link #move} changes it while statements run. Thread-safe; a reader
 * pays one volatile read.
 */
public final class Phases {

  private volatile PhaseSnapshot current;

  /** Starts with {@code start}, whatever phases it holds. */
  public Phases(PhaseSnapshot start) {
    this.current = start;
  }

  /** The phases now. */
  public PhaseSnapshot snapshot() {
    return current;
  }

  /** The transitions whose phases this holds. */
  public Transitions transitions() {
    return current.transitions();
  }

  /** The phase of {@code transition} now. */
  public Phase of(Transition transition) {
    return current.of(transition);
  }

  /**
   * Moves one transition by at most one phase, in either direction; statements that start after
   * this returns use it.
   *
   * @throws CrossfadeException {@code phase-skipped} if {@code phase} is not a neighbour; nothing
   *     changes then
   */
  public synchronized void move(Transition transition, Phase phase) {
    Phase now = current.of(transition);
    if (now == phase) {
      return;
    }
    if (!now.mayRunBeside(phase)) {
      throw new CrossfadeException(
          new Problem(
              "phase-skipped",
              transition.id() + " can not go from " + now + " to " + phase + " in one step.",
              transition.describe(),
              "instances in " + now + " and in " + phase + " would not see each other's writes",
              "move to " + (phase.compareTo(now) > 0 ? now.next() : now.previous()) + " first"));
    }
    current = current.with(transition, phase);
  }
}
