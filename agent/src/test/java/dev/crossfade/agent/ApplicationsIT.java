package dev.crossfade.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Loaders;
import com.acme.OldDriver;
import com.acme.OtherAgent;
import com.acme.Sites;
import com.acme.Tools;
import com.acme.Workload;
import com.zaxxer.hikari.HikariDataSource;
import dev.crossfade.generated.Fallbacks;
import dev.crossfade.testing.Postgres;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.ByteBuddy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.Driver;
import org.slf4j.Logger;

/** Applications that are not as simple as one class path and one driver. */
@ParameterizedClass
@MethodSource("dev.crossfade.agent.ForkedJvm#jdks")
class ApplicationsIT {

  private static final Postgres DATABASE =
      Postgres.database()
          .run(
              """
              CREATE TABLE users (id bigserial PRIMARY KEY, full_name text, email text);
              INSERT INTO users (full_name) VALUES ('a'), ('b')
              """);

  private static final String TEST_CLASSES = ForkedJvm.path(Workload.class);
  private static final String DRIVER = ForkedJvm.path(Driver.class);

  private final Path jdk;

  @TempDir private Path reports;
  @TempDir private Path folder;

  ApplicationsIT(Path jdk) {
    this.jdk = jdk;
  }

  private ForkedJvm jvm(String track) {
    return new ForkedJvm(jdk).agent("service=web,reports=" + reports + track);
  }

  private Report report(ForkedJvm.Outcome outcome) throws IOException {
    assertThat(outcome.exit()).as(outcome.output()).isZero();
    return Report.only(reports);
  }

  @Test
  void everyCallSiteShowsBehindAPoolAndAProxy() throws IOException {
    Report report =
        report(
            jvm(",track=users.full_name")
                .classPath(
                    TEST_CLASSES,
                    DRIVER,
                    ForkedJvm.path(HikariDataSource.class),
                    ForkedJvm.path(Logger.class))
                .run(Sites.class, DATABASE.url()));
    assertThat(report.usages().toString())
        .contains("Sites.busy", "Sites.alternating", "1 read Sites.select")
        .doesNotContain("hikari", "unknown");
    assertThat(report.lines("usage").stream().mapToLong(line -> Long.parseLong(line.get("count"))))
        .satisfies(counts -> assertThat(counts.stream().mapToLong(c -> c).sum()).isEqualTo(6001));
  }

  @Test
  void aDriverInEachOfTwoClassLoaders() throws IOException {
    String application = TEST_CLASSES + File.pathSeparator + DRIVER;
    Report report =
        report(
            jvm(",track=users.full_name")
                .classPath(TEST_CLASSES)
                .run(Loaders.class, DATABASE.url(), application, application));
    assertThat(report.usages())
        .containsExactly(
            "2 consumed Workload.starByLabel",
            "2 fetched Workload.starByLabel",
            "6 read Workload.plainStatement");
    assertThat(report.blind()).isEmpty();
  }

  @Test
  void descriptorsAreFoundWhereTheApplicationsAre() throws IOException {
    String first = descriptor("first", "{\"format\":1,\"transitions\":[" + rename("other") + "]}");
    String second =
        descriptor(
            "second",
            "{\"format\":1,\"tool\":{\"x\":[1]},\"transitions\":["
                + rename("email")
                + ","
                + rename("full_name")
                + "]}");
    String rest = File.pathSeparator + TEST_CLASSES + File.pathSeparator + DRIVER;
    Report report =
        report(
            jvm("")
                .classPath(first, TEST_CLASSES)
                .run(Loaders.class, DATABASE.url(), second + rest));
    assertThat(report.lines("tracked"))
        .extracting(line -> line.get("column"))
        .containsExactly("users.other", "users.email", "users.full_name");
    assertThat(report.usages())
        .contains("3 read Workload.plainStatement", "1 consumed Workload.starByLabel");
  }

  @Test
  void anUnreadableDescriptorIsABlindSpot() throws IOException {
    String newer = descriptor("newer", "{\"format\":2,\"transitions\":[]}");
    Report report =
        report(
            jvm("")
                .classPath(newer, TEST_CLASSES, DRIVER)
                .run(Workload.class, DATABASE.url(), "plainStatement"));
    assertThat(report.blind()).containsExactly("bad-descriptor");
  }

  private String descriptor(String name, String json) throws IOException {
    Path entry = folder.resolve(name);
    Path file = entry.resolve("META-INF/crossfade/transitions.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, json);
    return entry.toString();
  }

  private static String rename(String column) {
    return "{\"kind\":\"rename\",\"schema\":null,\"table\":\"users\",\"oldColumn\":\""
        + column
        + "\",\"newColumn\":\"new_"
        + column
        + "\",\"phase\":\"BEFORE\"}";
  }

  @Test
  void theApplicationsOwnByteBuddyAndRuntimeStayItsOwn() throws IOException {
    String runtime = ForkedJvm.path(Fallbacks.class);
    ForkedJvm.Outcome outcome =
        jvm(",track=users.full_name")
            .classPath(TEST_CLASSES, DRIVER, runtime, ForkedJvm.path(ByteBuddy.class))
            .run(Tools.class, DATABASE.url(), "plainStatement");
    Report report = report(outcome);
    assertThat(outcome.output())
        .isEqualTo(
            "users.full_name\n" + Path.of(runtime).toUri().toURL() + "\ncom.acme.Made\ndone\n");
    assertThat(report.lines("fallbacks"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.get("transition")).isEqualTo("users.display_name");
              assertThat(line.get("count")).isEqualTo("3");
            });
    assertThat(report.usages()).containsExactly("3 read Workload.plainStatement");
  }

  @Test
  void driversThatCanNotBeHeardAreBlindSpots() throws IOException {
    Report report =
        report(
            jvm(",track=users.full_name")
                .classPath(TEST_CLASSES, DRIVER, ForkedJvm.path(ByteBuddy.class))
                .run(OldDriver.class, DATABASE.url(), "starUnread"));
    assertThat(report.lines("blind"))
        .extracting(line -> line.get("what") + ": " + line.get("detail"))
        .containsExactlyInAnyOrder(
            "hook-failed: org.postgresql.core.v3.QueryExecutorImpl has no method"
                + " sendOneQuery(SimpleQuery, …)",
            "hook-failed: org.postgresql.jdbc.PgResultSet has no constructor (Query,"
                + " BaseStatement, Field[], …)",
            "unhooked-driver: pgjdbc under another name (com.acme.shaded.pg)",
            "unhooked-driver: Vert.x (io.vertx.pgclient)");
    assertThat(report.usages())
        .as("where results can not be watched, what is fetched is consumed")
        .containsExactly("1 consumed Workload.starUnread", "1 fetched Workload.starUnread");
  }

  @Test
  void anotherAgentMayTransformTheDriverAgain() throws IOException {
    ForkedJvm.Outcome outcome =
        jvm(",track=users.full_name")
            .option("-javaagent:" + otherAgent())
            .classPath(TEST_CLASSES, DRIVER)
            .run(OtherAgent.class, DATABASE.url(), "plainStatement", "starByLabel");
    Report report = report(outcome);
    assertThat(report.usages())
        .containsExactly(
            "2 consumed Workload.starByLabel",
            "2 fetched Workload.starByLabel",
            "6 read Workload.plainStatement");
    assertThat(report.blind()).isEmpty();
  }

  @Test
  void aDriverLoadedBeforeTheAgentIsStillHeard() throws IOException {
    ForkedJvm.Outcome outcome =
        new ForkedJvm(jdk)
            .option("-javaagent:" + otherAgent() + "=load")
            .agent("service=web,track=users.full_name,reports=" + reports)
            .classPath(TEST_CLASSES, DRIVER)
            .run(OtherAgent.class, DATABASE.url(), "preparedStatement", "starUnread");
    Report report = report(outcome);
    assertThat(report.usages())
        .containsExactly(
            "2 consumed Workload.starUnread",
            "2 fetched Workload.starUnread",
            "200 read Workload.preparedStatement");
    assertThat(report.blind()).containsOnly("hook-failed");
  }

  private Path otherAgent() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", OtherAgent.class.getName());
    manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
    Path jar = folder.resolve("other-agent.jar");
    try (OutputStream file = Files.newOutputStream(jar)) {
      new JarOutputStream(file, manifest).close();
    }
    return jar;
  }
}
