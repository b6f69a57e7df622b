package dev.crossfade.pgjdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The outcomes of one run, by id. */
record Results(Map<String, Outcome> outcomes) {

  static Results read(Path file) throws IOException {
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      Outcome outcome = Outcome.parse(line);
      outcomes.put(outcome.id(), outcome);
    }
    return new Results(outcomes);
  }

  @Nullable Outcome of(String id) {
    return outcomes.get(id);
  }

  boolean passed(String id) {
    Outcome outcome = outcomes.get(id);
    return outcome != null && outcome.status() == Outcome.Status.PASSED;
  }

  long passedWithConnection() {
    return outcomes.values().stream()
        .filter(o -> o.status() == Outcome.Status.PASSED && o.opened())
        .count();
  }

  String summary() {
    return "%d passed (%d of them open a connection), %d skipped, %d failed"
        .formatted(
            count(Outcome.Status.PASSED),
            passedWithConnection(),
            count(Outcome.Status.SKIPPED),
            count(Outcome.Status.FAILED));
  }

  private long count(Outcome.Status status) {
    return outcomes.values().stream().filter(o -> o.status() == status).count();
  }
}
