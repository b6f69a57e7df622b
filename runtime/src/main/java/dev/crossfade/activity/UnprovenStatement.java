package dev.crossfade.activity;

import dev.crossfade.model.Problem;
import dev.crossfade.model.Transition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that could not be proven, and how often. Immutable.
 *
 * @param problem why, as it was told the first time
 * @param statement the normalised SQL, which holds no value, cut if it is very long; null for all
 *     that came after so many others that they are only counted
 * @param transitions which it may touch
 * @param refused how often it was refused
 * @param passed how often it was passed through as it is
 * @param diverging how many of those may have written one column while both are kept
 * @param first when it came first
 * @param last when it came last
 */
public record UnprovenStatement(
    Problem problem,
    @Nullable String statement,
    List<Transition> transitions,
    long refused,
    long passed,
    long diverging,
    Instant first,
    Instant last) {

  public UnprovenStatement {
    transitions = List.copyOf(transitions);
  }
}
