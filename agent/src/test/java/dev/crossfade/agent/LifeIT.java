package dev.crossfade.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.AtExit;
import com.acme.Workload;
import com.sun.tools.attach.VirtualMachine;
import dev.crossfade.testing.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.Driver;

/** The agent's start and end, and what may go wrong in between. */
@ParameterizedClass
@MethodSource("dev.crossfade.agent.ForkedJvm#jdks")
class LifeIT {

  private static final Postgres DATABASE =
      Postgres.database()
          .run(
              """
              CREATE TABLE users (
                id bigserial, full_name text, email text, display_name text);
              CREATE TABLE customers (full_name text)
              """);

  private final Path jdk;

  @TempDir private Path folder;

  LifeIT(Path jdk) {
    this.jdk = jdk;
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
    while (!condition.call()) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.onSpinWait();
    }
  }

  private boolean hasLine(String type) throws IOException {
    try (var files = Files.list(folder)) {
      if (files.noneMatch(file -> file.toString().endsWith(".jsonl"))) {
        return false;
      }
    }
    return !Report.only(folder).lines(type).isEmpty();
  }

  @Test
  void killedTheReportSaysRunning() throws Exception {
    Process process =
        new ForkedJvm(jdk)
            .agent("service=web,track=users.full_name,flush=1,reports=" + folder)
            .start(Workload.class, DATABASE.url(), "killSelf");
    ForkedJvm.awaitLine(process, "ready");
    await(
        () ->
            hasLine("usage")
                && Report.only(folder).usages().equals(List.of("3 read Workload.plainStatement")));
    process.destroyForcibly().waitFor();

    Report report = Report.only(folder);
    assertThat(report.usages()).containsExactly("3 read Workload.plainStatement");
    assertThat(report.end().get("type")).isEqualTo("end");
    assertThat(report.end().get("state")).isEqualTo("running");
  }

  @Test
  void theReportExistsBeforeAnythingRan() throws Exception {
    Process process =
        new ForkedJvm(jdk)
            .agent("service=web,track=users.full_name,flush=3600,reports=" + folder)
            .start(Workload.class, DATABASE.url(), "killSelf");
    try {
      await(() -> hasLine("end"));
      assertThat(Report.only(folder).end().get("state")).isEqualTo("running");
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void statementsOfOtherShutdownHooksAreSeen() throws IOException {
    ForkedJvm.Outcome outcome =
        new ForkedJvm(jdk)
            .agent("service=web,track=users.full_name,reports=" + folder)
            .run(AtExit.class, DATABASE.url());
    assertThat(outcome.output()).isEqualTo("done\n");
    Report report = Report.only(folder);
    assertThat(report.usages()).containsExactly("3 read Workload.plainStatement");
    assertThat(report.end().get("state")).isEqualTo("ended");
  }

  @Test
  void aDirectoryThatCanNotBeWrittenDisturbsNobodyAndIsTriedAgain() throws Exception {
    Path blocked = Files.createFile(folder.resolve("blocked"));
    Process process =
        new ForkedJvm(jdk)
            .agent("service=web,track=users.full_name,flush=1,reports=" + blocked)
            .start(Workload.class, DATABASE.url(), "killSelf");
    ForkedJvm.awaitLine(process, "ready");
    Files.delete(blocked);
    await(() -> Files.isDirectory(blocked) && Files.list(blocked).findAny().isPresent());
    process.destroy();
    process.waitFor();

    Report report = Report.only(blocked);
    assertThat(report.usages()).containsExactly("3 read Workload.plainStatement");
    assertThat(report.blind()).containsExactly("flush-failed");
    assertThat(report.end().get("state")).isEqualTo("ended");
  }

  @Test
  void attachedLateItSaysSo() throws Exception {
    Process process =
        new ForkedJvm(jdk)
            .option("-XX:+EnableDynamicAgentLoading")
            .start(Workload.class, DATABASE.url(), "plainStatement", "afterKey");
    ForkedJvm.awaitLine(process, "press a key");
    VirtualMachine machine = VirtualMachine.attach(String.valueOf(process.pid()));
    machine.loadAgent(
        ForkedJvm.agentJar().toString(), "service=web,track=users.full_name,reports=" + folder);
    machine.detach();
    process.getOutputStream().write('\n');
    process.getOutputStream().close();
    assertThat(process.waitFor()).isZero();

    Report report = Report.only(folder);
    assertThat(report.lines().get(0).get("attached")).isEqualTo("late");
    assertThat(report.blind()).contains("attached-late");
    assertThat(report.usages())
        .containsExactly(
            "1 consumed Workload.starUnread",
            "1 fetched Workload.starUnread",
            "3 read Workload.plainStatement");
  }

  @Test
  void switchedOffItDoesNothing() throws IOException {
    ForkedJvm.Outcome outcome =
        new ForkedJvm(jdk)
            .agent("nonsense,reports=" + folder)
            .option("-Dcrossfade.agent.enabled=false")
            .run(Workload.class, DATABASE.url(), "plainStatement");
    assertThat(outcome).isEqualTo(new ForkedJvm.Outcome(0, "done\n"));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void badOptionsAreToldAndTheApplicationStarts() throws IOException {
    ForkedJvm.Outcome outcome =
        new ForkedJvm(jdk)
            .agent("flush=soon,colour=blue,track=users.full_name+nothing,reports=" + folder)
            .run(Workload.class, DATABASE.url(), "plainStatement");
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.output()).contains("[bad-agent-option]", "colour", "done\n");
    Report report = Report.only(folder);
    assertThat(report.lines("blind"))
        .extracting(line -> line.get("what") + " " + line.get("detail"))
        .containsExactlyInAnyOrder(
            "bad-option flush", "bad-option colour", "bad-option track", "bad-option service");
    assertThat(report.usages()).containsExactly("3 read Workload.plainStatement");
  }

  @Test
  void withoutADirectoryItSaysThatNothingIsRecorded() throws IOException {
    ForkedJvm.Outcome outcome =
        new ForkedJvm(jdk)
            .agent("service=web,track=users.full_name")
            .run(Workload.class, DATABASE.url(), "plainStatement");
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.output()).contains("[no-report-directory]", "done\n");
  }

  @Test
  void attachedTwiceItCountsOnce() throws IOException {
    String options = "service=web,track=users.full_name,reports=" + folder;
    ForkedJvm.Outcome outcome =
        new ForkedJvm(jdk)
            .agent(options)
            .agent(options)
            .run(Workload.class, DATABASE.url(), "plainStatement");
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.output()).contains("[agent-attached-twice]", "done\n");
    assertThat(Report.only(folder).usages()).containsExactly("3 read Workload.plainStatement");
  }

  @Test
  void theEnvironmentNamesTheService() throws IOException {
    new ForkedJvm(jdk)
        .agent("")
        .environment("CROSSFADE_AGENT_REPORTS", folder.toString())
        .environment("CROSSFADE_AGENT_TRACK", "users.full_name")
        .environment("OTEL_SERVICE_NAME", "web")
        .environment(
            "OTEL_RESOURCE_ATTRIBUTES", "service.version=1.2%2C3,service.instance.id=pod+1")
        .run(Workload.class, DATABASE.url(), "plainStatement");
    assertThat(folder.resolve("web-pod_1.jsonl")).exists();
    assertThat(Report.only(folder).lines().get(0))
        .containsEntry("service", "web")
        .containsEntry("version", "1.2,3")
        .containsEntry("instance", "pod+1");
  }

  @Test
  void aJobOfTheSameNameKeepsTheReportOfTheRunBefore() throws IOException {
    for (int run = 0; run < 2; run++) {
      new ForkedJvm(jdk)
          .agent("service=nightly,instance=job,track=users.full_name,reports=" + folder)
          .run(Workload.class, DATABASE.url(), run == 0 ? "plainStatement" : "untracked");
    }
    assertThat(Report.read(folder.resolve("nightly-job.jsonl")).usages())
        .containsExactly("3 read Workload.plainStatement");
    Report second = Report.read(folder.resolve("nightly-job-2.jsonl"));
    assertThat(second.usages()).isEmpty();
    assertThat(second.lines().get(0)).containsEntry("instance", "job-2");
  }

  @Test
  void aJvmThatAnyAgentMayCrashIsLeftAlone() throws Exception {
    Path application = jarOf(Path.of(ForkedJvm.path(Workload.class)));
    Path archive = folder.resolve("application.jsa");
    String[] classPath = {application.toString(), ForkedJvm.path(Driver.class)};
    new ForkedJvm(jdk)
        .option("-XX:ArchiveClassesAtExit=" + archive)
        .classPath(classPath)
        .run(Workload.class, DATABASE.url(), "plainStatement");
    assertThat(archive).exists();

    ForkedJvm.Outcome outcome =
        new ForkedJvm(jdk)
            .agent("service=web,track=users.full_name,reports=" + folder)
            .option("-XX:SharedArchiveFile=" + archive)
            .classPath(classPath)
            .run(Workload.class, DATABASE.url(), "plainStatement");

    assertThat(outcome.exit()).as(outcome.output()).isZero();
    assertThat(outcome.output()).endsWith("done\n");
    Report report = Report.only(folder);
    boolean dangerous =
        Files.readString(jdk.resolve("release")).matches("(?s).*JAVA_VERSION=\"(1\\d|2[0-3])\\..*");
    if (dangerous) {
      assertThat(outcome.output()).contains("[shared-archive]");
      assertThat(report.usages()).isEmpty();
      assertThat(report.blind()).containsExactly("hook-failed");
    } else {
      assertThat(report.usages()).containsExactly("3 read Workload.plainStatement");
      assertThat(report.blind()).isEmpty();
    }
  }

  private Path jarOf(Path classes) throws IOException {
    Path jar = folder.resolve("application.jar");
    try (var files = Files.walk(classes.resolve("com/acme"));
        JarOutputStream entries = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        entries.write(Files.readAllBytes(file));
      }
    }
    return jar;
  }

  @Test
  void theBridgeByJarWorksToo() throws IOException {
    ForkedJvm.Outcome outcome =
        new ForkedJvm(jdk)
            .agent("service=web,track=users.full_name,reports=" + folder)
            .option("-Dcrossfade.agent.bridge=jar")
            .run(Workload.class, DATABASE.url(), "plainStatement");
    assertThat(outcome.exit()).as(outcome.output()).isZero();
    assertThat(Report.only(folder).usages()).containsExactly("3 read Workload.plainStatement");
  }
}
