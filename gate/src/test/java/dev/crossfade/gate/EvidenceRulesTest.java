package dev.crossfade.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.model.Phase;
import dev.crossfade.model.Rename;
import dev.crossfade.model.TableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules blind, phase, fallbacks, clock, unreadable-report and newer-report. */
class EvidenceRulesTest {

  @Nested
  class Blind extends RuleContract {
    Blind() {
      super("blind");
    }

    @Test
    void anAgentThatSawAllPasses() {
      passes();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "overflow",
          "attached-late",
          "flush-failed",
          "hook-failed",
          "unhooked-driver",
          "new-word"
        })
    void whatWasMissedInTheWindowHolds(String what) {
      web().blind(what, "", ReportText.ago(DAY)).writeTo(reports);
      holds("could not see everything: " + what);
    }

    @Test
    void whatWasMissedBeforeTheWindowPasses() {
      web().blind("overflow", "", ReportText.ago(Duration.ofDays(8))).writeTo(reports);
      passes();
    }

    @Test
    void anUnparsedStatementThatNamesTheColumnHolds() {
      web().blind("unparsed", "FROBNICATE users.FULL_NAME", ReportText.ago(DAY)).writeTo(reports);
      holds("FROBNICATE");
    }

    @Test
    void anUnparsedStatementThatNamesNoWatchedColumnHolds() {
      web().blind("unparsed", "FROBNICATE", ReportText.ago(DAY)).writeTo(reports);
      holds("FROBNICATE");
    }

    @Test
    void anUnparsedStatementThatNamesOnlyAnotherWatchedColumnPasses() {
      web()
          .tracks("users.email")
          .blind("unparsed", "FROBNICATE email", ReportText.ago(DAY))
          .writeTo(reports);
      passes();
    }

    @Test
    void anUnparsedStatementWithUnicodeEscapesHolds() {
      web()
          .tracks("users.email")
          .blind("unparsed", "FROBNICATE email U&", ReportText.ago(DAY))
          .writeTo(reports);
      holds("FROBNICATE");
    }

    @Test
    void attachedLateWithoutSayingWhenHolds() {
      web().attachedLate().writeTo(reports);
      holds("was attached late");
    }

    @Test
    void attachedLateBeforeTheWindowPasses() {
      web()
          .attachedLate()
          .blind("attached-late", "", ReportText.ago(Duration.ofDays(8)))
          .writeTo(reports);
      passes();
    }
  }

  @Nested
  class Phases extends RuleContract {
    Phases() {
      super("phase");
    }

    @Test
    void noStatementOfTheTransitionPasses() {
      passes();
    }

    @Test
    void everybodyInAfterPasses() {
      web().own("users.display_name", "AFTER", ReportText.ago(DAY)).writeTo(reports);
      passes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BEFORE", "DUAL_WRITE", "FALLBACK_READ", "NEW_READ"})
    void aLiveInstanceInAnEarlierPhaseHolds(String phase) {
      web().own("users.display_name", phase, ReportText.ago(Duration.ofDays(20))).writeTo(reports);
      holds("web runs in phase " + phase);
    }

    @Test
    void anEarlierPhaseWithinTheWindowHolds() {
      web()
          .own("users.display_name", "NEW_READ", ReportText.ago(DAY.multipliedBy(2)))
          .own("users.display_name", "AFTER", ReportText.ago(DAY))
          .writeTo(reports);
      holds("web was in phase NEW_READ 2d ago");
    }

    @Test
    void anEarlierPhaseBeforeTheWindowPasses() {
      web()
          .own("users.display_name", "NEW_READ", ReportText.ago(Duration.ofDays(8)))
          .own("users.display_name", "AFTER", ReportText.ago(DAY))
          .writeTo(reports);
      passes();
    }

    @Test
    void backInAnEarlierPhaseHolds() {
      web()
          .own("users.display_name", "AFTER", ReportText.ago(Duration.ofDays(9)))
          .own("users.display_name", "NEW_READ", ReportText.ago(Duration.ofDays(8)))
          .writeTo(reports);
      holds("web runs in phase NEW_READ");
    }

    @Test
    void anEndedInstancesPhasePasses() {
      new ReportText("web", "web-0")
          .own("users.display_name", "NEW_READ", ReportText.ago(DAY))
          .ended(ReportText.ago(DAY))
          .writeTo(reports);
      passes();
    }

    @Test
    void aKilledInstancesPhaseHoldsUntilAccepted() {
      new ReportText("web", "web-0")
          .own("users.display_name", "NEW_READ", ReportText.ago(DAY))
          .flushed(ReportText.ago(DAY))
          .writeTo(reports);
      holds("web runs in phase NEW_READ");
      passes(Asking.usual().acceptingCutOff("web-0"));
    }

    @Test
    void aMisspeltTransitionDoesNotHideItsEvidence() {
      web().own("users.display_nam", "NEW_READ", ReportText.ago(DAY)).writeTo(reports);
      holds("web runs in phase NEW_READ");
    }

    @Test
    void anotherKnownTransitionOfTheTablePasses() {
      web().own("users.mail", "NEW_READ", ReportText.ago(DAY)).writeTo(reports);
      passes(
          Asking.usual()
              .knowing(new Rename(new TableName(null, "users"), "email", "mail", Phase.BEFORE)));
    }

    @Test
    void anotherTablesTransitionPasses() {
      web().own("orders.note", "NEW_READ", ReportText.ago(DAY)).writeTo(reports);
      passes();
    }
  }

  @Nested
  class Fallbacks extends RuleContract {
    Fallbacks() {
      super("fallbacks");
    }

    @Test
    void noFallbackPasses() {
      passes();
    }

    @Test
    void aFallbackInTheWindowHolds() {
      web().fallbacks("users.display_name", ReportText.ago(DAY)).writeTo(reports);
      holds("3 fallback reads of web found a value in the old column only");
    }

    @Test
    void aFallbackBeforeTheWindowPasses() {
      web().fallbacks("users.display_name", ReportText.ago(Duration.ofDays(8))).writeTo(reports);
      passes();
    }
  }

  @Nested
  class Clock extends RuleContract {
    Clock() {
      super("clock");
    }

    @Test
    void agreeingClocksPass() {
      passes();
    }

    @Test
    void fiveSecondsAheadPass() {
      web().flushed(ReportText.NOW.plusSeconds(5)).writeTo(reports);
      passes();
    }

    @Test
    void moreThanFiveSecondsAheadHold() {
      web().flushed(ReportText.NOW.plusMillis(5_001)).writeTo(reports);
      holds("A report of web is from the future, 5s ahead");
    }

    @Test
    void aUseFromTheFutureHolds() {
      web().uses("users.email", "read", ReportText.NOW.plusSeconds(60)).writeTo(reports);
      holds("from the future, 1m ahead");
    }

    @Test
    void aDatabaseWhoseClockDiffersHolds() {
      holds(
          Asking.usual()
              .server(
                  new ServerEvidence(
                      "db",
                      null,
                      Duration.ofSeconds(-6),
                      java.util.List.of(),
                      java.util.List.of(),
                      null)),
          "differ by 6s");
    }
  }

  @Nested
  class Unreadable extends RuleContract {
    Unreadable() {
      super("unreadable-report");
    }

    @Test
    void completeReportsPass() {
      passes();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "\n",
          "{}",
          "[]",
          "null",
          "not json",
          "{\"type\":\"end\"}",
          "\u0000\u0000\u0000",
        })
    void aFileThatIsNoReportHolds(String text) {
      ReportText.write(reports.resolve("x.jsonl"), text);
      assertThat(finding(Asking.usual()).outcome()).isEqualTo(Outcome.HOLD);
    }

    @Test
    void aFileOfAnotherNameIsNoReport() {
      ReportText.write(reports.resolve("web-web-1.jsonl.tmp"), "half");
      passes();
    }

    @Test
    void aDirectoryInAReportsPlaceHolds() throws IOException {
      Files.createDirectory(reports.resolve("x.jsonl"));
      holds("can not be read");
    }

    @Test
    void badUtf8Holds() throws IOException {
      Files.write(reports.resolve("x.jsonl"), new byte[] {(byte) 0xC3, 0x28, 10});
      holds("not UTF-8 text");
    }

    @Test
    void anUnknownTypeHolds() {
      web().line("{\"type\":\"surprise\"}").writeTo(reports);
      holds("line 3: a line of a type that format 1 does not have");
    }

    @Test
    void anUnknownKindOfUseHolds() {
      web().uses("users.full_name", "peeked", ReportText.ago(DAY)).writeTo(reports);
      holds("no known kind of use");
    }

    @Test
    void anUnknownPhaseHolds() {
      web().own("users.display_name", "LATER", ReportText.ago(DAY)).writeTo(reports);
      holds("is not a phase");
    }

    @Test
    void aFieldTwiceHolds() {
      web()
          .line("{\"type\":\"tracked\",\"column\":\"a.b\",\"column\":\"users.full_name\"}")
          .writeTo(reports);
      holds("not one well-formed JSON object");
    }

    @Test
    void aSecondObjectOnALineHolds() {
      web().line("{\"type\":\"tracked\",\"column\":\"a.b\"} {}").writeTo(reports);
      holds("not one well-formed JSON object");
    }

    @Test
    void aNegativeCountHolds() {
      web()
          .line(
              "{\"type\":\"fallbacks\",\"transition\":\"users.display_name\",\"count\":0,"
                  + "\"first\":\"2026-01-01T00:00:00Z\",\"last\":\"2026-01-01T00:00:00Z\"}")
          .writeTo(reports);
      holds("\"count\" is less than 1");
    }

    @Test
    void lastBeforeFirstHolds() {
      web()
          .line(
              "{\"type\":\"fallbacks\",\"transition\":\"users.display_name\",\"count\":1,"
                  + "\"first\":\"2026-01-02T00:00:00Z\",\"last\":\"2026-01-01T00:00:00Z\"}")
          .writeTo(reports);
      holds("\"last\" is before \"first\"");
    }

    @Test
    void linesAfterTheEndHold() {
      ReportText.write(
          reports.resolve("web-web-1.jsonl"), web().text() + "{\"type\":\"tracked\"}\n");
      holds("a line after the \"end\" line");
    }

    @Test
    void aFlushIntervalThatWouldExcuseAnySilenceHolds() {
      ReportText.write(
          reports.resolve("web-web-1.jsonl"),
          web().text().replace("\"flushSeconds\":5", "\"flushSeconds\":9000000000"));
      holds("more than a day");
    }

    @Test
    void unknownFieldsAreIgnored() {
      ReportText.write(
          reports.resolve("web-web-1.jsonl"),
          web().text().replace("\"host\"", "\"colour\":\"blue\",\"host\""));
      passes();
    }

    @Test
    void ofTwoFilesOfAnInstanceTheHigherSequenceCounts(
        @org.junit.jupiter.api.io.TempDir Path more) {
      web().sequence(9).uses("users.full_name", "read", ReportText.ago(DAY)).writeTo(more);
      Verdict verdict = Asking.usual().about(reports, more);
      assertThat(verdict.passes()).isTrue();
      Verdict other = Asking.usual().about(more, reports);
      assertThat(other.passes()).isTrue();
      web().sequence(11).uses("users.full_name", "read", ReportText.ago(DAY)).writeTo(more);
      assertThat(Asking.usual().about(reports, more).passes()).isFalse();
      assertThat(Asking.usual().about(more, reports).passes()).isFalse();
    }

    @Test
    void theSameFileTwiceIsOneReport(@org.junit.jupiter.api.io.TempDir Path more) {
      web().writeTo(more);
      assertThat(Asking.usual().about(reports, more).passes()).isTrue();
    }

    @Test
    void twoStatesWithOneSequenceHold(@org.junit.jupiter.api.io.TempDir Path more) {
      web().version("2.0").writeTo(more);
      Verdict verdict = Asking.usual().about(reports, more);
      assertThat(finding(verdict).outcome()).isEqualTo(Outcome.HOLD);
      assertThat(VerdictText.of(verdict)).contains("Two reports contradict each other");
    }

    @Test
    void twoServicesWithOneInstanceNameHold() {
      new ReportText("nightly", "web-1").writeTo(reports);
      holds("Two reports contradict each other");
    }
  }

  @Nested
  class Newer extends RuleContract {
    Newer() {
      super("newer-report");
    }

    @Test
    void format1Passes() {
      passes();
    }

    @Test
    void format2Holds() {
      web().format(2).writeTo(reports);
      holds("format 2, and this gate reads up to format 1");
    }

    @Test
    void aNewerReportThatWeCouldNotReadOtherwiseIsStillNewer() {
      ReportText.write(
          reports.resolve("x.jsonl"), "{\"type\":\"report\",\"format\":2,\"who\":{}}\nGARBAGE");
      holds("written by a newer agent");
    }
  }
}
