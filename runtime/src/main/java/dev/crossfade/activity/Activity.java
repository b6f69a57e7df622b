package dev.crossfade.activity;

import dev.crossfade.model.Strictness;
import java.time.Instant;
import java.util.List;

/**
 * What the proxy has done with statements over tables in transition, since this JVM began to use
 * the phases. Immutable; taken at one moment while the counters move on, so that two of its figures
 * may be a few statements apart. Holds normalised SQL only: no literal, bound value or row value.
 *
 * @param since when counting began
 * @param strictness {@link Strictness#OBSERVE} if any connection observes
 * @param transitions each declared transition
 * @param refusals what was refused or passed through unproven, the latest first
 */
public record Activity(
    Instant since,
    Strictness strictness,
    List<TransitionActivity> transitions,
    List<UnprovenStatement> refusals) {

  public Activity {
    transitions = List.copyOf(transitions);
    refusals = List.copyOf(refusals);
  }

  /** Whether a statement was passed through that may have written one column of two. */
  public boolean mayDiverge() {
    return transitions.stream().anyMatch(transition -> transition.diverging() > 0);
  }
}
