package dev.crossfade.gate;

import java.util.ArrayList;
import java.util.List;

/** Asks every rule. Stateless. */
public final class Gate {

  private Gate() {}

  /** Judges. A rule that fails holds: what could not be judged can not pass. */
  public static Verdict judge(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : Rules.ALL) {
      findings.add(judge(rule, evidence));
    }
    return new Verdict(evidence, findings);
  }

  private static Finding judge(Rule rule, Evidence evidence) {
    try {
      return rule.judge(evidence);
    } catch (RuntimeException e) {
      return Finding.of(
          rule.id(),
          List.of(
              new Reason(
                  "The rule could not judge this evidence.",
                  rule.id() + ": " + e.getClass().getName() + at(e),
                  "a rule that fails says nothing about the column",
                  "report this as a bug of the gate, with the reports if you can")),
          "");
    }
  }

  private static String at(RuntimeException e) {
    StackTraceElement[] frames = e.getStackTrace();
    return frames.length == 0 ? "" : " at " + frames[0];
  }
}
