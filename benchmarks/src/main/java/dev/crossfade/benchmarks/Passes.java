package dev.crossfade.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
 * One round over all benchmarks that were asked for, grouped by how their JVMs must be started and
 * what they can run on, which JMH's annotations can not say.
 */
final class Passes {

  private static final String COLD = "FirstStatementBenchmark";
  private static final String AGENT = "AgentBenchmark";
  private static final String POOL = "BorrowBenchmark";
  private static final String TRIGGER = "Trigger(Batch)?Benchmark";
  private static final String PEER = "PeerBenchmark";

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
    results.addAll(
        run(
            warm("\\.(" + String.join("|", COLD, AGENT, POOL, TRIGGER, PEER) + ")\\."),
            jvmArguments));
    if (isOnPgjdbc()) {
      results.addAll(run(warm(except(POOL)).param("server", onPgjdbc()), jvmArguments));
    }
    String[] withPeers = asked(Server.STUB, Server.POSTGRES);
    if (withPeers.length > 0) {
      results.addAll(run(warm(except(PEER)).param("server", withPeers), jvmArguments));
    }
    if (arguments.mayNeed(Server.POSTGRES)) {
      results.addAll(run(warm(except(TRIGGER)).param("server", "POSTGRES"), jvmArguments));
    }
    ChainedOptionsBuilder cold = builder(except(COLD));
    results.addAll(run(cold.warmupIterations(0).measurementIterations(1), jvmArguments));
    return results;
  }

  /** Whether any of the servers asked for is reached through pgjdbc. */
  boolean isOnPgjdbc() {
    return onPgjdbc().length > 0;
  }

  /** Those of the servers asked for that are reached through pgjdbc. */
  private String[] onPgjdbc() {
    return asked(Server.MEMORY, Server.POSTGRES);
  }

  private String[] asked(Server... servers) {
    return Arrays.stream(servers)
        .filter(arguments::mayNeed)
        .map(Server::name)
        .toArray(String[]::new);
  }

  /** Whether the agent is to be measured. */
  boolean isAgentAskedFor() {
    List<String> excluded = new ArrayList<>(arguments.jmh().getExcludes());
    excluded.add(except(AGENT));
    return !BenchmarkList.defaultList()
        .find(output, arguments.jmh().getIncludes(), excluded)
        .isEmpty();
  }

  /** The agent's baseline. */
  Collection<RunResult> agentBaseline() throws RunnerException {
    return run(agent("NONE"), jvmArguments);
  }

  /** The agent's own, reporting into {@code reports}. */
  Collection<RunResult> agentAttached(Path jar, Path reports) throws RunnerException {
    List<String> attached = new ArrayList<>(jvmArguments);
    // Properties, because a comma would end a value among the agent's own arguments.
    attached.add("-Dcrossfade.agent.service=benchmarks");
    attached.add("-Dcrossfade.agent.reports=" + reports);
    attached.add("-Dcrossfade.agent.track=" + Tables.RENAME.tracked());
    attached.add("-javaagent:" + jar);
    return run(agent("ATTACHED"), attached);
  }

  private ChainedOptionsBuilder agent(String attached) {
    return warm(except(AGENT)).param("server", onPgjdbc()).param("agent", attached);
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
        new OptionsBuilder().parent(written).shouldFailOnError(false).exclude(excluded);
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
