package dev.crossfade.processor;

import dev.crossfade.model.Phase;
import dev.crossfade.model.Transition;
import dev.crossfade.model.Transitions;
import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.phase.Phases;

/** Phases for tests, of every transition that the tests' own compilation declares. */
final class Live {

  static final Transitions DECLARED = Transitions.load(Live.class.getClassLoader());

  private Live() {}

  /** A service in which every transition is in {@code phase}. */
  static Phases all(Phase phase) {
    PhaseSnapshot snapshot = PhaseSnapshot.declared(DECLARED);
    for (Transition transition : DECLARED.all()) {
      snapshot = snapshot.with(transition, phase);
    }
    return new Phases(snapshot);
  }
}
