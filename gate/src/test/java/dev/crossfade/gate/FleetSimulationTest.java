package dev.crossfade.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random fleets whose truth is known: deploys, rollbacks, kills, late jobs, and damage to their
 * reports. The gate may hold for nothing; it must never pass when something used the column in the
 * window.
 */
class FleetSimulationTest {

  private static final long SEED = 4_711;
  private static final int RUNS = 800;
  private static final Duration WINDOW = Duration.ofDays(7);

  @TempDir Path directory;

  /** What really happened in a fleet, and whether any of it was in the window. */
  private static final class Truth {
    boolean used;
  }

  @Test
  void noUnsafePass() throws IOException {
    int passes = 0;
    int unused = 0;
    for (int run = 0; run < RUNS; run++) {
      // Random's first values hardly differ between neighbouring seeds.
      Random random = new Random((SEED + run) * 0x9E3779B97F4A7C15L);
      Path reports = Files.createDirectory(directory.resolve("run-" + run));
      Truth truth = new Truth();
      // Every other fleet is a calm one, or nearly nothing would ever pass.
      boolean calm = random.nextBoolean();
      service("web", random, calm, reports, truth);
      service("nightly", random, calm, reports, truth);
      if (random.nextInt(4) == 0) {
        damage(reports, random);
      }
      boolean passed = Asking.usual().about(reports).passes();
      assertThat(passed && truth.used).as("unsafe PASS, seed %d", SEED + run).isFalse();
      passes += passed ? 1 : 0;
      unused += truth.used ? 0 : 1;
    }
    // The simulation says something only if both verdicts are frequent.
    assertThat(passes).isBetween(RUNS / 20, RUNS - RUNS / 20);
    assertThat(unused).isBetween(RUNS / 20, RUNS - RUNS / 20);
  }

  /** Instances one after another from some day in the past to now. */
  private static void service(String name, Random random, boolean calm, Path reports, Truth truth) {
    Instant at = ReportText.ago(Duration.ofHours(24L * (calm ? 8 : 1) + random.nextInt(300)));
    if (!calm && random.nextInt(3) == 0) {
      // Before its first report the service ran without the agent.
      Instant use = between(ReportText.ago(Duration.ofDays(30)), at, random, false);
      truth.used |= !use.isBefore(ReportText.NOW.minus(WINDOW));
    }
    for (int i = 0; at.isBefore(ReportText.NOW); i++) {
      Instant end = at.plus(Duration.ofHours(1 + random.nextInt(200)));
      instance(name, i, at, end, random, calm, reports, truth);
      at = end.plus(Duration.ofMinutes(random.nextInt(600)));
    }
  }

  private static void instance(
      String name,
      int number,
      Instant start,
      Instant end,
      Random random,
      boolean calm,
      Path reports,
      Truth truth) {
    boolean live = !end.isBefore(ReportText.NOW);
    boolean killed = !live && !calm && random.nextInt(4) == 0;
    Instant last = live ? ReportText.NOW : end;
    // What happened after the last flush of a killed instance is in no report.
    Instant flushed =
        live ? last : killed ? last.minus(Duration.ofMinutes(random.nextInt(120))) : last;
    flushed = flushed.isBefore(start) ? start : flushed;
    ReportText report = new ReportText(name, name + "-" + number).started(start);
    if (live || killed) {
      report.flushed(flushed);
    } else {
      report.ended(flushed);
    }
    boolean watches = calm || random.nextInt(8) > 0;
    if (!watches) {
      report.untracked();
    }
    if (random.nextInt(6) == 0 || killed) {
      // A killed instance's last use is after its last flush as often as not.
      Instant use = killed && random.nextBoolean() ? last : between(start, last, random, calm);
      truth.used |= !use.isBefore(ReportText.NOW.minus(WINDOW));
      if (watches && !use.isAfter(flushed)) {
        report.uses("users.full_name", random.nextBoolean() ? "read" : "write", use);
      }
    }
    report.writeTo(reports);
  }

  /** Calm fleets use the column early in an instance's life: mostly before the window. */
  private static Instant between(Instant start, Instant end, Random random, boolean calm) {
    long span = Math.max(1, Duration.between(start, end).toSeconds());
    return start.plusSeconds((long) (random.nextDouble() * (calm ? 0.2 : 1) * span));
  }

  /** Truncates, thins out, empties or replaces one file by an older state of itself. */
  private static void damage(Path reports, Random random) throws IOException {
    List<Path> files = new ArrayList<>();
    try (var found = Files.list(reports)) {
      found.sorted().forEach(files::add);
    }
    Path file = files.get(random.nextInt(files.size()));
    byte[] bytes = Files.readAllBytes(file);
    switch (random.nextInt(3)) {
      case 0 -> Files.write(file, java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length - 1)));
      case 1 -> {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.remove(random.nextInt(lines.size()));
        Files.write(file, lines);
      }
      default ->
          Files.writeString(
              file,
              new String(bytes, StandardCharsets.UTF_8).replace("\"format\":1", "\"format\":2"));
    }
  }
}
