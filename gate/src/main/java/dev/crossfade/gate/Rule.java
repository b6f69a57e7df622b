package dev.crossfade.gate;

/**
 * One check of the gate. A new rule is one class, one line in {@link Rules}, one test and one page
 * {@code docs/rules/<id>.md}. Implementations are stateless.
 */
interface Rule {

  /** The slug that never changes. */
  String id();

  /** Judges; holds wherever the evidence does not show that nothing needs the column. */
  Finding judge(Evidence evidence);
}
