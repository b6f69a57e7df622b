package dev.crossfade.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

  /** The parameters that tell baseline from candidate, with the baseline's value. */
  private static final Map<String, String> BASELINES =
      Map.of("way", "PLAIN", "agent", "NONE", "peer", "PLAIN", "sync", "TRIGGER");

  /** Puts together what several rounds say about the same benchmark. */
  static List<Measured> merge(Collection<RunResult> rounds) {
    Map<String, Measured> merged = new LinkedHashMap<>();
    for (RunResult result : rounds) {
      merged
          .computeIfAbsent(
              key(result.getParams()), key -> new Measured(result.getParams(), new ArrayList<>()))
          .forks
          .addAll(result.getBenchmarkResults());
    }
    return List.copyOf(merged.values());
  }

  private static String key(BenchmarkParams params) {
    StringBuilder key =
        new StringBuilder(params.getBenchmark()).append(' ').append(params.getMode());
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
    List<Double> bytes = new ArrayList<>();
    for (BenchmarkResult fork : forks) {
      Result<?> result = fork.getSecondaryResults().get(ALLOCATION);
      if (result != null) {
        bytes.add(result.getScore());
      }
    }
    return bytes.isEmpty()
        ? Double.NaN
        : Figures.median(bytes.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** The parameter that tells baseline from candidate, or null if there is nothing to compare. */
  @Nullable String compared() {
    for (String name : params.getParamsKeys()) {
      if (BASELINES.containsKey(name)) {
        return name;
      }
    }
    return null;
  }

  /** The values of all other parameters. */
  List<String> subject() {
    List<String> subject = new ArrayList<>();
    for (String name : params.getParamsKeys()) {
      if (!BASELINES.containsKey(name)) {
        subject.add(params.getParam(name));
      }
    }
    return subject;
  }

  boolean isBaseline() {
    String compared = compared();
    return compared != null && params.getParam(compared).equals(BASELINES.get(compared));
  }
}
