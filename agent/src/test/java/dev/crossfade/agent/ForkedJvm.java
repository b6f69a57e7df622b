package dev.crossfade.agent;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A JVM with the packaged agent, on one of the JDKs that the tests are told of. */
final class ForkedJvm {

  private final Path jdk;
  private final List<String> jvmOptions = new ArrayList<>();
  private final Map<String, String> environment = new java.util.TreeMap<>();
  private String classPath =
      path(com.acme.Workload.class) + File.pathSeparator + path(org.postgresql.Driver.class);

  ForkedJvm(Path jdk) {
    this.jdk = jdk;
  }

  /** The JDK that runs the tests and, if one is named, the other. */
  static Stream<Path> jdks() {
    List<Path> homes = new ArrayList<>();
    homes.add(Path.of(System.getProperty("java.home")));
    String other = System.getProperty("crossfade.otherJdk", "");
    if (!other.isBlank()) {
      homes.add(Path.of(other));
    }
    return homes.stream();
  }

  static Path agentJar() {
    return Path.of(System.getProperty("crossfade.agentJar"));
  }

  static String path(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  ForkedJvm agent(String options) {
    jvmOptions.add("-javaagent:" + agentJar() + "=" + options);
    return this;
  }

  ForkedJvm option(String option) {
    jvmOptions.add(option);
    return this;
  }

  ForkedJvm environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  ForkedJvm classPath(String... entries) {
    classPath = String.join(File.pathSeparator, entries);
    return this;
  }

  /** What a JVM left behind. */
  record Outcome(int exit, String output) {}

  Outcome run(Class<?> main, String... arguments) {
    try {
      Process process = start(main, arguments);
      String output = new String(process.getInputStream().readAllBytes());
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("still running: " + output);
      }
      return new Outcome(process.exitValue(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  Process start(Class<?> main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(jdk.resolve("bin/java").toString());
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", classPath, main.getName()));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Reads the process's output up to a line, and fails if it ends before. */
  static void awaitLine(Process process, String line) throws IOException {
    BufferedReader output = process.inputReader();
    StringBuilder seen = new StringBuilder();
    for (String read = output.readLine(); read != null; read = output.readLine()) {
      if (read.equals(line)) {
        return;
      }
      seen.append(read).append('\n');
    }
    throw new AssertionError("ended without \"" + line + "\":\n" + seen);
  }
}
