package dev.crossfade.jdbc;

import dev.crossfade.model.Problem;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A statement that Crossfade refused; nothing of it was sent to the server. Its {@code SQLState} is
 * {@code 0A000} (feature not supported) unless said otherwise. Errors of the server are never
 * replaced by one of these.
 */
public final class CrossfadeSqlException extends SQLException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  CrossfadeSqlException(Problem problem) {
    this(problem, "0A000", null);
  }

  CrossfadeSqlException(Problem problem, String sqlState, @Nullable Throwable cause) {
    super(problem.render(), sqlState, cause);
    this.problem = problem;
  }

  /** What was refused, why, and what to do. */
  public Problem problem() {
    return problem;
  }
}
