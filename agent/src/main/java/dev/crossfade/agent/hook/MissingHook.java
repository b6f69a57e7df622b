package dev.crossfade.agent.hook;

/** A driver's class lacks the method that the agent listens at: another version of the driver. */
final class MissingHook extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MissingHook(String message) {
    super(message);
  }
}
