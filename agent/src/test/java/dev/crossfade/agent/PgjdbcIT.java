package dev.crossfade.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Workload;
import dev.crossfade.testing.Postgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way from pgjdbc to the server, in a JVM of its own with the packaged agent. */
@ParameterizedClass
@MethodSource("dev.crossfade.agent.ForkedJvm#jdks")
class PgjdbcIT {

  private static final Postgres DATABASE = Postgres.database();

  private final Path jdk;

  @TempDir private Path reports;

  PgjdbcIT(Path jdk) {
    this.jdk = jdk;
  }

  @BeforeEach
  void fill() {
    DATABASE.run(
        """
        DROP TABLE IF EXISTS users, customers;
        CREATE TABLE users (id bigserial PRIMARY KEY, full_name text, email text,
          data jsonb, display_name text);
        CREATE TABLE customers (full_name text);
        INSERT INTO users (full_name, email)
          SELECT 'canary-row-' || n, 'mail' || n FROM generate_series(1, 5) n
        """);
  }

  private Report report(String workload) throws IOException {
    return report(workload, "");
  }

  private Report report(String workload, String parameters) throws IOException {
    ForkedJvm.Outcome outcome =
        new ForkedJvm(jdk)
            .agent("service=web,version=7,track=users.full_name,reports=" + reports)
            .run(Workload.class, DATABASE.url() + parameters, workload);
    assertThat(outcome.exit()).as(outcome.output()).isZero();
    Report report = Report.only(reports);
    assertThat(report.text()).doesNotContain("canary");
    assertThat(outcome.output()).as("the agent is silent").isEqualTo("done\n");
    assertThat(report.end().get("state")).isEqualTo("ended");
    assertThat(report.end().get("lines")).isEqualTo("" + (report.lines().size() - 1));
    return report;
  }

  @Test
  void plainStatement() throws IOException {
    Report report = report("plainStatement");
    assertThat(report.usages()).containsExactly("3 read Workload.plainStatement");
    assertThat(report.lines("statement").get(0).get("sql"))
        .isEqualTo("select full_name from users where email = ?");
    assertThat(report.blind()).isEmpty();
  }

  @Test
  void preparedStatementExecutedAgain() throws IOException {
    assertThat(report("preparedStatement").usages())
        .containsExactly("100 read Workload.preparedStatement");
  }

  @Test
  void eachEntryOfABatch() throws IOException {
    assertThat(report("batch").usages())
        .containsExactly(
            "1 read Workload.batch", "1 write Workload.batch", "7 write Workload.batch");
  }

  @Test
  void callableStatement() throws IOException {
    assertThat(report("call").usages()).containsExactly("1 read Workload.call");
  }

  @Test
  void copyInBothDirections() throws IOException {
    assertThat(report("copy").usages())
        .containsExactly("1 read Workload.copy", "1 write Workload.copy");
  }

  @Test
  void rowsThatComeInPortions() throws IOException {
    assertThat(report("cursor").usages())
        .containsExactly("1 fetched Workload.cursor", "1 read Workload.cursor");
  }

  @Test
  void starThatNobodyReads() throws IOException {
    assertThat(report("starUnread").usages()).containsExactly("1 fetched Workload.starUnread");
  }

  @Test
  void starReadByLabel() throws IOException {
    assertThat(report("starByLabel").usages())
        .containsExactly("1 consumed Workload.starByLabel", "1 fetched Workload.starByLabel");
  }

  @Test
  void starReadByIndexCountsOnceAResult() throws IOException {
    assertThat(report("starByIndex").usages())
        .containsExactly("10 consumed Workload.starByIndex", "10 fetched Workload.starByIndex");
  }

  @Test
  void starReadAsAType() throws IOException {
    assertThat(report("starByType").usages())
        .containsExactly("1 consumed Workload.starByType", "1 fetched Workload.starByType");
  }

  @Test
  void generatedKeysReturnEveryColumn() throws IOException {
    assertThat(report("generatedKeys").usages())
        .containsExactly("1 consumed Workload.generatedKeys", "1 fetched Workload.generatedKeys");
  }

  @Test
  void updatableResults() throws IOException {
    assertThat(report("updatableResult").usages())
        .contains("1 fetched Workload.updatableResult", "1 write Workload.updatableResult")
        .noneMatch(usage -> usage.contains("possible"));
  }

  @Test
  void aStatementThatIsOnlyDescribedNeedsTheColumnToo() throws IOException {
    assertThat(report("describedOnly").usages()).containsExactly("1 read Workload.describedOnly");
  }

  @ParameterizedTest
  @ValueSource(strings = {"simple", "extended", "extendedForPrepared", "extendedCacheEverything"})
  void everyQueryMode(String mode) throws IOException {
    String parameters = "&autosave=always&preferQueryMode=" + mode;
    assertThat(report("starByIndex", parameters).usages())
        .containsExactly("10 consumed Workload.starByIndex", "10 fetched Workload.starByIndex");
  }

  @Test
  void severalStatementsAsOneSimpleQuery() throws IOException {
    assertThat(report("manyParts", "&preferQueryMode=simple").usages())
        .containsExactly("1 write Workload.manyParts");
  }

  @Test
  void batchesThatTheDriverRewrites() throws IOException {
    assertThat(report("batch", "&reWriteBatchedInserts=true").usages())
        .contains("1 read Workload.batch", "1 write Workload.batch")
        .allMatch(usage -> usage.matches("[1-4] (read|write) Workload.batch"));
  }

  @Test
  void partsOfOneText() throws IOException {
    assertThat(report("manyParts").usages()).containsExactly("1 write Workload.manyParts");
  }

  @Test
  void questionMarkOperators() throws IOException {
    Report report = report("operators");
    assertThat(report.usages()).containsExactly("1 read Workload.operators");
    assertThat(report.blind()).isEmpty();
  }

  @Test
  void markedStatementsAreTheTransitionsOwn() throws IOException {
    Report report = report("marked");
    assertThat(report.usages()).containsExactly("1 read Workload.marked");
    assertThat(report.lines("own"))
        .extracting(line -> line.get("transition") + " " + line.get("phase"))
        .containsExactlyInAnyOrder(
            "users.display_name DUAL_WRITE", "users.display_name FALLBACK_READ");
  }

  @Test
  void noLiteralOfAnyKindIsReported() throws IOException {
    Report report = report("literals");
    assertThat(report.usages()).allMatch(usage -> usage.matches("\\d read Workload.literals"));
    assertThat(report.lines("usage").stream().mapToInt(u -> Integer.parseInt(u.get("count"))).sum())
        .isEqualTo(11);
  }

  @Test
  void noLiteralIsReportedWhereBackslashesEscape() throws IOException {
    assertThat(report("backslashes").usages()).hasSize(1);
  }

  @Test
  void unparsableTextIsPossibleAndBlind() throws IOException {
    Report report = report("unparsable");
    assertThat(report.usages()).containsExactly("1 possible Workload.unparsable");
    assertThat(report.blind()).containsExactly("unparsed");
  }

  @Test
  void otherColumnsAndTablesLeaveNoTrace() throws IOException {
    Report report = report("untracked");
    assertThat(report.usages()).isEmpty();
    assertThat(report.lines("statement")).isEmpty();
    assertThat(report.lines("tracked")).hasSize(1);
  }
}
