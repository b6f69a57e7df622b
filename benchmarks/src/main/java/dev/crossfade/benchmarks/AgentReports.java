package dev.crossfade.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the attached agents reported: the proof that they were at work while they were measured.
 *
 * @param directory where they wrote to; deleted by {@link #close}
 */
record AgentReports(Path directory) implements AutoCloseable {

  static AgentReports temporary() throws IOException {
    return new AgentReports(Files.createTempDirectory("crossfade-benchmarks"));
  }

  /**
   * Why what was measured may not be agents at work, or null if it is.
   *
   * @param someTracked whether a statement that uses a tracked column was among it
   */
  @Nullable String doubt(boolean someTracked) throws IOException {
    boolean watching = false;
    boolean counting = false;
    for (Path file : files()) {
      for (String line : Files.readAllLines(file)) {
        watching |= line.contains("\"type\":\"tracked\"");
        counting |= line.contains("\"type\":\"usage\"");
        if (line.contains("\"hook-failed\"")) {
          return "its agent says " + line;
        }
      }
    }
    if (!watching) {
      return "no agent reported a tracked column.";
    }
    return someTracked && !counting ? "no agent reported a use." : null;
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
