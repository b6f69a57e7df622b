package dev.crossfade.cli;

import dev.crossfade.migrate.DdlPolicy;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How long a change of the schema may stand in others' way. */
final class DdlOptions {

  @Option(
      names = "--lock-timeout",
      paramLabel = "DURATION",
      converter = Durations.class,
      defaultValue = "5s",
      description = "How long one attempt may wait for its lock (default: ${DEFAULT-VALUE}).")
  Duration lockTimeout = Duration.ofSeconds(5);

  @Option(
      names = "--max-wait",
      paramLabel = "DURATION",
      converter = Durations.class,
      defaultValue = "15m",
      description = "How long one step is tried altogether (default: ${DEFAULT-VALUE}).")
  Duration longestWait = Duration.ofMinutes(15);

  DdlPolicy policy() {
    return DdlPolicy.DEFAULT.with(
        Durations.positive(lockTimeout, "--lock-timeout"),
        Durations.positive(longestWait, "--max-wait"));
  }
}
