package dev.crossfade.model;

/**
 * A {@link Problem} thrown: the one unchecked exception that Crossfade's own code raises for a
 * person to act on.
 */
public final class CrossfadeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public CrossfadeException(Problem problem) {
    super(problem.render());
    this.problem = problem;
  }

  public CrossfadeException(Problem problem, Throwable cause) {
    super(problem.render(), cause);
    this.problem = problem;
  }

  /** What went wrong and what to do. */
  public Problem problem() {
    return problem;
  }
}
