package dev.crossfade.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar, run as its user runs it, for as short as can be. */
class MainIT {

  @TempDir Path directory;

  private record Run(int exit, String output) {}

  @Test
  void theAgentIsAttachedToForksAndComparedWithNone() throws Exception {
    Path results = directory.resolve("results.json");

    Run run =
        run("-p", "server=MEMORY", "-rff", results.toString(), "AgentBenchmark.trackedSelect");

    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(run.output())
        .containsPattern("trackedSelect +MEMORY +NONE ")
        .containsPattern("trackedSelect +MEMORY +ATTACHED .*×");
    assertThat(results).content().contains("\"agent\" : \"ATTACHED\"");
  }

  @Test
  void whatIsNoAgentIsRefused() throws Exception {
    Path jar = Files.createFile(directory.resolve("crossfade-agent-empty.jar"));

    assertThat(run("--agent", jar.toString()).exit()).isEqualTo(2);
  }

  @Test
  void nothingMeasuredIsNoSuccess() throws Exception {
    Run run = run("-p", "server=STUB", "AgentBenchmark");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.output()).contains("Nothing was measured").contains("STUB");
  }

  private Run run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djmh.ignoreLock=true");
    command.add("-jar");
    command.add(System.getProperty("crossfade.benchmarksJar"));
    command.addAll(List.of("-f", "1", "-wi", "0", "-i", "1", "-r", "10ms"));
    command.addAll(List.of(arguments));
    Path output = directory.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    if (!ended) {
      process.destroyForcibly();
    }
    String printed = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(ended).as(printed).isTrue();
    return new Run(process.exitValue(), printed);
  }
}
