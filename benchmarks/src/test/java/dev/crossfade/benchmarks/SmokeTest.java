package dev.crossfade.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/** Every benchmark once, in this JVM and without a server. It measures nothing. */
class SmokeTest {

  @Test
  void everyBenchmarkRunsAndEachCandidateFindsItsBaseline() throws Exception {
    Arguments arguments =
        Arguments.parse("-f", "0", "-wi", "0", "-i", "1", "-r", "1ms", "-p", "server=STUB,MEMORY");
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    Progress progress = new Progress(new PrintStream(printed, true, StandardCharsets.UTF_8));
    Passes passes = new Passes(arguments, null, progress);

    List<RunResult> results = new ArrayList<>(passes.withoutAgent());
    results.addAll(passes.agentBaseline());

    assertThat(progress.failed()).as(() -> printed.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(names(results)).isEqualTo(declared(progress));

    printed.reset();
    new Comparison(Measured.merge(results))
        .print(new PrintStream(printed, true, StandardCharsets.UTF_8));
    List<String> rows = printed.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(rows).filteredOn(row -> row.matches(".* (PROXY|BY_HAND) .*")).isNotEmpty();
    assertThat(rows)
        .filteredOn(row -> row.matches(".* (PROXY|BY_HAND) .*"))
        .allSatisfy(row -> assertThat(row).contains("×"));
  }

  private static Set<String> names(List<RunResult> results) {
    Set<String> names = new TreeSet<>();
    for (RunResult result : results) {
      names.add(result.getParams().getBenchmark());
    }
    return names;
  }

  private static Set<String> declared(Progress progress) {
    Set<String> names = new TreeSet<>();
    for (BenchmarkListEntry entry : BenchmarkList.defaultList().getAll(progress, List.of())) {
      // Triggers need a server: TriggerBenchmarkTest.
      if (!entry.getUsername().contains(".Trigger")) {
        names.add(entry.getUsername());
      }
    }
    return names;
  }
}
