package dev.crossfade.migrate;

import dev.crossfade.model.CrossfadeException;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Tells, while a statement waits for a lock, who holds it. One thread; closed with the statement.
 */
final class BlockerWatch implements AutoCloseable {

  private static final long PERIOD_MILLIS = 200;

  private final Connection connection;
  private final int pid;
  private final Progress progress;
  private final ScheduledExecutorService clock;
  private volatile List<Blocker> latest = List.of();
  private List<Integer> told = List.of();

  BlockerWatch(Connection connection, int pid, Progress progress) {
    this.connection = connection;
    this.pid = pid;
    this.progress = progress;
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "crossfade-blockers");
              thread.setDaemon(true);
              return thread;
            });
    var unused =
        clock.scheduleWithFixedDelay(
            this::look, PERIOD_MILLIS / 2, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Who was waited for when it was last looked. */
  List<Blocker> latest() {
    return latest;
  }

  private void look() {
    try {
      List<Blocker> blockers = Blocker.of(connection, pid);
      if (blockers.isEmpty()) {
        return;
      }
      latest = blockers;
      List<Integer> pids = blockers.stream().map(Blocker::pid).toList();
      if (!pids.equals(told)) {
        told = pids;
        blockers.forEach(blocker -> progress.line("    waiting for " + blocker.describe()));
      }
    } catch (CrossfadeException e) {
      // Showing blockers is a courtesy: without it the statement still has its limits.
      progress.line("    who blocks can not be shown: " + e.problem().why());
      clock.shutdown();
    }
  }

  @Override
  public void close() {
    clock.shutdown();
    try {
      // The connection is shared with the next statement's watch: wait for the last look.
      if (!clock.awaitTermination(5, TimeUnit.SECONDS)) {
        clock.shutdownNow();
      }
    } catch (InterruptedException e) {
      clock.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
