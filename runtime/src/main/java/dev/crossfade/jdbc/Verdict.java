package dev.crossfade.jdbc;

/**
 * What is known of a text before it is parsed. Immutable.
 *
 * @param touches whether it may touch a table in transition, in any phase
 * @param effects what executing it may do to the session, see {@link Effects}
 */
record Verdict(boolean touches, int effects) {

  static final Verdict PASS = new Verdict(false, 0);

  static Verdict of(boolean touches, int effects) {
    return touches || effects != 0 ? new Verdict(touches, effects) : PASS;
  }

  /** Whether the statement goes to the driver as it is and nothing has to be done afterwards. */
  @SuppressWarnings("ReferenceEquality") // There is one PASS.
  boolean passes() {
    return this == PASS;
  }
}
