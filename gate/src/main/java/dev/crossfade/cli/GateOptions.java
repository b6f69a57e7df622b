package dev.crossfade.cli;

import dev.crossfade.gate.Acceptances;
import dev.crossfade.gate.Evidence;
import dev.crossfade.gate.Gate;
import dev.crossfade.gate.Question;
import dev.crossfade.gate.ServerEvidence;
import dev.crossfade.gate.Verdict;
import dev.crossfade.gate.report.ReportReader;
import dev.crossfade.gate.report.Reports;
import dev.crossfade.migrate.Spelling;
import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Problem;
import dev.crossfade.model.Transition;
import dev.crossfade.model.Transitions;
import dev.crossfade.server.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the gate is asked, for the command itself and for contract. */
final class GateOptions {

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  @Option(
      names = "--reports",
      required = true,
      paramLabel = "DIR",
      description = "A directory that agents report into (repeatable).")
  List<Path> directories = new ArrayList<>();

  @Option(
      names = "--window",
      paramLabel = "DURATION",
      converter = Durations.class,
      defaultValue = "14d",
      description = "How long nothing may have used the column (default: ${DEFAULT-VALUE}).")
  Duration window = Duration.ofDays(14);

  @Option(
      names = "--expect-service",
      paramLabel = "NAME",
      description = "A service that uses the database and must have reported (repeatable).")
  List<String> services = new ArrayList<>();

  @Option(
      names = "--other-transition",
      paramLabel = "TRANSITION",
      description =
          "Another transition of the table, whose evidence is not this one's (repeatable).")
  List<String> others = new ArrayList<>();

  @Option(
      names = "--accept-cut-off",
      paramLabel = "INSTANCE=REASON",
      description = "An instance that was killed, and why nothing was missed (repeatable).")
  Map<String, String> cutOff = new LinkedHashMap<>();

  @Option(
      names = "--accept-untracked",
      paramLabel = "SERVICE=REASON",
      description = "A service that need not watch the column, and why (repeatable).")
  Map<String, String> untracked = new LinkedHashMap<>();

  @Option(
      names = "--accept-dependent",
      paramLabel = "NAME=REASON",
      description = "A database object that may go or break, and why (repeatable).")
  Map<String, String> dependents = new LinkedHashMap<>();

  @Option(
      names = "--accept-data",
      paramLabel = "REASON",
      description = "Why rows may lose a value that only the old column has.")
  @Nullable String data;

  @Option(
      names = "--clock-tolerance",
      paramLabel = "DURATION",
      converter = Durations.class,
      defaultValue = "5s",
      description = "How far clocks may differ (default: ${DEFAULT-VALUE}).")
  Duration tolerance = Duration.ofSeconds(5);

  @Option(names = "--now", paramLabel = "INSTANT", hidden = true, description = "For tests.")
  @Nullable String now;

  /** Reads the evidence and judges it. */
  Verdict judge(TransitionOptions named, @Nullable Database database) {
    Question question = question(named);
    for (Path directory : directories) {
      if (!Files.isDirectory(directory)) {
        throw new CrossfadeException(
            new Problem(
                "no-such-report-directory",
                "There is no report directory.",
                directory.toString(),
                "a directory that does not exist would be read as silence",
                "correct --reports"));
      }
    }
    Reports reports = ReportReader.read(directories);
    ServerEvidence server = database == null ? null : ServerEvidence.gather(database, question);
    return Gate.judge(new Evidence(question, reports, server));
  }

  private Question question(TransitionOptions named) {
    Transition transition = named.optional();
    List<Transition> known = new ArrayList<>(named.declared().all());
    if (transition != null) {
      known.add(transition);
    }
    others.forEach(other -> known.add(Spelling.parse(other)));
    return new Question(
        named.column(),
        transition,
        Transitions.of(known),
        Durations.positive(window, "--window"),
        instant(),
        services,
        new Acceptances(
            reasons(cutOff),
            reasons(untracked),
            reasons(dependents),
            data == null ? null : reason("--accept-data", data)),
        tolerance);
  }

  private Instant instant() {
    try {
      return now == null ? Instant.now() : Instant.parse(now);
    } catch (DateTimeException e) {
      throw new ParameterException(spec.commandLine(), "--now is not an instant: " + now);
    }
  }

  private static Map<String, String> reasons(Map<String, String> given) {
    given.forEach(GateOptions::reason);
    return given;
  }

  private static String reason(String what, @Nullable String why) {
    if (why == null || why.isBlank()) {
      throw new CrossfadeException(
          new Problem(
              "bad-reason",
              "An acceptance needs a reason.",
              what,
              "the verdict prints it, and somebody will ask",
              "write " + what + "=\"why nothing is lost\""));
    }
    return why;
  }
}
