package dev.crossfade.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as one starts it: its jar, in a JVM of its own. */
class DemoIT {

  @TempDir Path directory;

  @Test
  void itTellsTheWholeStoryAndNothingFails() throws Exception {
    Run run = demo("--json", "--rows", "5000", "--soak", "1", "--window", "6");

    assertThat(run.exit).as(run.err).isZero();
    JsonNode summary = JsonMapper.builder().build().readTree(run.out);
    assertThat(summary.get("passed").booleanValue()).isTrue();
    assertThat(summary.get("requestsFailed").longValue()).isZero();
    assertThat(summary.get("requestsServed").longValue()).isGreaterThan(500);
    assertThat(summary.get("acknowledgedWrites").longValue()).isGreaterThan(150);
    assertThat(summary.get("rowsDiffering").longValue()).isZero();
    assertThat(summary.get("rows").longValue()).isGreaterThan(4_000);
    assertThat(summary.get("nightlyReports").longValue()).isGreaterThan(3);
    assertThat(summary.get("nightlyReportsWrong").longValue()).isZero();
    assertThat(summary.get("phases").findValuesAsText("phase"))
        .containsExactly(
            "BEFORE", "DUAL_WRITE", "FALLBACK_READ", "NEW_READ", "AFTER", "contracted");
    summary
        .get("phases")
        .forEach(phase -> assertThat(phase.get("requestsServed").longValue()).isPositive());
    JsonNode hold = summary.get("gate").get(0);
    assertThat(hold.get("verdict").textValue()).isEqualTo("HOLD");
    assertThat(hold.get("exit").intValue()).isEqualTo(1);
    assertThat(hold.get("holding").toString()).contains("\"reads\"");
    assertThat(hold.get("callSite").textValue())
        .isEqualTo(
            "com.acme.nightly.v1.NightlyReport.nameless(NightlyReport.java:"
                + lineThatAsks("v1")
                + ")");
    JsonNode pass = summary.get("gate").get(1);
    assertThat(pass.get("verdict").textValue()).isEqualTo("PASS");
    assertThat(pass.get("exit").intValue()).isZero();
    assertThat(run.err).contains("crossfade contract").contains("All as it should be.");
  }

  @Test
  void badUsageIsSaidAndNothingIsStarted() throws Exception {
    Run run = demo("--rows", "10");

    assertThat(run.exit).isEqualTo(2);
    assertThat(run.err).startsWith("[bad-usage] --rows is too small: 10.");
    assertThat(run.out).isEmpty();
  }

  @Test
  void helpNamesEveryOption() throws Exception {
    Run run = demo("--help");

    assertThat(run.exit).isZero();
    assertThat(run.out).contains("--keep", "--json", "--rows", "--window", "Exit codes");
  }

  /** Where the source asks, so that the line in the report is proven and not merely some line. */
  private static int lineThatAsks(String version) throws IOException {
    List<String> source =
        Files.readAllLines(
            Path.of("src/main/java/com/acme/nightly/" + version + "/NightlyReport.java"));
    for (int i = 0; i < source.size(); i++) {
      if (source.get(i).contains("executeQuery(")) {
        return i + 1;
      }
    }
    throw new AssertionError("nothing asks");
  }

  private record Run(int exit, String out, String err) {}

  private Run demo(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar", "target/crossfade-demo.jar"));
    command.addAll(List.of(arguments));
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroy();
      process.waitFor();
      throw new AssertionError("it hangs: " + Files.readString(err));
    }
    return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
