package dev.crossfade.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * The command line: our own options, and JMH's.
 *
 * @param quick whether less time is spent on each benchmark
 * @param rounds how often the whole set is run
 * @param agent the agent's jar, or null for the one beside this module
 * @param url a PostgreSQL to use, or null for an embedded one
 * @param jmh the rest
 * @param rest the same, as written
 */
record Arguments(
    boolean quick,
    int rounds,
    @Nullable Path agent,
    @Nullable String url,
    CommandLineOptions jmh,
    List<String> rest) {

  static final String USAGE =
      """
      java -jar benchmarks.jar [regex…] [options]

        regex         the benchmarks to run, by class or method; all by default
        --quick       0.9 seconds for each measurement in place of 2.5: a rough answer
        --rounds N    run the whole set N times, so that baseline and candidate take turns, and
                      show how far the rounds lie apart (1)
        --agent JAR   the agent for AgentBenchmark (../../agent/target/crossfade-agent-*.jar)
        --url URL     a PostgreSQL to use in place of an embedded one; the schema
                      crossfade_benchmarks in it is replaced, and dropped at the end

      and JMH's options, among them:

        -prof gc                    allocation per operation
        -p server=STUB,MEMORY       without PostgreSQL
        -f, -wi, -w, -i, -r         forks a round, warm-up and measured iterations and their time
        -rff FILE                   where the results go (benchmark-results.json beside the jar)
        -l, -lp, -h                 list the benchmarks, with parameters; all of JMH's options
      """;

  /**
   * @throws CommandLineOptionException if they can not be used, with a message for the user
   */
  static Arguments parse(String... written) throws CommandLineOptionException {
    boolean quick = false;
    int rounds = 1;
    Path agent = null;
    String url = null;
    List<String> rest = new ArrayList<>();
    for (int i = 0; i < written.length; i++) {
      switch (written[i]) {
        case "--quick" -> quick = true;
        case "--rounds" -> rounds = count(value(written, i++));
        case "--agent" -> agent = Path.of(value(written, i++));
        case "--url" -> url = value(written, i++);
        default -> rest.add(written[i]);
      }
    }
    CommandLineOptions jmh = new CommandLineOptions(rest.toArray(String[]::new));
    if (!jmh.getBenchModes().isEmpty() || jmh.getTimeUnit().hasValue()) {
      throw new CommandLineOptionException(
          "Ratios are of times in nanoseconds, so -bm and -tu are not for here."
              + " Use java -cp benchmarks.jar org.openjdk.jmh.Main.");
    }
    return new Arguments(quick, rounds, agent, url, jmh, rest);
  }

  private static String value(String[] written, int option) throws CommandLineOptionException {
    if (option + 1 == written.length) {
      throw new CommandLineOptionException(written[option] + " needs a value.");
    }
    return written[option + 1];
  }

  private static int count(String written) throws CommandLineOptionException {
    if (!written.matches("[1-9][0-9]?")) {
      throw new CommandLineOptionException("--rounds needs a number from 1 to 99.");
    }
    return Integer.parseInt(written);
  }

  /** Whether JMH is asked for something other than to run. */
  boolean onlyAsks() {
    return jmh.shouldHelp()
        || jmh.shouldList()
        || jmh.shouldListWithParams()
        || jmh.shouldListProfilers()
        || jmh.shouldListResultFormats();
  }

  /** Whether a benchmark of {@code server} may be among those to run. */
  boolean mayNeed(Server server) {
    return !jmh.getParameter("server").hasValue()
        || jmh.getParameter("server").get().contains(server.name());
  }
}
