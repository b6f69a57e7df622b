package dev.crossfade.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * One version of one application, running as a JVM of its own. What it prints goes to a log file
 * and can be waited for. Thread-safe.
 */
final class Application {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String name;
  private final Path log;
  private final Process process;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Thread reader;
  private volatile boolean killed;

  private Application(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
    this.reader = new Thread(this::read, "log of " + name);
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts one.
   *
   * @param name its name in messages: {@code web 1}
   * @param phases the phases file that its environment names
   */
  static Application start(String name, Path log, List<String> command, Path phases)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("CROSSFADE_PHASES_FILE", phases.toString());
    return new Application(name, log, builder.start());
  }

  private void read() {
    try (BufferedReader output = process.inputReader();
        PrintWriter file = new PrintWriter(Files.newBufferedWriter(log), true)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        file.println(line);
        synchronized (lines) {
          lines.add(line);
          lines.notifyAll();
        }
      }
    } catch (IOException e) {
      // Killing it closes the stream in the middle of a read.
      if (!killed) {
        throw new UncheckedIOException(e);
      }
    } finally {
      synchronized (lines) {
        lines.notifyAll();
      }
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What it has printed so far. */
  List<String> lines() {
    return new ArrayList<>(lines);
  }

  /**
   * The first line that is wanted, waited for.
   *
   * @throws IllegalStateException if the process ends, or a minute passes, without it
   */
  String awaitLine(String what, Predicate<String> wanted) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    synchronized (lines) {
      for (int at = 0; ; ) {
        for (; at < lines.size(); at++) {
          if (wanted.test(lines.get(at))) {
            return lines.get(at);
          }
        }
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0 || !reader.isAlive()) {
          throw new IllegalStateException(
              this + (left <= 0 ? " did not say " : " ended without saying ") + what + tail());
        }
        lines.wait(Math.min(left, 500));
      }
    }
  }

  /** The last lines of the log, for a message. */
  String tail() {
    ArrayDeque<String> last = new ArrayDeque<>();
    for (String line : lines) {
      if (last.size() == 15) {
        last.removeFirst();
      }
      last.addLast(line);
    }
    return ":\n    " + String.join("\n    ", last) + "\n    (all of it is in " + log + ")";
  }

  /** Asks it to end (SIGTERM) and waits until it has: its agent says goodbye in its report. */
  void stop() throws InterruptedException {
    process.destroy();
    await();
  }

  /** Kills it (SIGKILL): nothing in it gets to run any more. */
  void kill() throws InterruptedException {
    destroyForcibly();
    process.waitFor();
  }

  /** Kills it without waiting for its end. */
  void destroyForcibly() {
    killed = true;
    process.destroyForcibly();
  }

  /** Waits for its end; its exit code. */
  int await() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException(this + " did not end" + tail());
    }
    reader.join(PATIENCE.toMillis());
    return process.exitValue();
  }

  @Override
  public String toString() {
    return name;
  }
}
