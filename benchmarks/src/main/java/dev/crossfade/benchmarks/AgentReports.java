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

  /** Fails unless the agents were hooked in and, if some statement was tracked, counted it. */
  void requireUse(boolean someTracked) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : files()) {
      lines.addAll(Files.readAllLines(file));
    }
    require(lines, "tracked");
    if (someTracked) {
      require(lines, "usage");
    }
    for (String line : lines) {
      if (line.contains("\"hook-failed\"")) {
        throw new IllegalStateException("The agent was not at work as it should: " + line);
      }
    }
  }

  private static void require(List<String> lines, String type) {
    String wanted = "\"type\":\"" + type + "\"";
    if (lines.stream().noneMatch(line -> line.contains(wanted))) {
      throw new IllegalStateException(
          "No agent reported a line of type "
              + type
              + ": what was measured is not an agent's cost.");
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
