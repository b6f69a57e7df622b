package dev.crossfade.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossfade.migrate.Decision;
import dev.crossfade.migrate.Expand;
import dev.crossfade.model.Transition;
import dev.crossfade.server.Database;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code crossfade expand}. */
@Command(
    name = "expand",
    mixinStandardHelpOptions = true,
    description = "Adds the new column, with what the old one has: indexes, grants, default, ….",
    footer = "Exit codes: 0 done, 1 refused, 2 bad usage. Running it again continues.")
final class ExpandCommand implements Callable<Integer> {

  @Mixin TransitionOptions transition = new TransitionOptions();
  @Mixin DatabaseOptions database = new DatabaseOptions();
  @Mixin DdlOptions ddl = new DdlOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Option(
      names = "--adopt",
      description = "Take a new column of the same type, that another tool added, as ours.")
  boolean adopt;

  @Option(names = "--dry-run", description = "Print the SQL and change nothing.")
  boolean dryRun;

  @Override
  public Integer call() {
    Transition named = transition.required();
    Database server = database.required();
    Expand expand = new Expand(server, named, adopt);
    Expand.Result result = dryRun ? expand.plan() : expand.run(ddl.policy(), output.progress());
    ObjectNode json = output.result();
    json.put("transition", named.id().toString());
    json.put("dryRun", dryRun);
    json.put("ran", result.ran());
    json.putArray("steps");
    json.putArray("decisions");
    OutputOptions.put(json, result.pending());
    OutputOptions.putDecisions(json, result.decisions());
    output.print(text(named, result), json);
    return Main.DONE;
  }

  private String text(Transition named, Expand.Result result) {
    StringBuilder text = new StringBuilder();
    if (dryRun) {
      text.append("-- ")
          .append(OutputOptions.count(result.pending().size(), "step"))
          .append(" left, nothing changed");
      text.append(OutputOptions.text(result.pending()));
    } else {
      text.append(named.id())
          .append(result.ran() == 0 ? ": nothing was left to do" : ": expanded, ")
          .append(result.ran() == 0 ? "" : OutputOptions.count(result.ran(), "step"));
    }
    for (Decision decision : result.decisions()) {
      text.append("\nfor you to decide: ")
          .append(decision.what())
          .append("\n  why: ")
          .append(decision.why())
          .append("\n  do:  ")
          .append(decision.suggestion());
    }
    return text.toString();
  }
}
