package dev.crossfade.demo;

import dev.crossfade.cli.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** Runs the commands that an operator types, in this JVM, and shows them as they are typed. */
final class Commands {

  private static final Pattern HOLDING = Pattern.compile("(?m)^  (\\S+) +HOLD ");
  private static final String TRANSITION = "users.full_name:display_name";

  private final Screen screen;
  private final String url;
  private final Path directory;
  private final Path phases;
  private final Path reports;

  /**
   * @param directory where {@code phases} and {@code reports} are
   */
  Commands(Screen screen, String url, Path directory, Path phases, Path reports) {
    this.screen = screen;
    this.url = url;
    this.directory = directory;
    this.phases = phases;
    this.reports = reports;
  }

  /**
   * How a command ended.
   *
   * @param exit its exit code
   * @param output all that it printed
   */
  record Outcome(int exit, String output) {

    /** The gate's word: {@code PASS} or {@code HOLD}. */
    String verdict() {
      return output.lines().findFirst().orElse("").split(" ", 2)[0];
    }

    /** The gate's rules that hold. */
    List<String> holding() {
      return HOLDING.matcher(output).results().map(rule -> rule.group(1)).toList();
    }

    /** The first call site of {@code type} that is named, or the empty text. */
    String callSite(String type) {
      Matcher site = Pattern.compile(Pattern.quote(type) + "\\S+\\(\\S+:\\d+\\)").matcher(output);
      return site.find() ? site.group() : "";
    }
  }

  Outcome expand() {
    return run("expand", TRANSITION, "--url", url);
  }

  Outcome advance(String phase) {
    return run(
        "advance", TRANSITION, "--to", phase, "--phases-file", phases.toString(), "--url", url);
  }

  Outcome backfill() {
    return run("backfill", TRANSITION, "--url", url);
  }

  Outcome verify() {
    return run("verify", TRANSITION, "--url", url);
  }

  Outcome gate(int windowSeconds) {
    return run(judged("gate", windowSeconds));
  }

  Outcome contract(int windowSeconds) {
    return run(judged("contract", windowSeconds));
  }

  private String[] judged(String command, int windowSeconds) {
    List<String> arguments = new ArrayList<>(List.of(command, TRANSITION));
    arguments.addAll(List.of("--reports", reports.toString(), "--window", windowSeconds + "s"));
    arguments.addAll(List.of("--expect-service", "web", "--expect-service", "nightly"));
    arguments.addAll(List.of("--url", url));
    return arguments.toArray(String[]::new);
  }

  /** Any command; what is long is shown as the variables {@code $URL} and {@code $DIR}. */
  Outcome run(String... arguments) {
    screen.command(
        "crossfade "
            + String.join(" ", arguments)
                .replace(url, "\"$URL\"")
                .replace(directory.toString(), "$DIR"));
    StringWriter kept = new StringWriter();
    PrintWriter shown = screen.commandOutput();
    CommandLine line = Main.commandLine();
    line.setOut(both(kept, shown));
    line.setErr(both(kept, shown));
    return new Outcome(line.execute(arguments), kept.toString());
  }

  private static PrintWriter both(StringWriter kept, PrintWriter shown) {
    return new PrintWriter(
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) {
            shown.write(text, from, length);
            kept.write(text, from, length);
          }

          @Override
          public void flush() {
            shown.flush();
          }

          @Override
          public void close() {}
        },
        true);
  }
}
