package dev.crossfade.compatibility.pgbouncer;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips what can not run, and says so. */
final class WherePgBouncerIs implements ExecutionCondition {

  private static final String MISSING =
      "PgBouncer is not installed, and what goes through it is not tested: apt-get install pgbouncer";

  private static boolean said;

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (PgBouncer.isInstalled()) {
      return ConditionEvaluationResult.enabled("PgBouncer is installed");
    }
    if (!said) {
      said = true;
      System.out.println(MISSING);
    }
    return ConditionEvaluationResult.disabled(MISSING);
  }
}
