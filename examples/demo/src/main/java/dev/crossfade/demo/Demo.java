package dev.crossfade.demo;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code crossfade demo}. */
@Command(
    name = "crossfade demo",
    description = {
      "Renames a column of a live table under two versions of a running service, on an embedded"
          + " PostgreSQL that it starts and removes again."
    },
    footer = "Exit codes: 0 all went as it should, 1 something failed, 2 bad usage.")
public final class Demo implements Callable<Integer> {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  boolean help;

  @Option(
      names = "--rows",
      defaultValue = "200000",
      description = "Rows of the table (default: ${DEFAULT-VALUE}).")
  int rows;

  @Option(
      names = "--clients",
      defaultValue = "4",
      description = "Clients that make requests at once (default: ${DEFAULT-VALUE}).")
  int clients;

  @Option(
      names = "--rate",
      defaultValue = "600",
      description = "Requests a second that they make together (default: ${DEFAULT-VALUE}).")
  int rate;

  @Option(
      names = "--soak",
      paramLabel = "SECONDS",
      defaultValue = "3",
      description = "How long the load goes on in each phase (default: ${DEFAULT-VALUE}).")
  int soak;

  @Option(
      names = "--window",
      paramLabel = "SECONDS",
      defaultValue = "8",
      description = "The gate's window (default: ${DEFAULT-VALUE}).")
  int window;

  @Option(
      names = "--directory",
      paramLabel = "DIR",
      description = "Where reports, logs and the phases file go (default: a new temporary one).")
  @Nullable Path directory;

  @Option(
      names = "--keep",
      description = "Leave the database up at the end, until Ctrl-C, to look at it.")
  boolean keep;

  @Option(
      names = "--json",
      description = "Print a summary as JSON on standard output, and the story on the other.")
  boolean json;

  /** Runs the demo and ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    CommandLine line = new CommandLine(new Demo());
    line.setUsageHelpAutoWidth(true);
    line.setParameterExceptionHandler(
        (wrong, given) ->
            badUsage(
                new Problem(
                    "bad-usage",
                    String.valueOf(wrong.getMessage()),
                    "crossfade demo",
                    "the command can not tell what is meant",
                    "crossfade demo --help")));
    System.exit(line.execute(arguments));
  }

  private static int badUsage(Problem problem) {
    System.err.println(problem.render());
    return 2;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    Settings settings;
    try {
      settings = new Settings(rows, clients, rate, soak, window);
    } catch (CrossfadeException e) {
      return badUsage(e.problem());
    }
    Screen screen = new Screen(json ? System.err : System.out);
    Path place = directory == null ? Files.createTempDirectory("crossfade-demo-") : directory;
    boolean passed = false;
    try {
      Files.createDirectories(place);
      passed = run(settings, screen, place.toAbsolutePath());
    } catch (CrossfadeException e) {
      screen.plain("\n" + e.problem().render());
    } catch (IllegalStateException e) {
      screen.plain("\nFAILED: " + e.getMessage());
    }
    if (passed && directory == null) {
      delete(place);
    } else {
      screen.plain("Reports and logs are in " + place);
    }
    return passed ? 0 : 1;
  }

  private boolean run(Settings settings, Screen screen, Path place)
      throws IOException, InterruptedException, SQLException {
    screen.plain("Crossfade demo: users.full_name becomes users.display_name, under load");
    Artefacts artefacts = Artefacts.find();
    screen.step("Start PostgreSQL");
    try (Server server = Server.start();
        Fleet fleet = new Fleet(artefacts, server, place)) {
      screen.note("PostgreSQL " + server.version());
      screen.note("URL='" + server.url() + "'");
      screen.note("DIR=" + place);
      Summary summary = new Story(settings, screen, server, fleet).tell();
      screen.plain("\n" + summary.text());
      summary.problems().forEach(problem -> screen.plain("  FAILED: " + problem));
      screen.plain(summary.passed() ? "\nAll as it should be." : "\nNot as it should be.");
      if (json) {
        System.out.println(
            JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(summary.json()));
      }
      if (keep) {
        stayUp(screen, server, place);
      }
      return summary.passed();
    }
  }

  private static void stayUp(Screen screen, Server server, Path place) throws InterruptedException {
    screen.plain(
        "\nThe database stays up until you press Ctrl-C:\n  psql '"
            + server.url().replaceFirst("^jdbc:", "")
            + "' -c '\\d users'\n  ls "
            + place);
    new CountDownLatch(1).await();
  }

  private static void delete(Path place) throws IOException {
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
