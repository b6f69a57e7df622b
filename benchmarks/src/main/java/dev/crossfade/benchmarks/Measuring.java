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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

  private static final String ONLY_STUB =
      "AgentBenchmark and BorrowBenchmark measure pgjdbc, which STUB is not.";

  private final Arguments arguments;
  private final @Nullable Path agent;
  private final PrintStream out;
  private final Progress progress;
  private final List<RunResult> results = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private boolean doubtful;

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
    new Comparison(Measured.merge(results)).print(out);
    out.println();
    notes.forEach(out::println);
    if (results.isEmpty()) {
      out.println("Nothing was measured.");
      return false;
    }
    out.println("Results: " + file());
    describeLoad(loadBefore);
    if (progress.failed() > 0) {
      out.printf("%d measurements FAILED, see above.%n", progress.failed());
    }
    return !doubtful && progress.failed() == 0;
  }

  private void rounds(Passes passes) throws RunnerException, IOException {
    for (int round = 1; round <= arguments.rounds(); round++) {
      if (arguments.rounds() > 1) {
        out.printf("Round %d of %d%n", round, arguments.rounds());
      }
      results.addAll(passes.withoutAgent());
      if (!passes.isOnPgjdbc()) {
        notes.add(ONLY_STUB);
      } else if (passes.isAgentAskedFor()) {
        measureAgent(passes);
      }
      save();
    }
  }

  private void measureAgent(Passes passes) throws RunnerException, IOException {
    if (agent == null) {
      notes.add(NO_AGENT);
      return;
    }
    Collection<RunResult> baseline = passes.agentBaseline();
    try (AgentReports reports = AgentReports.temporary()) {
      Collection<RunResult> attached = passes.agentAttached(agent, reports.directory());
      String doubt =
          reports.doubt(
              attached.stream().anyMatch(r -> r.getParams().getBenchmark().contains(".tracked")));
      if (doubt != null) {
        // Figures without an agent at work would look like a good result.
        notes.add("AgentBenchmark is left out: " + doubt);
        doubtful = true;
        return;
      }
      results.addAll(baseline);
      results.addAll(attached);
    }
  }

  private static void dropTables(String url) throws SQLException {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setURL(url);
    Tables.drop(dataSource);
  }

  /** Writes what there is after each round, so that one that is interrupted is not lost. */
  private void save() throws IOException {
    if (results.isEmpty()) {
      return;
    }
    ResultFormatType format = arguments.jmh().getResultFormat().orElse(ResultFormatType.JSON);
    try (PrintStream written =
        new PrintStream(Files.newOutputStream(file()), false, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(format, written)
          .writeOut(Measured.merge(results).stream().map(Measured::toRunResult).toList());
    }
  }

  private Path file() {
    return arguments.jmh().getResult().hasValue()
        ? Path.of(arguments.jmh().getResult().get()).toAbsolutePath()
        : AgentJar.target().resolve("benchmark-results.json");
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
