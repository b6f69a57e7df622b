package dev.crossfade.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossfade.gate.Verdict;
import dev.crossfade.gate.VerdictJson;
import dev.crossfade.gate.VerdictText;
import dev.crossfade.migrate.Contract;
import dev.crossfade.model.Transition;
import dev.crossfade.server.Database;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code crossfade contract}. */
@Command(
    name = "contract",
    mixinStandardHelpOptions = true,
    description = "Asks the gate, and drops the old column if it passes.",
    footer = "Exit codes: 0 dropped, 1 HOLD or refused (nothing changed), 2 bad usage.")
final class ContractCommand implements Callable<Integer> {

  @Mixin TransitionOptions transition = new TransitionOptions();
  @Mixin GateOptions gate = new GateOptions();
  @Mixin DatabaseOptions database = new DatabaseOptions();
  @Mixin DdlOptions ddl = new DdlOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Option(names = "--dry-run", description = "Ask the gate, print the SQL and change nothing.")
  boolean dryRun;

  @Override
  public Integer call() {
    Transition named = transition.required();
    Database server = database.required();
    Contract contract = new Contract(server, named);
    Contract.Result planned = contract.plan();
    ObjectNode json = output.result();
    json.put("transition", named.id().toString());
    json.put("dryRun", dryRun);
    if (planned.done()) {
      json.put("dropped", true);
      output.print(named.tracked() + ": is gone already, nothing to do", json);
      return Main.DONE;
    }
    Verdict verdict = gate.judge(transition, server);
    json.set("gate", VerdictJson.of(verdict));
    if (!verdict.passes()) {
      json.put("dropped", false);
      output.print(VerdictText.of(verdict) + "\n\nnothing was dropped", json);
      return Main.REFUSED;
    }
    Contract.Result result = dryRun ? planned : contract.run(ddl.policy(), output.progress());
    json.put("dropped", result.done());
    json.putArray("steps");
    OutputOptions.put(json, result.steps());
    result.along().forEach(json.putArray("along")::add);
    output.print(text(named, verdict, result), json);
    return Main.DONE;
  }

  private String text(Transition named, Verdict verdict, Contract.Result result) {
    StringBuilder text = new StringBuilder(VerdictText.of(verdict)).append("\n\n");
    if (dryRun) {
      text.append("-- nothing changed").append(OutputOptions.text(result.steps()));
    } else {
      text.append(named.tracked()).append(": dropped");
    }
    result.along().forEach(along -> text.append("\n  with it: ").append(along));
    return text.toString();
  }
}
