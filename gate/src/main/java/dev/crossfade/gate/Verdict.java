package dev.crossfade.gate;

import java.util.List;

/**
 * PASS or HOLD, with what every rule found. Immutable.
 *
 * @param evidence what it rests on
 * @param findings one a rule
 */
public record Verdict(Evidence evidence, List<Finding> findings) {

  public Verdict {
    findings = List.copyOf(findings);
  }

  /** PASS only if rules were asked and none holds. */
  public Outcome outcome() {
    boolean any = findings.stream().anyMatch(finding -> finding.outcome() == Outcome.PASS);
    boolean hold = findings.stream().anyMatch(finding -> finding.outcome() == Outcome.HOLD);
    return any && !hold ? Outcome.PASS : Outcome.HOLD;
  }

  public boolean passes() {
    return outcome() == Outcome.PASS;
  }
}
