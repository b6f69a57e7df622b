package dev.crossfade.agent.report;

import dev.crossfade.agent.usage.BlindSpots;
import dev.crossfade.agent.usage.Blindness;
import dev.crossfade.agent.usage.Recorder;
import dev.crossfade.model.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Renews the report every few seconds on one daemon thread, and at exit. A report that can not be
 * written is counted, told once and tried again; nobody waits for it but, at exit, for at most
 * {@value #EXIT_SECONDS} seconds.
 */
public final class Reporter {

  private static final int EXIT_SECONDS = 3;

  /** While the JVM's other shutdown hooks run, they may still execute statements. */
  private static final long EXIT_PAUSE_MILLIS = 50;

  private final Path directory;
  private final Recorder recorder;
  private final BlindSpots blindSpots;
  private final LongSupplier clock;
  private final ReportText text = new ReportText();
  private final CountDownLatch ending = new CountDownLatch(1);
  private final CountDownLatch goodbye = new CountDownLatch(1);

  private Identity identity;
  private @Nullable ReportFile file;
  private byte[] written = {};
  private long sequence;
  private boolean told;

  public Reporter(
      Identity identity,
      Path directory,
      Recorder recorder,
      BlindSpots blindSpots,
      LongSupplier clock) {
    this.identity = identity;
    this.directory = directory;
    this.recorder = recorder;
    this.blindSpots = blindSpots;
    this.clock = clock;
  }

  /** Starts the thread, after which the report soon exists, and registers the exit. */
  public void start() {
    Thread thread = new Thread(null, this::run, "crossfade-agent", 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(null, this::end, "crossfade-agent-exit", 0, false));
  }

  private void run() {
    recorder.discover(ClassLoader.getSystemClassLoader());
    flush(false);
    boolean exit = false;
    while (!exit) {
      try {
        exit = ending.await(identity.flushSeconds(), TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        return;
      }
      flush(exit);
    }
    goodbye.countDown();
    while (true) {
      try {
        Thread.sleep(EXIT_PAUSE_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
      flush(true);
    }
  }

  private void end() {
    ending.countDown();
    try {
      goodbye.await(EXIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Renews the report; at exit only if something has happened since. */
  private void flush(boolean ended) {
    try {
      ReportFile claimed = claim();
      byte[] body = text.body(identity, recorder, blindSpots);
      if (ended && goodbye.getCount() == 0 && Arrays.equals(body, written)) {
        return;
      }
      claimed.replace(body, text.end(clock.getAsLong(), sequence + 1, ended));
      sequence++;
      written = body;
      told = false;
    } catch (IOException | RuntimeException | Error e) {
      blindSpots.saw(Blindness.FLUSH_FAILED, e.getClass().getName());
      tell(e);
    }
  }

  /** Once until it works again: a full disk must not fill the log too. */
  private void tell(Throwable failure) {
    if (told) {
      return;
    }
    told = true;
    Problem problem =
        new Problem(
            "report-not-written",
            "The agent can not write its report.",
            directory.toString(),
            failure.getClass().getSimpleName() + "; to the gate this service is silent",
            "let this process write there; it tries again every "
                + identity.flushSeconds()
                + " s, and the application is not affected");
    System.err.println("crossfade-agent: " + problem.render());
  }

  private ReportFile claim() throws IOException {
    ReportFile claimed = file;
    if (claimed == null) {
      claimed = ReportFile.claim(directory, identity.service(), identity.instance());
      file = claimed;
      identity = identity.withInstance(claimed.instance());
    }
    return claimed;
  }
}
