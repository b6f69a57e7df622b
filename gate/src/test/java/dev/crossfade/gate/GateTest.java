package dev.crossfade.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PASS on a quiet fleet, and HOLD wherever something is missing from its record. */
class GateTest {

  @TempDir Path reports;

  private void quietFleet() {
    new ReportText("web", "web-1")
        .own("users.display_name", "AFTER", ReportText.NOW.minusSeconds(9))
        .writeTo(reports);
    new ReportText("nightly", "nightly-1").writeTo(reports);
  }

  @Test
  void aQuietFleetPasses() {
    quietFleet();
    Verdict verdict = Asking.usual().about(reports);
    assertThat(VerdictText.of(verdict)).startsWith("PASS  users.full_name may be dropped");
    assertThat(verdict.passes()).isTrue();
  }

  @Test
  void anEmptyDirectoryHolds() {
    Verdict verdict = Asking.usual().about(reports);
    assertThat(verdict.passes()).isFalse();
    assertThat(VerdictText.of(verdict)).contains("web has not reported", "no report at all");
  }

  @Test
  void aMissingDirectoryHolds() {
    quietFleet();
    assertThat(Asking.usual().about(reports, reports.resolve("gone")).passes()).isFalse();
  }

  @Test
  void nobodyExpectedHolds() {
    quietFleet();
    assertThat(Asking.usual().expecting().about(reports).passes()).isFalse();
  }

  @Test
  void aRuleThatFailsHolds() {
    quietFleet();
    Question question = Asking.usual().about(reports).evidence().question();
    // No reports object at all: every rule that looks at it fails.
    Verdict verdict = Gate.judge(new Evidence(question, null, null));
    assertThat(verdict.passes()).isFalse();
    assertThat(
            VerdictText.of(
                new Verdict(Asking.usual().about(reports).evidence(), verdict.findings())))
        .contains("The rule could not judge this evidence", "NullPointerException");
  }

  @Test
  void everyRuleHasItsPage() {
    assertThat(Rules.ALL)
        .allSatisfy(
            rule ->
                assertThat(Path.of("../docs/rules/" + rule.id() + ".md"))
                    .content()
                    .contains("# " + rule.id())
                    .contains("## What to do"));
  }

  @Test
  void everyPageHasItsRule() throws IOException {
    List<String> ids = Rules.ALL.stream().map(Rule::id).toList();
    try (var pages = Files.list(Path.of("../docs/rules"))) {
      assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
          .isSubsetOf(ids);
    }
  }

  @Test
  void aReportCutAtAnyByteNeverPasses() throws IOException {
    quietFleet();
    Path file = reports.resolve("web-web-1.jsonl");
    byte[] whole = Files.readAllBytes(file);
    // The last byte is the line break behind the complete "end" line.
    for (int length = 0; length < whole.length - 1; length++) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      assertThat(Asking.usual().about(reports).passes())
          .as("the first %d of %d bytes", length, whole.length)
          .isFalse();
    }
  }

  @Test
  void aReportWithoutAnyOneOfItsLinesNeverPasses() throws IOException {
    quietFleet();
    Path file = reports.resolve("web-web-1.jsonl");
    List<String> whole = Files.readAllLines(file);
    for (int i = 0; i < whole.size(); i++) {
      List<String> rest = new java.util.ArrayList<>(whole);
      rest.remove(i);
      Files.write(file, rest);
      assertThat(Asking.usual().about(reports).passes()).as("without line %d", i + 1).isFalse();
    }
  }

  @Test
  void aReportWithDamagedBytesNeverThrows() throws IOException {
    quietFleet();
    Path file = reports.resolve("web-web-1.jsonl");
    byte[] whole = Files.readAllBytes(file);
    long seed = 20261120;
    Random random = new Random(seed);
    for (int run = 0; run < 1_000; run++) {
      byte[] damaged = whole.clone();
      for (int i = 0; i <= random.nextInt(3); i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Files.write(file, damaged);
      Verdict verdict = Asking.usual().about(reports);
      assertThat(verdict.findings())
          .as("seed %d, run %d", seed, run)
          .noneMatch(finding -> finding.summary().contains("could not judge"));
    }
  }

  @Test
  void noReasonQuotesTheTextOfADamagedReport() throws IOException {
    quietFleet();
    Files.writeString(reports.resolve("x.jsonl"), "{\"type\":\"canary-4711\", canary-4711");
    Files.writeString(reports.resolve("y.jsonl"), "{\"type\":\"canary-4711\"}");
    assertThat(VerdictText.of(Asking.usual().about(reports))).doesNotContain("canary-4711");
  }

  @Test
  void jsonSaysWhatTheTextSays() {
    new ReportText("web", "web-1")
        .uses("users.full_name", "read", ReportText.NOW.minusSeconds(5))
        .writeTo(reports);
    var json = VerdictJson.of(Asking.usual().about(reports));
    assertThat(json.path("format").asInt()).isEqualTo(1);
    assertThat(json.path("verdict").asText()).isEqualTo("HOLD");
    var reads = json.path("rules").get(0);
    assertThat(reads.path("rule").asText()).isEqualTo("reads");
    assertThat(reads.path("reasons").get(0).path("facts").path("callSite").asText())
        .isEqualTo("com.acme.Nightly.run(Nightly.java:42)");
    assertThat(reads.path("reasons").get(0).path("facts").path("count").asLong()).isEqualTo(3);
  }
}
