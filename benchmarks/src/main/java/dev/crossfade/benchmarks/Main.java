package dev.crossfade.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;

/**
 * Runs the benchmarks and prints each beside its baseline: {@code java -jar benchmarks.jar}. Exits
 * with 0, with 1 if a benchmark failed or nothing was measured, with 2 if it was asked wrongly.
 */
public final class Main {

  private Main() {}

  public static void main(String[] written) throws IOException, RunnerException, SQLException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(written, out));
  }

  private static int run(String[] written, PrintStream out)
      throws IOException, RunnerException, SQLException {
    Arguments arguments;
    try {
      arguments = Arguments.parse(written);
    } catch (CommandLineOptionException e) {
      System.err.println(e.getMessage() + "\nSee -h.");
      return 2;
    }
    if (arguments.onlyAsks()) {
      if (arguments.jmh().shouldHelp()) {
        out.println(Arguments.USAGE);
      }
      org.openjdk.jmh.Main.main(arguments.rest().toArray(String[]::new));
      return 0;
    }
    Path agent = arguments.agent();
    if (agent != null && !AgentJar.isAgent(agent)) {
      System.err.println(agent + " is not the agent's jar.");
      return 2;
    }
    String url = arguments.url();
    if (url != null && !isReachable(url)) {
      return 2;
    }
    return new Measuring(arguments, agent == null ? AgentJar.built() : agent, out).run() ? 0 : 1;
  }

  private static boolean isReachable(String url) {
    try (Connection connection = Server.pgjdbc(url).getConnection()) {
      return connection.isValid(0);
    } catch (SQLException e) {
      System.err.println("--url leads to no PostgreSQL: " + e.getMessage());
      return false;
    } catch (IllegalArgumentException e) {
      // Its message holds the URL, which may hold a password.
      System.err.println("--url is not one of jdbc:postgresql:");
      return false;
    }
  }
}
