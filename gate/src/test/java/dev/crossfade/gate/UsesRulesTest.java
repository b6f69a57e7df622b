package dev.crossfade.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules reads and writes. */
class UsesRulesTest {

  @Nested
  class Reads extends RuleContract {
    Reads() {
      super("reads");
    }

    @Test
    void aQuietColumnPasses() {
      passes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "consumed", "whole-row", "possible"})
    void aReadInTheWindowHolds(String kind) {
      nightly().uses("users.full_name", kind, ReportText.ago(DAY)).writeTo(reports);
      holds("nightly 1.0 still reads users.full_name");
      holds("com.acme.Nightly.run(Nightly.java:42)\n         SELECT full_name FROM users");
      holds(kind + " 3 times, last 2026-11-19T12:00:00Z (1d ago)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"write", "positional", "ddl"})
    void aWriteIsNoRead(String kind) {
      nightly().uses("users.full_name", kind, ReportText.ago(DAY)).writeTo(reports);
      passes();
    }

    @Test
    void fetchedAndNeverAskedForPassesWithANote() {
      nightly().uses("users.full_name", "fetched", ReportText.ago(DAY)).writeTo(reports);
      passes();
      assertThat(finding(Asking.usual()).notes()).hasSize(1);
    }

    @Test
    void aReadAtTheStartOfTheWindowHolds() {
      nightly()
          .uses("users.full_name", "read", ReportText.ago(Duration.ofDays(7)))
          .writeTo(reports);
      holds("still reads");
    }

    @Test
    void aReadJustBeforeTheWindowPasses() {
      nightly()
          .uses("users.full_name", "read", ReportText.ago(Duration.ofDays(7).plusMillis(1)))
          .writeTo(reports);
      passes();
    }

    @Test
    void aReadAfterNowHolds() {
      nightly().uses("users.full_name", "read", ReportText.NOW.plusSeconds(3600)).writeTo(reports);
      holds("in 1h");
    }

    @Test
    void anotherColumnsReadPasses() {
      nightly()
          .uses("users.email", "read", ReportText.ago(DAY))
          .uses("accounts.full_name", "read", ReportText.ago(DAY))
          .writeTo(reports);
      passes();
    }

    @Test
    void aReadOfSomeSchemasTableHoldsWhereTheQuestionLeavesTheSchemaOpen() {
      nightly().uses("app.users.full_name", "read", ReportText.ago(DAY)).writeTo(reports);
      holds("still reads");
    }

    @Test
    void aReadOfAnotherSchemasTablePassesWhereTheQuestionNamesTheSchema() {
      nightly().uses("audit.users.full_name", "read", ReportText.ago(DAY)).writeTo(reports);
      passes(Asking.usual().column("app.users.full_name"));
    }

    @Test
    void anUnexpectedServicesReadHolds() {
      new ReportText("batch", "b1")
          .uses("users.full_name", "read", ReportText.ago(DAY))
          .writeTo(reports);
      holds("batch 1.0 still reads");
    }

    @Test
    void anEndedInstancesReadHolds() {
      new ReportText("nightly", "n0")
          .uses("users.full_name", "read", ReportText.ago(DAY))
          .ended(ReportText.ago(DAY))
          .writeTo(reports);
      holds("still reads");
    }

    @Test
    void instancesOfOneVersionAreOneReason() {
      for (int i = 0; i < 20; i++) {
        new ReportText("web", "many-" + i)
            .uses("users.full_name", "read", ReportText.ago(DAY))
            .writeTo(reports);
      }
      assertThat(finding(Asking.usual()).reasons()).hasSize(1);
      holds("read 60 times");
    }
  }

  @Nested
  class Writes extends RuleContract {
    Writes() {
      super("writes");
    }

    @Test
    void aQuietColumnPasses() {
      passes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"write", "positional", "ddl", "possible"})
    void aWriteInTheWindowHolds(String kind) {
      web().uses("users.full_name", kind, ReportText.ago(DAY)).writeTo(reports);
      holds("web 1.0 still writes users.full_name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "consumed", "whole-row", "fetched"})
    void aReadIsNoWrite(String kind) {
      web().uses("users.full_name", kind, ReportText.ago(DAY)).writeTo(reports);
      passes();
    }
  }
}
