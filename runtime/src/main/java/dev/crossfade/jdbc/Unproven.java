package dev.crossfade.jdbc;

import dev.crossfade.activity.UnprovenStatement;
import dev.crossfade.model.Problem;
import dev.crossfade.model.Transition;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts one statement that could not be proven. Thread-safe, without a lock. */
final class Unproven {

  final List<Transition> transitions;
  private final Problem problem;
  private final @Nullable String statement;
  private final long first = System.currentTimeMillis();
  private volatile long last = first;
  private final LongAdder refused = new LongAdder();
  private final LongAdder passed = new LongAdder();
  private final LongAdder diverging = new LongAdder();

  Unproven(Problem problem, @Nullable String statement, List<Transition> transitions) {
    this.problem = problem;
    this.statement = statement;
    this.transitions = transitions;
  }

  void refused() {
    refused.increment();
    last = System.currentTimeMillis();
  }

  void passed(boolean mayDiverge) {
    passed.increment();
    if (mayDiverge) {
      diverging.increment();
    }
    last = System.currentTimeMillis();
  }

  UnprovenStatement snapshot() {
    return new UnprovenStatement(
        problem,
        statement,
        transitions,
        refused.sum(),
        passed.sum(),
        diverging.sum(),
        Instant.ofEpochMilli(first),
        Instant.ofEpochMilli(last));
  }
}
