package dev.crossfade.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.proof.RandomBlock.Failure;
import dev.crossfade.rewrite.Rewriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Random statements over random schemas, each rename in a phase of its own, mean the same or are
 * refused. {@code docs/testing.md} says how to repeat a run and how to run for hours.
 */
class RandomStatementsTest {

  private static final long SEED = Long.getLong("crossfade.random.seed", 20_261_120);
  private static final int STATEMENTS = Integer.getInteger("crossfade.random.statements", 3000);
  private static final Duration LONGEST =
      Duration.ofSeconds(
          Integer.getInteger("crossfade.random.seconds", 60)
              + 60L * Integer.getInteger("crossfade.proof.minutes", 0));
  private static final int THREADS = 2;
  private static final int MOST_FAILURES = Integer.getInteger("crossfade.random.failures", 8);

  private final Coverage coverage = new Coverage();
  private final Map<String, String> failures = new TreeMap<>();
  private final AtomicInteger failing = new AtomicInteger();
  private final AtomicInteger statements = new AtomicInteger();
  private final AtomicLong nextBlock = new AtomicLong(Math.floorDiv(SEED, RandomBlock.SEEDS));
  private final long end = System.nanoTime() + LONGEST.toNanos();

  @Test
  void randomStatementsMeanTheSameInEveryPhaseOrAreRefused() throws Exception {
    boolean forHours = Integer.getInteger("crossfade.proof.minutes", 0) > 0;
    long last = forHours ? Long.MAX_VALUE : SEED + STATEMENTS;
    ExecutorService workers = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        running.add(workers.submit(() -> work(last)));
      }
      for (Future<?> worker : running) {
        try {
          worker.get();
        } catch (ExecutionException e) {
          // One statement that the server does not survive ends all workers; it must be told.
          failures.put("worker " + failures.size(), String.valueOf(e.getCause()));
        }
      }
    } finally {
      workers.shutdownNow();
    }
    System.out.printf(
        "random statements: seed %d, %d statements, %d runs, %d differ%n%s",
        SEED, statements.get(), coverage.of("(all)").all(), failing.get(), coverage);
    assertThat(String.join("\n\n", failures.values())).isEmpty();
    assertThat(failing).hasValue(0);
    if (statements.get() > 500) {
      provesSomething();
    }
  }

  private Void work(long last) throws Exception {
    while (true) {
      long first = nextBlock.getAndIncrement() * RandomBlock.SEEDS;
      long from = Math.max(SEED, first);
      long to = Math.min(last, first + RandomBlock.SEEDS);
      if (from >= to || System.nanoTime() > end) {
        return null;
      }
      try (RandomBlock block = new RandomBlock(from, new Rewriter()::rewrite)) {
        for (long seed = from; seed < to && System.nanoTime() < end; seed++) {
          statements.incrementAndGet();
          for (Failure failure : block.run(seed, coverage)) {
            report(block, failure);
          }
        }
      }
    }
  }

  private void report(RandomBlock block, Failure failure) throws Exception {
    failing.incrementAndGet();
    synchronized (failures) {
      if (failures.size() >= MOST_FAILURES || failures.containsKey(failure.signature())) {
        return;
      }
      failures.put(failure.signature(), "");
    }
    String text = block.shrunk(failure) + block.schema();
    System.out.println(text);
    synchronized (failures) {
      failures.put(failure.signature(), text);
    }
  }

  /** A generator of refused or meaningless statements would pass, and prove nothing. */
  private void provesSomething() {
    Coverage.Count all = coverage.of("(all)");
    assertThat(all.refused).as("refused").isLessThan(all.all() / 4);
    assertThat(all.meaningless).as("no statements of their schema").isLessThan(all.all() / 10);
    assertThat(all.rows).as("of which some touch rows").isGreaterThan(all.all() / 3);
    for (String kind : coverage.kinds()) {
      Coverage.Count count = coverage.of(kind);
      if (count.all() > 60) {
        assertThat(count.ran).as(kind + " ran").isGreaterThan(count.all() / 20);
      }
    }
  }
}
