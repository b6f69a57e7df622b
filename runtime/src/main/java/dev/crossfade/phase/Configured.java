package dev.crossfade.phase;

import dev.crossfade.model.Strictness;

/**
 * A framework's hold on the settings of this JVM, see {@link PhaseConfig#configure}. As long as it
 * is open nobody can configure them otherwise. Thread-safe.
 */
public final class Configured implements AutoCloseable {

  private final PhaseConfig config;
  private boolean closed;

  Configured(PhaseConfig config) {
    this.config = config;
  }

  /** The live phases of the JVM. */
  public Phases phases() {
    return config.phases();
  }

  /** How strict the JVM is. */
  public Strictness strictness() {
    return config.ownStrictness();
  }

  /**
   * Lets others configure. The phases stay live until somebody does: a thread that still works must
   * not fall back to the phases of the annotations.
   */
  @Override
  public void close() {
    synchronized (PhaseConfig.class) {
      if (!closed) {
        closed = true;
        config.release();
      }
    }
  }
}
