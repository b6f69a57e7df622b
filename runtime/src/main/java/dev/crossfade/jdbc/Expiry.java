package dev.crossfade.jdbc;

import java.lang.ref.WeakReference;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends the trust in a look when its time is over, so that a statement compares references only: to
 * read the clock would cost it more than all else that the proxy does. One daemon thread, which
 * ends when nothing was looked at for a while.
 */
final class Expiry implements Runnable {

  private static final ScheduledThreadPoolExecutor CLOCK =
      new ScheduledThreadPoolExecutor(1, Expiry::thread);

  static {
    CLOCK.setKeepAliveTime(1, TimeUnit.SECONDS);
    CLOCK.allowCoreThreadTimeOut(true);
  }

  /** Weak, so that what nobody uses any more can go before its time is over. */
  private final WeakReference<PathCatalog> path;

  private Expiry(PathCatalog path) {
    this.path = new WeakReference<>(path);
  }

  static void in(long nanos, PathCatalog path) {
    CLOCK.schedule(new Expiry(path), Math.max(0, nanos), TimeUnit.NANOSECONDS);
  }

  @Override
  public void run() {
    PathCatalog living = path.get();
    if (living != null) {
      living.expire();
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(null, work, "crossfade-expiry", 0, false);
    thread.setDaemon(true);
    // The application's loader, which it would have from the thread that looks, could not unload.
    thread.setContextClassLoader(null);
    return thread;
  }
}
