package dev.crossfade.phase;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Problem;
import dev.crossfade.model.Transition;
import dev.crossfade.model.Transitions;
import java.util.Map;

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
  public void move(Transition transition, Phase phase) {
    moveAll(Map.of(transition, phase));
  }

  /**
   * Moves several transitions at once, each by at most one phase.
   *
   * @throws CrossfadeException {@code phase-skipped} if one of them can not; nothing changes then
   */
  public synchronized void moveAll(Map<Transition, Phase> targets) {
    PhaseSnapshot moved = current;
    for (Map.Entry<Transition, Phase> target : targets.entrySet()) {
      Transition transition = target.getKey();
      if (current.of(transition) != target.getValue()) {
        requireNeighbour(transition, current.of(transition), target.getValue());
        moved = moved.with(transition, target.getValue());
      }
    }
    current = moved;
  }

  private static void requireNeighbour(Transition transition, Phase now, Phase phase) {
    if (!now.mayRunBeside(phase)) {
      throw new CrossfadeException(
          new Problem(
              "phase-skipped",
              transition.id() + " can not go from " + now + " to " + phase + " in one step.",
              transition.describe(),
              "instances in " + now + " and in " + phase + " would not see each other's writes",
              "move to " + (phase.compareTo(now) > 0 ? now.next() : now.previous()) + " first"));
    }
  }
}
