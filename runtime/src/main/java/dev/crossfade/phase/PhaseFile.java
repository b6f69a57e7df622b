package dev.crossfade.phase;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Problem;
import dev.crossfade.model.Transition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Follows a phases file: one daemon thread reads it at an interval and applies what changed. It
 * compares contents rather than times, because an edit within a file system's time step, or a
 * Kubernetes ConfigMap that swaps a link, would otherwise be missed.
 */
final class PhaseFile implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger("dev.crossfade.phase");

  private final Path location;
  private final Phases phases;
  private final CountDownLatch closed = new CountDownLatch(1);
  private String applied;
  private @Nullable String refused;
  private @Nullable String logged;

  private PhaseFile(Path location, String applied, Phases phases) {
    this.location = location;
    this.applied = applied;
    this.phases = phases;
  }

  static PhaseFile follow(Path location, String content, Phases phases, Duration interval) {
    PhaseFile file = new PhaseFile(location, content, phases);
    Thread thread = new Thread(() -> file.run(interval), "crossfade-phases");
    thread.setDaemon(true);
    // A class loader held by this thread could never be unloaded by an application server.
    thread.setContextClassLoader(null);
    thread.start();
    return file;
  }

  static String read(Path location) {
    try {
      return Files.readString(location);
    } catch (IOException e) {
      throw new CrossfadeException(
          new Problem(
              "phases-file-unreadable",
              "The phases file can not be read: " + e.getClass().getSimpleName() + ".",
              location.toString(),
              "without it nobody knows which phase this service is meant to be in",
              "create the file, or correct crossfade.phases.file or CROSSFADE_PHASES_FILE"),
          e);
    }
  }

  private void run(Duration interval) {
    try {
      while (!closed.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
        poll();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void poll() {
    String content = null;
    try {
      content = read(location);
      if (!content.equals(applied)) {
        apply(content);
        applied = content;
      }
      refused = null;
      logged = null;
    } catch (CrossfadeException e) {
      refuse(content == null ? "" : content, e.problem());
    } catch (RuntimeException e) {
      refuse(
          e.toString(),
          new Problem(
              "phases-file-unreadable",
              "The phases file could not be applied: " + e,
              location.toString(),
              "the phases stay as they are",
              "correct the file"));
    }
  }

  /** All entries or none: an editor's half-written file must not move the first of two. */
  private void apply(String content) {
    Map<Transition, Phase> entries =
        PhaseEntries.ofFile(phases.transitions(), content, location.toString());
    phases.moveAll(entries);
    LOG.log(System.Logger.Level.INFO, "Phases from {0}: {1}", location, phases.snapshot());
  }

  /** Logs once, and only what is still there at the next look: a file may be half written. */
  private void refuse(String content, Problem problem) {
    String what = problem.id() + content;
    if (what.equals(refused) && !what.equals(logged)) {
      logged = what;
      LOG.log(
          System.Logger.Level.WARNING,
          "The phases stay {0}.\n{1}",
          phases.snapshot(),
          problem.render());
    }
    refused = what;
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
