package dev.crossfade.cli;

import dev.crossfade.gate.Verdict;
import dev.crossfade.gate.VerdictJson;
import dev.crossfade.gate.VerdictText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code crossfade gate}. */
@Command(
    name = "gate",
    mixinStandardHelpOptions = true,
    description = "PASS or HOLD: may the old column be dropped?",
    footer = "Exit codes: 0 PASS, 1 HOLD, 2 bad usage. See docs/gate.md.")
final class GateCommand implements Callable<Integer> {

  @Mixin TransitionOptions transition = new TransitionOptions();
  @Mixin GateOptions gate = new GateOptions();
  @Mixin DatabaseOptions database = new DatabaseOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    Verdict verdict = gate.judge(transition, database.optional());
    output.print(VerdictText.of(verdict), VerdictJson.of(verdict));
    return verdict.passes() ? Main.DONE : Main.REFUSED;
  }
}
