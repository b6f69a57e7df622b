package dev.crossfade.agent.usage;

/** Names a failure without its message, which may quote a value. */
final class Failures {

  private Failures() {}

  static String describe(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return failure.getClass().getName()
        + (trace.length == 0
            ? ""
            : " at " + trace[0].getClassName() + "." + trace[0].getMethodName());
  }
}
