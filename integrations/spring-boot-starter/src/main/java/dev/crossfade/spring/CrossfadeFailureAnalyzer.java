package dev.crossfade.spring;

import dev.crossfade.jdbc.CrossfadeSqlException;
import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/**
 * Shows a {@link Problem} that stopped the start as Spring Boot's report instead of a stack trace.
 */
final class CrossfadeFailureAnalyzer implements FailureAnalyzer {

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CrossfadeException told) {
        return analysis(told.problem(), cause);
      }
      if (cause instanceof CrossfadeSqlException refused) {
        return analysis(refused.problem(), cause);
      }
    }
    return null;
  }

  private static FailureAnalysis analysis(Problem problem, Throwable cause) {
    String description =
        "["
            + problem.id()
            + "] "
            + problem.message()
            + "\n\n    where: "
            + problem.where()
            + "\n    why:   "
            + problem.why();
    String action = problem.remedy() + "\n\n    see: docs/problems/" + problem.id() + ".md";
    return new FailureAnalysis(description, action, cause);
  }
}
