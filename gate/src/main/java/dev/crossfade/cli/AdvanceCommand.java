package dev.crossfade.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossfade.migrate.Advance;
import dev.crossfade.migrate.PhasesFile;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Transition;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code crossfade advance}. */
@Command(
    name = "advance",
    mixinStandardHelpOptions = true,
    description =
        "Moves a transition one phase on or back in the phases file that services follow.",
    footer = "Exit codes: 0 moved or there already, 1 refused (nothing changed), 2 bad usage.")
final class AdvanceCommand implements Callable<Integer> {

  @Mixin TransitionOptions transition = new TransitionOptions();
  @Mixin DatabaseOptions database = new DatabaseOptions();
  @Mixin DdlOptions ddl = new DdlOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Option(
      names = "--phases-file",
      required = true,
      paramLabel = "FILE",
      description = "The properties file of phases: users.display_name=DUAL_WRITE.")
  Path file = Path.of("");

  @Option(names = "--to", required = true, paramLabel = "PHASE", description = "The next phase.")
  String to = "";

  @Override
  public Integer call() {
    Phase phase = Phase.parse(to, "--to");
    Transition named = transition.required();
    Advance.Result result =
        new Advance(database.required(), named, new PhasesFile(file))
            .run(phase, ddl.policy(), output.progress());
    ObjectNode json = output.result();
    json.put("transition", named.id().toString());
    json.put("from", result.from().name());
    json.put("to", result.to().name());
    json.put("checked", result.checked());
    output.print(
        named.id()
            + ": "
            + result.from()
            + " -> "
            + result.to()
            + " in "
            + file
            + "\n  checked: "
            + result.checked()
            + "\n  wait until every instance follows before you move on",
        json);
    return Main.DONE;
  }
}
