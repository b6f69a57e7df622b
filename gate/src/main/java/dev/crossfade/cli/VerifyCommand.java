package dev.crossfade.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossfade.migrate.Spelling;
import dev.crossfade.migrate.Verify;
import dev.crossfade.model.Transition;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code crossfade verify}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Compares old and new in every row. Means something before AFTER only.",
    footer = "Exit codes: 0 no row differs, 1 rows differ or refused, 2 bad usage.")
final class VerifyCommand implements Callable<Integer> {

  @Mixin TransitionOptions transition = new TransitionOptions();
  @Mixin DatabaseOptions database = new DatabaseOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Option(
      names = "--show-keys",
      paramLabel = "N",
      defaultValue = "0",
      description = "Print the keys of up to N rows that differ; they are row data.")
  int keys;

  @Override
  public Integer call() {
    Transition named = transition.required();
    Verify.Result result =
        new Verify(database.required(), named, Math.max(0, keys)).run(output.progress());
    ObjectNode json = output.result();
    json.put("transition", named.id().toString());
    json.put("rows", result.rows());
    json.put("differing", result.differing());
    json.put("superseded", result.superseded());
    ArrayNode shown = json.putArray("keys");
    for (List<String> key : result.keys()) {
      key.forEach(shown.addArray()::add);
    }
    output.print(text(named, result), json);
    return result.differing() == 0 ? Main.DONE : Main.REFUSED;
  }

  private static String text(Transition named, Verify.Result result) {
    StringBuilder text =
        new StringBuilder()
            .append(named.id())
            .append(": ")
            .append(result.differing())
            .append(" of ")
            .append(result.rows())
            .append(" rows differ");
    result.keys().forEach(key -> text.append("\n  ").append(String.join(", ", key)));
    if (result.differing() > 0 && result.superseded()) {
      text.append("\n  in AFTER only the new column is written, so they may; to go back from it,")
          .append("\n  in NEW_READ: crossfade backfill ")
          .append(Spelling.of(named))
          .append(" --reverse");
    } else if (result.differing() > 0) {
      text.append("\n  next: crossfade backfill ").append(Spelling.of(named));
    }
    return text.toString();
  }
}
