package dev.crossfade.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** An agent that was not at work would be measured as one that costs nothing. */
class AgentReportsTest {

  private static final String TRACKED = "{\"type\":\"tracked\",\"column\":\"users.full_name\"}\n";
  private static final String USAGE = "{\"type\":\"usage\",\"column\":\"users.full_name\"}\n";
  private static final String BLIND = "{\"type\":\"blind\",\"what\":\"hook-failed\"}\n";

  @Test
  void noReportIsADoubt() throws IOException {
    try (AgentReports reports = AgentReports.temporary()) {
      assertThat(reports.doubt(false)).contains("tracked");
    }
  }

  @Test
  void aTrackedStatementThatWasNotCountedIsADoubt() throws IOException {
    try (AgentReports reports = reported(TRACKED)) {
      assertThat(reports.doubt(true)).contains("use");
      assertThat(reports.doubt(false)).isNull();
    }
  }

  @Test
  void aHookThatFailedIsADoubt() throws IOException {
    try (AgentReports reports = reported(TRACKED + USAGE + BLIND)) {
      assertThat(reports.doubt(true)).contains("hook-failed");
    }
  }

  @Test
  void aCountedUseIsNone() throws IOException {
    try (AgentReports reports = reported(TRACKED + USAGE)) {
      assertThat(reports.doubt(true)).isNull();
    }
  }

  private static AgentReports reported(String content) throws IOException {
    AgentReports reports = AgentReports.temporary();
    Files.writeString(reports.directory().resolve("benchmarks-1.jsonl"), content);
    return reports;
  }
}
