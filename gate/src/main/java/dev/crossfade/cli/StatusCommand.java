package dev.crossfade.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossfade.migrate.PhasesFile;
import dev.crossfade.migrate.Status;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Transition;
import dev.crossfade.server.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code crossfade status}. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Shows where a transition, or every declared one, stands, and what to type next.",
    footer = "Exit codes: 0 shown, 1 refused, 2 bad usage.")
final class StatusCommand implements Callable<Integer> {

  @Mixin TransitionOptions transition = new TransitionOptions();
  @Mixin DatabaseOptions database = new DatabaseOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Option(names = "--phases-file", paramLabel = "FILE", description = "The properties of phases.")
  @Nullable Path file;

  @Option(names = "--count", description = "Count the rows that differ, which reads the table.")
  boolean count;

  @Override
  public Integer call() {
    Database server = database.required();
    Path phases = file;
    List<String> lines = new ArrayList<>();
    ObjectNode json = output.result();
    ArrayNode all = json.putArray("transitions");
    for (Transition one : asked()) {
      Status status =
          Status.of(
              server,
              one,
              phases == null ? null : new PhasesFile(phases),
              count,
              output.progress());
      lines.add(text(status));
      put(all.addObject(), status);
    }
    output.print(String.join("\n", lines), json);
    return Main.DONE;
  }

  private List<Transition> asked() {
    return transition.name == null && !transition.descriptors.isEmpty()
        ? transition.declared().all()
        : List.of(transition.required());
  }

  private static String text(Status status) {
    String text = status.transition().describe();
    text += "\n  phase:     " + phase(status.phase());
    text += "\n  old:       " + (status.oldExists() ? "exists" : "gone");
    text +=
        "\n  new:       "
            + (!status.newExists()
                ? "does not exist"
                : status.marked() ? "exists, added or adopted by crossfade" : "exists, not ours");
    if (status.pending() > 0) {
      text += "\n  expand:    " + OutputOptions.count(status.pending(), "step") + " left";
    }
    if (status.differing() >= 0) {
      text += "\n  differing: " + status.differing() + " rows";
    }
    return text + "\n  next:      " + status.next();
  }

  private static String phase(@Nullable Phase phase) {
    return phase == null ? "not in a phases file" : phase.name();
  }

  private static void put(ObjectNode node, Status status) {
    Phase phase = status.phase();
    node.put("transition", status.transition().id().toString());
    node.put("old", status.transition().tracked().toString());
    node.put("phase", phase == null ? null : phase.name());
    node.put("oldExists", status.oldExists());
    node.put("newExists", status.newExists());
    node.put("ours", status.marked());
    node.put("expandStepsLeft", status.pending());
    if (status.differing() >= 0) {
      node.put("differing", status.differing());
    }
    node.put("next", status.next());
  }
}
