package dev.crossfade.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * One benchmark with one set of parameters, measured once a fork.
 *
 * @param params what was measured
 * @param forks its forks' results, in the order in which they ran
 */
record Measured(BenchmarkParams params, List<BenchmarkResult> forks) {

  private static final String ALLOCATION = "gc.alloc.rate.norm";

  /** Puts together what several rounds say about the same benchmark. */
  static List<Measured> merge(Collection<RunResult> rounds) {
    Map<String, Measured> merged = new LinkedHashMap<>();
    for (RunResult result : rounds) {
      merged
          .computeIfAbsent(key(result.getParams()), key -> new Measured(result.getParams(), new ArrayList<>()))
          .forks
          .addAll(result.getBenchmarkResults());
    }
    return List.copyOf(merged.values());
  }

  private static String key(BenchmarkParams params) {
    StringBuilder key = new StringBuilder(params.getBenchmark()).append(' ').append(params.getMode());
    for (String name : params.getParamsKeys()) {
      key.append(' ').append(name).append('=').append(params.getParam(name));
    }
    return key.toString();
  }

  RunResult toRunResult() {
    return new RunResult(params, forks);
  }

  /** The benchmark's class, by its simple name. */
  String question() {
    return shortName(params.getBenchmark()).replaceFirst("\\..*", "");
  }

  String method() {
    return params.getBenchmark().replaceFirst(".*\\.", "");
  }

  /** {@code PassThroughBenchmark.select}. */
  static String shortName(String benchmark) {
    return benchmark.replaceFirst(".*\\.(?=[^.]*\\.[^.]*$)", "");
  }

  /** Each fork's mean time of an operation, in the benchmark's unit. */
  double[] times() {
    return forks.stream().mapToDouble(fork -> fork.getPrimaryResult().getScore()).toArray();
  }

  /** The allocation of an operation in bytes, or NaN if it was not measured. */
  double allocation() {
    double[] values =
        forks.stream()
            .map(fork -> fork.getSecondaryResults().get(ALLOCATION))
            .filter(result -> result != null)
            .mapToDouble(Result::getScore)
            .toArray();
    return values.length == 0 ? Double.NaN : Figures.median(values);
  }

  /** Whether this is the baseline of {@code candidate}. */
  boolean isBaselineOf(Measured candidate, String compared, String baseline) {
    if (!params.getBenchmark().equals(candidate.params.getBenchmark())
        || params.getMode() != candidate.params.getMode()
        || !baseline.equals(params.getParam(compared))) {
      return false;
    }
    for (String name : params.getParamsKeys()) {
      if (!name.equals(compared) && !params.getParam(name).equals(candidate.params.getParam(name))) {
        return false;
      }
    }
    return true;
  }
}
