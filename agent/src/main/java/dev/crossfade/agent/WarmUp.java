package dev.crossfade.agent;

import dev.crossfade.agent.usage.Recorder;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Loads the SQL analysis on a thread of its own while the driver connects, so that the first
 * statement need not wait for it. A JVM that never loads a driver never does this.
 */
final class WarmUp implements Runnable {

  private final AtomicBoolean begun = new AtomicBoolean();
  private final Recorder recorder;

  WarmUp(Recorder recorder) {
    this.recorder = recorder;
  }

  @Override
  public void run() {
    if (begun.compareAndSet(false, true)) {
      Thread thread = new Thread(null, recorder::warmUp, "crossfade-agent-warm-up", 0, false);
      thread.setDaemon(true);
      thread.setContextClassLoader(null);
      thread.start();
    }
  }
}
