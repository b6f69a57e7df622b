package dev.crossfade.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossfade.migrate.Backfill;
import dev.crossfade.migrate.BackfillPolicy;
import dev.crossfade.model.Transition;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code crossfade backfill}. */
@Command(
    name = "backfill",
    mixinStandardHelpOptions = true,
    description = "Copies the old column into the new one in small batches, until none differs.",
    footer = {
      "Fires the table's own UPDATE triggers.",
      "Exit codes: 0 no row differs, 1 refused, 2 bad usage. Running it again continues."
    })
final class BackfillCommand implements Callable<Integer> {

  @Mixin TransitionOptions transition = new TransitionOptions();
  @Mixin DatabaseOptions database = new DatabaseOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Option(
      names = "--batch-target",
      paramLabel = "DURATION",
      converter = Durations.class,
      defaultValue = "200ms",
      description = "How long a batch should take (default: ${DEFAULT-VALUE}).")
  Duration batchTarget = Duration.ofMillis(200);

  @Option(
      names = "--patience",
      paramLabel = "DURATION",
      converter = Durations.class,
      defaultValue = "5m",
      description = "How long locked rows are come back to (default: ${DEFAULT-VALUE}).")
  Duration patience = Duration.ofMinutes(5);

  @Option(
      names = "--max-rate",
      paramLabel = "ROWS",
      defaultValue = "0",
      description = "At most so many rows a second; 0 for no limit.")
  long rowsPerSecond;

  @Option(
      names = "--reverse",
      description = {
        "Copy the new column into the old one, on the way back from AFTER,",
        "while every instance is in NEW_READ."
      })
  boolean reverse;

  @Option(names = "--dry-run", description = "Print the SQL of a batch and change nothing.")
  boolean dryRun;

  @Override
  public Integer call() {
    Transition named = transition.required();
    Backfill backfill =
        reverse
            ? Backfill.reverse(database.required(), named)
            : new Backfill(database.required(), named);
    BackfillPolicy policy =
        new BackfillPolicy(
            BackfillPolicy.DEFAULT.firstBatch(),
            BackfillPolicy.DEFAULT.largestBatch(),
            Durations.positive(batchTarget, "--batch-target"),
            patience,
            Math.max(0, rowsPerSecond));
    Backfill.Result result =
        dryRun ? backfill.plan(policy) : backfill.run(policy, output.progress());
    ObjectNode json = output.result();
    json.put("transition", named.id().toString());
    json.put("dryRun", dryRun);
    json.put("reverse", reverse);
    json.put("seen", result.seen());
    json.put("written", result.moved());
    json.put("differing", dryRun ? null : 0);
    json.put("passes", result.passes());
    json.put("cameBackTo", result.cameBackTo());
    json.put("millis", result.millis());
    json.put("rowsPerSecond", result.rate());
    json.put("sql", result.sql());
    output.print(dryRun ? planned(result) : done(named, result), json);
    return Main.DONE;
  }

  private static String planned(Backfill.Result result) {
    return "-- about "
        + result.seen()
        + " rows, in batches such as this; nothing changed\n"
        + result.sql()
        + ";";
  }

  private static String done(Transition named, Backfill.Result result) {
    return named.id()
        + ": 0 rows differ; "
        + result.moved()
        + " of "
        + result.seen()
        + " written in "
        + result.millis()
        + " ms ("
        + result.rate()
        + " rows/s)";
  }
}
