package dev.crossfade.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.RunnerException;
import org.postgresql.ds.PGSimpleDataSource;

/** One run: rounds over all benchmarks, the results as JSON, the comparison, and what to doubt. */
final class Measuring {

  private static final String NO_AGENT =
      "AgentBenchmark was skipped: there is no agent to attach. Build it with"
          + " mvn -pl agent,benchmarks -am package -DskipTests, or name its jar by --agent.";

  private final Arguments arguments;
  private final @Nullable Path agent;
  private final PrintStream out;
  private final Progress progress;
  private final List<RunResult> results = new ArrayList<>();
  private boolean agentSkipped;

  /**
   * @param agent the agent's jar, or null if there is none
   */
  Measuring(Arguments arguments, @Nullable Path agent, PrintStream out) {
    this.arguments = arguments;
    this.agent = agent;
    this.out = out;
    this.progress = new Progress(out);
  }

  /** Measures and prints; false if nothing was measured or a benchmark failed. */
  boolean run() throws IOException, RunnerException, SQLException {
    double loadBefore = load();
    String url = arguments.url();
    if (url == null && arguments.mayNeed(Server.POSTGRES)) {
      url = PostgresServer.url();
    }
    try {
      rounds(new Passes(arguments, url, progress));
    } finally {
      if (arguments.url() != null) {
        dropTables(arguments.url());
      }
    }
    if (agentSkipped) {
      out.println(NO_AGENT);
    }
    if (results.isEmpty()) {
      out.println("Nothing was measured.");
      return false;
    }
    List<Measured> measured = Measured.merge(results);
    new Comparison(measured).print(out);
    Path file = save(measured);
    out.printf("%nResults: %s%n", file);
    describeLoad(loadBefore);
    if (progress.failed() > 0) {
      out.printf("%d measurements FAILED, see above.%n", progress.failed());
    }
    return progress.failed() == 0;
  }

  private void rounds(Passes passes) throws RunnerException, IOException {
    for (int round = 1; round <= arguments.rounds(); round++) {
      if (arguments.rounds() > 1) {
        out.printf("Round %d of %d%n", round, arguments.rounds());
      }
      results.addAll(passes.withoutAgent());
      if (passes.isAgentAskedFor()) {
        if (agent == null) {
          agentSkipped = true;
        } else {
          results.addAll(passes.agentBaseline());
          results.addAll(attached(passes, agent));
        }
      }
    }
  }

  private static Collection<RunResult> attached(Passes passes, Path agent)
      throws RunnerException, IOException {
    try (AgentReports reports = AgentReports.temporary()) {
      Collection<RunResult> results = passes.agentAttached(agent, reports.directory());
      reports.requireUse(
          results.stream().anyMatch(r -> r.getParams().getBenchmark().contains(".tracked")));
      return results;
    }
  }

  private static void dropTables(String url) throws SQLException {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setURL(url);
    Tables.drop(dataSource);
  }

  private Path save(List<Measured> measured) throws IOException {
    Path file =
        arguments.jmh().getResult().hasValue()
            ? Path.of(arguments.jmh().getResult().get()).toAbsolutePath()
            : AgentJar.target().resolve("benchmark-results.json");
    ResultFormatType format = arguments.jmh().getResultFormat().orElse(ResultFormatType.JSON);
    try (PrintStream written =
        new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(format, written)
          .writeOut(measured.stream().map(Measured::toRunResult).toList());
    }
    return file;
  }

  private void describeLoad(double before) {
    int processors = Runtime.getRuntime().availableProcessors();
    out.printf(
        Locale.ROOT,
        "Load average %.1f before and %.1f after, on %d processors, Java %s.%n",
        before,
        load(),
        processors,
        Runtime.version());
    if (before > processors * 0.5) {
      out.println("The machine was busy with something else: believe no difference here.");
    }
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
