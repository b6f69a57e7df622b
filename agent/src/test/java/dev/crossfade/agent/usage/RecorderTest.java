package dev.crossfade.agent.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.agent.bridge.Noted;
import dev.crossfade.model.ColumnName;
import dev.crossfade.sql.Analysis;
import dev.crossfade.sql.Analyzer;
import dev.crossfade.sql.Usage;
import dev.crossfade.sql.UsageKind;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecorderTest {

  private static final ColumnName COLUMN = ColumnName.parse("users.full_name");

  private final BlindSpots blindSpots = new BlindSpots(() -> 1);
  private final AtomicInteger analysed = new AtomicInteger();

  private Recorder recorder(Function<String, Analysis> analysis) {
    return new Recorder(
        List.of(COLUMN),
        columns ->
            sql -> {
              analysed.incrementAndGet();
              return analysis.apply(sql);
            },
        () -> 1,
        blindSpots);
  }

  private Recorder recorder() {
    return recorder(new Analyzer(List.of(COLUMN))::analyze);
  }

  private static final class Query implements Noted {
    private @Nullable Object note;

    @Override
    public @Nullable Object crossfade$note() {
      return note;
    }

    @Override
    public void crossfade$note(@Nullable Object note) {
      this.note = note;
    }
  }

  private static long total(Recorder recorder, String kind) {
    return recorder.ledger().statements().stream()
        .flatMap(statement -> statement.usages().stream())
        .filter(usage -> usage.kind().equals(kind))
        .flatMap(usage -> usage.sites().stream())
        .mapToLong(site -> site.tally().count())
        .sum();
  }

  @Test
  void oneTextIsAnalysedOnceHoweverOftenItComes() {
    Recorder recorder = recorder();
    for (int i = 0; i < 1000; i++) {
      recorder.sent(new Query(), "SELECT full_name FROM users");
      recorder.sent(null, new String("SELECT full_name FROM users"));
      recorder.copied("SELECT full_name FROM users");
    }
    assertThat(analysed).hasValue(1);
    assertThat(total(recorder, "read")).isEqualTo(3000);
  }

  @Test
  void aUseWrittenIntoAMarkedTextDoesNotHideInAfter() {
    Recorder recorder = recorder();
    String marked =
        "SELECT display_name FROM users WHERE id = $1 /*crossfade users.display_name=%s*/";
    recorder.sent(null, marked.formatted("AFTER"));
    assertThat(total(recorder, "read")).isZero();
    recorder.sent(null, marked.formatted("AFTER") + " AND full_name = 'x'");
    assertThat(total(recorder, "read")).isOne();
    recorder.sent(null, marked.formatted("NEW_READ") + " AND full_name = 'x'");
    assertThat(total(recorder, "read")).isOne();
  }

  @Test
  void aTextWithoutTheTablesNameIsNotAnalysed() {
    Recorder recorder = recorder();
    Query query = new Query();
    recorder.sent(query, "SELECT full_name FROM orders");
    recorder.sent(query, "SELECT full_name FROM orders");
    assertThat(analysed).hasValue(0);
    assertThat(recorder.watches(query.crossfade$note())).isFalse();
    assertThat(recorder.ledger().statements()).isEmpty();
  }

  @Test
  void aMillionDistinctStatementsFitIntoBoundedMemory() {
    Recorder recorder =
        recorder(
            sql ->
                new Analysis(
                    sql,
                    sql.substring(0, 12),
                    List.of(new Usage(COLUMN, UsageKind.READ)),
                    null,
                    true));
    for (int i = 0; i < 500_000; i++) {
      recorder.sent(null, "/* " + i + " */ SELECT 1 FROM orders WHERE id = " + i);
      recorder.sent(null, String.format("%012d SELECT full_name FROM users", i));
    }
    assertThat(total(recorder, "read")).as("none is lost").isEqualTo(500_000);
    assertThat(recorder.ledger().statements()).hasSizeLessThanOrEqualTo(5_001);
    assertThat(recorder.textsKept()).isLessThanOrEqualTo(10_000);
    assertThat(blindSpots.all().keySet())
        .containsExactly(new BlindSpots.Spot(Blindness.OVERFLOW, "distinct statements"));
  }

  @Test
  void longTextsFitIntoBoundedMemoryToo() {
    Recorder recorder = recorder(sql -> new Analysis(sql, sql, List.of(), null, true));
    String filler = "x".repeat(100_000);
    for (int i = 0; i < 2_000; i++) {
      recorder.sent(null, "SELECT " + i + " FROM users /* " + filler + " */");
    }
    assertThat(recorder.textsKept()).isLessThanOrEqualTo(161);
  }

  @Test
  void anAnalysisThatFailsLeavesAPossibleUseAndABlindSpot() {
    Recorder recorder =
        recorder(
            sql -> {
              throw new IllegalStateException("canary");
            });
    recorder.sent(new Query(), "SELECT full_name FROM users WHERE email = 'canary'");
    assertThat(total(recorder, "possible")).isEqualTo(1);
    assertThat(blindSpots.all().keySet().toString())
        .contains("HOOK_FAILED", "IllegalStateException")
        .doesNotContain("canary");
  }

  @Test
  void aFailureOfTheDriversObjectReachesNobody() {
    Recorder recorder = recorder();
    recorder.sent(
        new Noted() {
          private int calls;

          @Override
          public @Nullable Object crossfade$note() {
            return null;
          }

          @Override
          public void crossfade$note(@Nullable Object note) {
            throw new IllegalStateException("canary " + calls++);
          }
        },
        "SELECT full_name FROM users");
    assertThat(blindSpots.all().keySet().toString())
        .contains("HOOK_FAILED")
        .doesNotContain("canary");
  }

  @Test
  void starsCountAsConsumedOnceTheResultIsAskedForThem() {
    Recorder recorder = recorder();
    Query query = new Query();
    Query result = new Query();
    recorder.sent(query, "SELECT * FROM users");
    assertThat(recorder.watches(query.crossfade$note())).isTrue();
    recorder.returned(result, query.crossfade$note(), new String[] {"id", "Full_Name"});
    recorder.asked(result, 1);
    assertThat(total(recorder, "consumed")).isZero();
    recorder.asked(result, 2);
    assertThat(result.crossfade$note()).as("nothing is left to watch").isNull();
    recorder.asked(result, 2);
    assertThat(total(recorder, "consumed")).isEqualTo(1);
    assertThat(total(recorder, "fetched")).isEqualTo(1);
  }

  @Test
  void aResultWithoutTheColumnIsNotWatched() {
    Recorder recorder = recorder();
    Query query = new Query();
    Query result = new Query();
    recorder.sent(query, "SELECT * FROM users");
    recorder.returned(result, query.crossfade$note(), new String[] {"id"});
    assertThat(result.crossfade$note()).isNull();
  }

  @Test
  void whereResultsCanNotBeWatchedStarsAreConsumed() {
    Recorder recorder = recorder();
    recorder.sent(null, "SELECT * FROM users");
    recorder.resultsUnwatched();
    recorder.sent(new Query(), "SELECT * FROM users");
    assertThat(total(recorder, "consumed")).isEqualTo(2);
  }

  @Test
  void aColumnFoundLaterIsSeenInStatementsThatWereKnownBefore() throws Exception {
    Recorder recorder =
        new Recorder(List.of(), columns -> new Analyzer(columns)::analyze, () -> 1, blindSpots);
    Query query = new Query();
    recorder.sent(query, "SELECT full_name FROM users");
    assertThat(recorder.ledger().statements()).isEmpty();
    recorder.discover(
        DescriptorsTest.loaderOf(
            "{\"format\":1,\"transitions\":[{\"table\":\"users\",\"oldColumn\":\"full_name\"}]}"));
    recorder.sent(query, "SELECT full_name FROM users");
    assertThat(total(recorder, "read")).isEqualTo(1);
  }
}
