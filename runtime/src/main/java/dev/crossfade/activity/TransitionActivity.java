package dev.crossfade.activity;

import dev.crossfade.model.Phase;
import dev.crossfade.model.Transition;
import java.util.Map;

/**
 * What statements did over one transition's table. Immutable. A batch, and a COPY, counts as one.
 *
 * @param transition the transition
 * @param phase where it stands now
 * @param rewrites how many statements were executed, by what became of them
 * @param refused how many were refused
 * @param passed how many were passed through unproven
 * @param diverging how many of those may have written one column while both are kept: until a
 *     backfill and a verify, the columns may differ
 */
public record TransitionActivity(
    Transition transition,
    Phase phase,
    Map<RewriteKind, Long> rewrites,
    long refused,
    long passed,
    long diverging) {

  public TransitionActivity {
    rewrites = Map.copyOf(rewrites);
  }
}
