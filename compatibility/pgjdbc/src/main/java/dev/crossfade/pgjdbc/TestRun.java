package dev.crossfade.pgjdbc;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The JVM that runs the suite, one way: {@code TestRun <results> <classes directory> [class …]}.
 */
public final class TestRun implements TestExecutionListener {

  private final BufferedWriter results;
  private final Map<String, Long> openedBefore = new ConcurrentHashMap<>();

  private TestRun(BufferedWriter results) {
    this.results = results;
  }

  public static void main(String[] arguments) throws IOException {
    List<DiscoverySelector> selectors = new ArrayList<>();
    for (String name : Arrays.asList(arguments).subList(2, arguments.length)) {
      selectors.add(DiscoverySelectors.selectClass(name));
    }
    if (selectors.isEmpty()) {
      selectors.addAll(
          DiscoverySelectors.selectClasspathRoots(java.util.Set.of(Path.of(arguments[1]))));
    }
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectors)
            .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
            .configurationParameter("junit.jupiter.execution.timeout.default", "5 m")
            .build();
    Launcher launcher = LauncherFactory.create();
    try (BufferedWriter results = Files.newBufferedWriter(Path.of(arguments[0]))) {
      launcher.execute(request, new TestRun(results));
    }
    // The suite leaves threads behind.
    System.exit(0);
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    openedBefore.put(test.getUniqueId(), Redirect.opened());
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    write(test, Outcome.Status.SKIPPED, false, reason);
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    Outcome.Status status =
        switch (result.getStatus()) {
          case SUCCESSFUL -> Outcome.Status.PASSED;
          case ABORTED -> Outcome.Status.SKIPPED;
          case FAILED -> Outcome.Status.FAILED;
        };
    if (test.isTest() || status != Outcome.Status.PASSED) {
      Long before = openedBefore.remove(test.getUniqueId());
      boolean opened = before != null && Redirect.opened() > before;
      write(test, status, opened, result.getThrowable().map(TestRun::describe).orElse(""));
    }
  }

  private static String describe(Throwable failure) {
    StringBuilder text = new StringBuilder(failure.toString());
    for (StackTraceElement element : failure.getStackTrace()) {
      if (element.getClassName().startsWith("org.postgresql.")
          || element.getClassName().startsWith("dev.crossfade.")) {
        text.append(" <- ").append(element);
      }
    }
    return text.substring(0, Math.min(text.length(), 2000));
  }

  private synchronized void write(
      TestIdentifier test, Outcome.Status status, boolean opened, String message) {
    try {
      results.write(new Outcome(test.getUniqueId(), status, opened, message).line());
      results.newLine();
      results.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
