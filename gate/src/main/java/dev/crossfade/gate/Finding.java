package dev.crossfade.gate;

import java.util.List;

/**
 * What one rule found. Immutable.
 *
 * @param rule the rule's id, also the name of its page in {@code docs/rules}
 * @param outcome what it says
 * @param summary half a line for the table
 * @param reasons why it holds; empty unless it does
 * @param notes what the operator should know and what does not hold
 */
public record Finding(
    String rule, Outcome outcome, String summary, List<Reason> reasons, List<String> notes) {

  public Finding {
    reasons = List.copyOf(reasons);
    notes = List.copyOf(notes);
    if ((outcome == Outcome.HOLD) == reasons.isEmpty()) {
      throw new IllegalArgumentException("a rule holds exactly if it has a reason: " + rule);
    }
  }

  /** Holds if there is a reason, else passes with {@code clear} as its summary. */
  static Finding of(String rule, List<Reason> reasons, List<String> notes, String clear) {
    return reasons.isEmpty()
        ? new Finding(rule, Outcome.PASS, clear, reasons, notes)
        : new Finding(
            rule,
            Outcome.HOLD,
            reasons.get(0).message()
                + (reasons.size() > 1 ? " (+" + (reasons.size() - 1) + ")" : ""),
            reasons,
            notes);
  }

  static Finding of(String rule, List<Reason> reasons, String clear) {
    return of(rule, reasons, List.of(), clear);
  }

  static Finding notAsked(String rule, String why) {
    return new Finding(rule, Outcome.NOT_ASKED, why, List.of(), List.of());
  }
}
