package dev.crossfade.benchmarks;

/** Who keeps both columns the same. */
public enum Sync {
  /** A trigger in plpgsql that carries a write of either column over: the baseline. */
  TRIGGER,

  /** The application's own statement, which names both columns. */
  BY_HAND,

  /** The application's statement, which names one, through the proxy. */
  PROXY
}
