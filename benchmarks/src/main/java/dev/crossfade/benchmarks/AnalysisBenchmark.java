package dev.crossfade.benchmarks;

import dev.crossfade.model.Phase;
import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.rewrite.Rewriter;
import dev.crossfade.rewrite.Rewritten;
import dev.crossfade.sql.Analysis;
import dev.crossfade.sql.Analyzer;
import dev.crossfade.sql.Catalog;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Nothing is cached by text here, so that each operation is a first one, in a warm JVM. */
@Question("How long does a text take that was never seen before?")
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls @Setup.
public class AnalysisBenchmark {

  private final Rewriter rewriter = new Rewriter();
  private final Analyzer analyzer = new Analyzer(List.of(Tables.RENAME.tracked()));
  private final PhaseSnapshot phases = Tables.phases(Phase.FALLBACK_READ).snapshot();
  private final Catalog catalog = new KnownTables();

  @Param public Text text;

  private String tracked;
  private String untracked;

  @Setup
  public void read() {
    tracked = text.tracked();
    untracked = text.untracked();
    if (rewriter.rewrite(tracked, phases, catalog).isUnchanged(tracked)
        || !rewriter.cannotTouch(untracked, phases, catalog)) {
      throw new IllegalStateException("not what is to be measured: " + tracked);
    }
  }

  /** What tells the proxy to let a text pass, in place of parsing it. */
  @Benchmark
  public boolean cannotTouch() {
    return rewriter.cannotTouch(untracked, phases, catalog);
  }

  /** The proxy's work on a text of a table in transition. */
  @Benchmark
  public Rewritten rewrite() {
    return rewriter.rewrite(tracked, phases, catalog);
  }

  /** The agent's work on a text that names a tracked table. */
  @Benchmark
  public Analysis analyze() {
    return analyzer.analyze(tracked);
  }
}
