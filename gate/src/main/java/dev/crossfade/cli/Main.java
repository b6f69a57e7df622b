package dev.crossfade.cli;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Problem;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The {@code crossfade} command. */
@Command(
    name = "crossfade",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Renames PostgreSQL columns under live Java services.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ExpandCommand.class,
      BackfillCommand.class,
      VerifyCommand.class,
      AdvanceCommand.class,
      GateCommand.class,
      ContractCommand.class,
      StatusCommand.class
    },
    footer = {
      "",
      "./crossfade demo shows a whole rename on an embedded database.",
      "Exit codes: 0 done or PASS, 1 HOLD or refused, 2 bad usage. See docs/commands.md."
    })
public final class Main {

  static final int DONE = 0;
  static final int REFUSED = 1;
  static final int BAD_USAGE = 2;

  /** Runs one command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The commands, for a program that runs them in its own JVM; one for each thread. */
  public static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setParameterExceptionHandler(Main::badUsage);
    line.setExecutionExceptionHandler(Main::failed);
    return line;
  }

  private static int badUsage(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    if (e.getCause() instanceof CrossfadeException known) {
      err.println(known.problem().render());
    } else {
      err.println(
          new Problem(
                  "bad-usage",
                  String.valueOf(e.getMessage()),
                  command.getCommandSpec().qualifiedName(),
                  "the command can not tell what is meant",
                  command.getCommandSpec().qualifiedName() + " --help")
              .render());
    }
    return BAD_USAGE;
  }

  private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (e instanceof CrossfadeException known) {
      err.println(known.problem().render());
      return Usage.isBad(known.problem()) ? BAD_USAGE : REFUSED;
    }
    StackTraceElement[] frames = e.getStackTrace();
    err.println(
        new Problem(
                "unexpected",
                "A bug of crossfade: " + e.getClass().getName() + ".",
                frames.length == 0 ? "unknown" : frames[0].toString(),
                // The message stays out: it may quote what no log may hold.
                "the command did not get to its end; what it did is kept and recognised",
                "report it with the command you typed; CROSSFADE_DEBUG=1 prints the whole trace")
            .render());
    if (System.getenv("CROSSFADE_DEBUG") != null) {
      e.printStackTrace(err);
    }
    return REFUSED;
  }
}
