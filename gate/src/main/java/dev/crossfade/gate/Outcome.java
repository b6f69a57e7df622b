package dev.crossfade.gate;

/** What a rule says. */
public enum Outcome {
  /** Nothing this rule looks at needs the column. */
  PASS,
  /** Something may still need the column, or could not be seen. */
  HOLD,
  /** The operator did not ask: the option that the rule judges by was not given. */
  NOT_ASKED
}
