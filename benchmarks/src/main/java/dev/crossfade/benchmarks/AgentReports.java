package dev.crossfade.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the attached agents reported: the proof that they were at work while they were measured.
 *
 * @param directory where they wrote to; deleted by {@link #close}
 */
record AgentReports(Path directory) implements AutoCloseable {

  static AgentReports temporary() throws IOException {
    return new AgentReports(Files.createTempDirectory("crossfade-benchmarks"));
  }

  /** Fails unless each agent was hooked in and the tracked statements were counted. */
  void requireUse() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : files()) {
      lines.addAll(Files.readAllLines(file));
    }
    if (lines.stream().noneMatch(line -> line.contains("\"type\":\"tracked\""))) {
      throw new IllegalStateException("The agent reported nothing: what was measured is not it.");
    }
    for (String line : lines) {
      if (line.contains("\"hook-failed\"")) {
        throw new IllegalStateException("The agent was not at work as it should: " + line);
      }
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  @Override
  public void close() throws IOException {
    for (Path file : files()) {
      Files.delete(file);
    }
    Files.delete(directory);
  }
}
