package dev.crossfade.cli;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossfade.migrate.Decision;
import dev.crossfade.migrate.Progress;
import dev.crossfade.migrate.Step;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Text for people or JSON for programs: the result on standard output, progress on the other. */
final class OutputOptions {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  @Option(names = "--json", description = "Print the result as JSON.")
  boolean json;

  private @Nullable Console console;

  /** An empty result of this command. */
  ObjectNode result() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("command", spec.name());
    return node;
  }

  /** Prints the result in the form asked for. */
  void print(String text, ObjectNode node) {
    if (console != null) {
      console.clear();
    }
    PrintWriter out = spec.commandLine().getOut();
    try {
      out.println(json ? JSON.writeValueAsString(node) : text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.flush();
  }

  Progress progress() {
    Console shown = new Console(spec.commandLine().getErr());
    console = shown;
    return shown;
  }

  static void put(ObjectNode node, List<Step> steps) {
    for (Step step : steps) {
      ObjectNode one = node.withArray("steps").addObject();
      one.put("title", step.title());
      step.statements().forEach(one.putArray("sql")::add);
      one.put("concurrently", step.concurrently());
    }
  }

  static void putDecisions(ObjectNode node, List<Decision> decisions) {
    for (Decision decision : decisions) {
      node.withArray("decisions")
          .addObject()
          .put("what", decision.what())
          .put("why", decision.why())
          .put("suggestion", decision.suggestion());
    }
  }

  /** {@code 1 step}, {@code 2 steps}. */
  static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  /** The steps as SQL that a person could paste. */
  static String text(List<Step> steps) {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      text.append("\n-- ").append(step.title());
      if (step.concurrently()) {
        text.append(" (outside a transaction)");
      }
      for (String statement : step.statements()) {
        text.append('\n').append(statement).append(';');
      }
    }
    return text.toString();
  }
}
