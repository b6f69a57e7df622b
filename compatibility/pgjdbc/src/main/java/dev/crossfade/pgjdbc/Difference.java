package dev.crossfade.pgjdbc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A test that passes directly and not through the proxy, whether it failed there, was skipped or
 * was never run.
 *
 * @param known why no proxy can pass it, or null if ours should
 */
record Difference(Outcome direct, @Nullable Outcome through, @Nullable String known) {

  static List<Difference> between(Results direct, Results through) {
    List<Difference> differences = new ArrayList<>();
    for (Outcome outcome : direct.outcomes().values()) {
      if (outcome.status() == Outcome.Status.PASSED && !through.passed(outcome.id())) {
        differences.add(new Difference(outcome, through.of(outcome.id()), Known.reason(outcome)));
      }
    }
    return differences;
  }

  String id() {
    return direct.id();
  }

  String className() {
    return direct.className();
  }

  String describe() {
    String what = through == null ? "was not run" : through.status() + " " + through.message();
    return (known == null ? "  DIFFERS " : "  known   ")
        + direct.shortId()
        + "\n          "
        + (known == null ? what : known);
  }
}
