package dev.crossfade.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A directory in which two quiet services report, and short questions about one rule. */
abstract class RuleContract {

  static final Duration DAY = Duration.ofDays(1);

  @TempDir Path reports;

  private final String rule;

  RuleContract(String rule) {
    this.rule = rule;
  }

  @BeforeEach
  void twoQuietServices() {
    web().writeTo(reports);
    nightly().writeTo(reports);
  }

  static ReportText web() {
    return new ReportText("web", "web-1");
  }

  static ReportText nightly() {
    return new ReportText("nightly", "nightly-1");
  }

  Finding finding(Asking asking) {
    return finding(asking.about(reports));
  }

  Finding finding(Verdict verdict) {
    return verdict.findings().stream()
        .filter(finding -> finding.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  void passes(Asking asking) {
    assertThat(finding(asking)).satisfies(f -> assertThat(f.outcome()).isEqualTo(Outcome.PASS));
  }

  /** Holds, and says {@code told} in a reason. */
  void holds(Asking asking, String told) {
    Verdict verdict = asking.about(reports);
    assertThat(finding(verdict).outcome()).isEqualTo(Outcome.HOLD);
    assertThat(VerdictText.of(verdict)).contains(told).contains("docs/rules/" + rule + ".md");
    assertThat(verdict.passes()).isFalse();
  }

  void passes() {
    passes(Asking.usual());
  }

  void holds(String told) {
    holds(Asking.usual(), told);
  }
}
