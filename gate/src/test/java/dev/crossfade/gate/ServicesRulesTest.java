package dev.crossfade.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The rules expected-services, coverage, tracked and cut-off. */
class ServicesRulesTest {

  @Nested
  class ExpectedServices extends RuleContract {
    ExpectedServices() {
      super("expected-services");
    }

    @Test
    void bothReportedPasses() {
      passes();
    }

    @Test
    void oneMissingHolds() {
      holds(Asking.usual().expecting("web", "nightly", "billing"), "billing has not reported");
    }

    @Test
    void anotherCaseIsAnotherService() {
      holds(Asking.usual().expecting("Web"), "(reports of: nightly, web)");
    }

    @Test
    void silentInTheWindowHolds() {
      nightly().ended(ReportText.ago(Duration.ofDays(8))).writeTo(reports);
      holds("nightly was silent in the window");
    }

    @Test
    void endedWithinTheWindowPassesWithANote() {
      nightly().ended(ReportText.ago(Duration.ofDays(6))).writeTo(reports);
      passes();
      assertThat(finding(Asking.usual()).notes()).hasSize(1);
    }

    @Test
    void nobodyExpectedHolds() {
      holds(Asking.usual().expecting(), "No service is expected");
    }
  }

  @Nested
  class Coverage extends RuleContract {
    Coverage() {
      super("coverage");
    }

    @Test
    void aRecordThatReachesBackPasses() {
      passes();
    }

    @Test
    void startedAtTheStartOfTheWindowPasses() {
      web().started(ReportText.ago(Duration.ofDays(7))).writeTo(reports);
      passes();
    }

    @Test
    void startedJustAfterTheStartOfTheWindowHolds() {
      web().started(ReportText.ago(Duration.ofDays(7).minusMillis(1))).writeTo(reports);
      holds("The reports of web cover too little time");
    }

    @Test
    void anEarlierInstanceCoversTheTimeBefore() {
      web().started(ReportText.ago(DAY)).writeTo(reports);
      new ReportText("web", "web-0").ended(ReportText.ago(DAY)).writeTo(reports);
      passes();
    }

    @Test
    void anEarlierInstanceThatDidNotWatchTheColumnCoversNothing() {
      web().started(ReportText.ago(DAY)).writeTo(reports);
      new ReportText("web", "web-0").untracked().ended(ReportText.ago(DAY)).writeTo(reports);
      holds("cover too little time: 1d of 7d");
    }

    @Test
    void aServiceThatNeverWatchedTheColumnHolds() {
      web().untracked().writeTo(reports);
      holds("No report of web covers any of the window");
    }

    @Test
    void aGapAfterAnOrderlyEndPasses() {
      web().started(ReportText.ago(DAY)).writeTo(reports);
      new ReportText("web", "web-0").ended(ReportText.ago(DAY.multipliedBy(3))).writeTo(reports);
      passes();
    }

    @Test
    void aGapAfterAKilledInstanceHolds() {
      web().started(ReportText.ago(DAY)).writeTo(reports);
      new ReportText("web", "web-0").flushed(ReportText.ago(DAY.multipliedBy(3))).writeTo(reports);
      holds("A gap in the reports of web: 2d");
    }

    @Test
    void anAcceptedGapPasses() {
      web().started(ReportText.ago(DAY)).writeTo(reports);
      new ReportText("web", "web-0").flushed(ReportText.ago(DAY.multipliedBy(3))).writeTo(reports);
      passes(Asking.usual().acceptingCutOff("web-0"));
    }

    @Test
    void aRunningInstanceThatHasNotFlushedInATinyWindowHolds() {
      web().flushed(ReportText.NOW.minusSeconds(12)).writeTo(reports);
      holds(Asking.usual().window(Duration.ofSeconds(10)), "has not flushed since the window");
    }

    @Test
    void anotherServicesRecordCoversNothing() {
      nightly().started(ReportText.ago(DAY)).writeTo(reports);
      holds("The reports of nightly cover too little time");
    }
  }

  @Nested
  class Tracked extends RuleContract {
    Tracked() {
      super("tracked");
    }

    @Test
    void everybodyWatchedPasses() {
      passes();
    }

    @Test
    void oneInstanceThatDidNotWatchHolds() {
      new ReportText("web", "web-2").untracked().tracks("users.email").writeTo(reports);
      holds("web 1.0 (web-2) watched users.email");
    }

    @Test
    void anUnexpectedServiceThatDidNotWatchHolds() {
      new ReportText("batch", "b").untracked().writeTo(reports);
      holds("batch 1.0 (b) watched nothing");
      passes(Asking.usual().acceptingUntracked("batch"));
    }

    @Test
    void anInstanceThatEndedBeforeTheWindowMayHaveWatchedNothing() {
      new ReportText("web", "old")
          .untracked()
          .ended(ReportText.ago(Duration.ofDays(8)))
          .writeTo(reports);
      passes();
    }

    @Test
    void watchingOneSchemasTableIsNotWatchingWhicheverIsFound() {
      web().untracked().tracks("app.users.full_name").writeTo(reports);
      holds("ask for the column with its schema");
    }

    @Test
    void watchingWhicheverIsFoundIsWatchingTheNamedOne() {
      passes(Asking.usual().column("app.users.full_name"));
    }
  }

  @Nested
  class CutOff extends RuleContract {
    CutOff() {
      super("cut-off");
    }

    @Test
    void freshFlushesPass() {
      passes();
    }

    @Test
    void fifteenSecondsOfSilencePass() {
      web().flushed(ReportText.NOW.minusSeconds(15)).writeTo(reports);
      passes();
    }

    @Test
    void moreThanThreeFlushesOfSilenceHold() {
      web().flushed(ReportText.NOW.minusMillis(15_001)).writeTo(reports);
      holds("web was cut off: its last flush is 15s old");
    }

    @Test
    void silenceAfterAnOrderlyEndPasses() {
      web().ended(ReportText.ago(DAY)).writeTo(reports);
      passes();
    }

    @Test
    void anInstanceCutOffBeforeTheWindowHoldsToo() {
      new ReportText("web", "old").flushed(ReportText.ago(Duration.ofDays(20))).writeTo(reports);
      holds("web 1.0 (old)");
    }

    @Test
    void anAcceptedOneIsPrintedWithItsReason() {
      web().flushed(ReportText.NOW.minusSeconds(600)).writeTo(reports);
      Asking accepting = Asking.usual().acceptingCutOff("web-1");
      passes(accepting);
      assertThat(VerdictText.of(accepting.about(reports)))
          .contains("accepted: cut-off web-1: oom, seen in the log");
    }

    @Test
    void acceptingOneDoesNotAcceptAnother() {
      web().flushed(ReportText.NOW.minusSeconds(600)).writeTo(reports);
      holds(Asking.usual().acceptingCutOff("web-2"), "was cut off");
    }
  }

  @Nested
  class Removal extends RuleContract {
    Removal() {
      super("expected-services");
    }

    /** What only one file knows of a service can not be lost without a HOLD. */
    @Test
    void removingAnExpectedServicesOnlyReportNeverPasses() throws Exception {
      Files.delete(reports.resolve("nightly-nightly-1.jsonl"));
      assertThat(Asking.usual().about(reports).passes()).isFalse();
    }
  }
}
