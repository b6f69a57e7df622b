package dev.crossfade.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * One round over all benchmarks that were asked for, in the three ways in which their JVMs must be
 * started: as usual, cold, and with the agent. JMH's annotations know no computed argument.
 */
final class Passes {

  private static final String COLD = "FirstStatementBenchmark";
  private static final String AGENT = "AgentBenchmark";

  private final Arguments arguments;
  private final OutputFormat output;
  private final List<String> jvmArguments = new ArrayList<>();

  /**
   * @param url the PostgreSQL that all forks use, or null if none does
   */
  Passes(Arguments arguments, @Nullable String url, OutputFormat output) {
    this.arguments = arguments;
    this.output = output;
    if (arguments.jmh().getJvmArgsAppend().hasValue()) {
      jvmArguments.addAll(arguments.jmh().getJvmArgsAppend().get());
    }
    if (url != null) {
      jvmArguments.add("-D" + PostgresServer.PROPERTY + "=" + url);
    }
  }

  /** Everything but the agent's. */
  Collection<RunResult> withoutAgent() throws RunnerException {
    Collection<RunResult> results = new ArrayList<>();
    results.addAll(run(warm("\\.(" + COLD + "|" + AGENT + ")\\."), jvmArguments));
    results.addAll(run(builder(except(COLD)).warmupIterations(0).measurementIterations(1), jvmArguments));
    return results;
  }

  boolean isAgentAskedFor() {
    List<String> excluded = new ArrayList<>(arguments.jmh().getExcludes());
    excluded.add(except(AGENT));
    return !BenchmarkList.defaultList()
        .find(output, arguments.jmh().getIncludes(), excluded)
        .isEmpty();
  }

  /** The agent's baseline. */
  Collection<RunResult> agentBaseline() throws RunnerException {
    return run(warm(except(AGENT)).param("agent", "NONE"), jvmArguments);
  }

  /** The agent's own, reporting into {@code reports}. */
  Collection<RunResult> agentAttached(Path jar, Path reports) throws RunnerException {
    List<String> attached = new ArrayList<>(jvmArguments);
    // Properties, because a comma would end a value among the agent's own arguments.
    attached.add("-Dcrossfade.agent.service=benchmarks");
    attached.add("-Dcrossfade.agent.reports=" + reports);
    attached.add("-Dcrossfade.agent.track=" + Tables.RENAME.tracked());
    attached.add("-javaagent:" + jar);
    return run(warm(except(AGENT)).param("agent", "ATTACHED"), attached);
  }

  /** A pattern that excludes every class but one. */
  private static String except(String benchmarkClass) {
    return "^(?!.*\\." + benchmarkClass + "\\.)";
  }

  private ChainedOptionsBuilder warm(String excluded) {
    CommandLineOptions written = arguments.jmh();
    ChainedOptionsBuilder builder = builder(excluded);
    if (arguments.quick()) {
      if (!written.getWarmupIterations().hasValue()) {
        builder.warmupIterations(1);
      }
      if (!written.getMeasurementIterations().hasValue()) {
        builder.measurementIterations(2);
      }
      if (!written.getWarmupTime().hasValue()) {
        builder.warmupTime(TimeValue.milliseconds(300));
      }
      if (!written.getMeasurementTime().hasValue()) {
        builder.measurementTime(TimeValue.milliseconds(300));
      }
    }
    return builder;
  }

  private ChainedOptionsBuilder builder(String excluded) {
    CommandLineOptions written = arguments.jmh();
    ChainedOptionsBuilder builder =
        new OptionsBuilder().parent(written).shouldFailOnError(true).exclude(excluded);
    written.getExcludes().forEach(builder::exclude);
    if (!written.getForkCount().hasValue()) {
      // What the rounds are for.
      builder.forks(1);
    }
    return builder;
  }

  private Collection<RunResult> run(ChainedOptionsBuilder builder, List<String> jvmArguments)
      throws RunnerException {
    builder.jvmArgsAppend(jvmArguments.toArray(String[]::new));
    try {
      return new Runner(builder.build(), output).run();
    } catch (NoBenchmarksException none) {
      return List.of();
    }
  }
}
