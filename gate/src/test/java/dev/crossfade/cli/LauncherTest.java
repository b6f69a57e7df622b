package dev.crossfade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The script {@code ./crossfade} in a checkout of its own, with a java and a Maven that only tell.
 */
class LauncherTest {

  @TempDir Path checkout;

  private Path home;

  private record Ran(int exit, String out, String err) {}

  @BeforeEach
  void checkoutWithAStubbedJdk() throws IOException {
    home = checkout.resolve("jdk 17");
    for (String dir :
        List.of("runtime", "processor", "agent", "gate/src", "examples/demo", "jdk 17/bin")) {
      Files.createDirectories(checkout.resolve(dir));
    }
    Files.copy(Path.of("../crossfade"), checkout.resolve("crossfade"));
    Files.setPosixFilePermissions(
        checkout.resolve("crossfade"), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(checkout.resolve("pom.xml"), "<project/>");
    java("17.0.15");
    script(home.resolve("bin/javac"), "true");
    maven(
        "mkdir -p gate/target examples/demo/target; touch gate/target/crossfade.jar"
            + " examples/demo/target/crossfade-demo.jar");
  }

  private void java(String version) throws IOException {
    script(
        home.resolve("bin/java"),
        "if [ \"$1\" = -version ]; then echo 'openjdk version \""
            + version
            + "\" 2025-04-15' >&2; else echo \"java $*\"; fi");
  }

  private void maven(String action) throws IOException {
    script(checkout.resolve("mvnw"), "echo \"$*\" >>maven.log; echo 'the log'; " + action);
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Ran run(String... args) throws IOException, InterruptedException {
    return run(checkout.resolve("crossfade"), Map.of("JAVA_HOME", home.toString()), args);
  }

  private Ran run(Path launcher, Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(launcher.toString());
    builder.command().addAll(List.of(args));
    builder.environment().putAll(environment);
    File out = checkout.resolve("out.txt").toFile();
    File err = checkout.resolve("err.txt").toFile();
    builder.redirectOutput(out).redirectError(err).directory(new File("/"));
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ran(
        process.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
  }

  private List<String> builds() throws IOException {
    Path log = checkout.resolve("maven.log");
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  @Test
  void buildsWhatIsMissingAndSaysWhy() throws Exception {
    Ran ran = run("gate", "a b");
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).endsWith("-jar " + checkout + "/gate/target/crossfade.jar gate a b\n");
    assertThat(ran.err()).contains("building gate (gate/target/crossfade.jar does not exist)");
    assertThat(builds()).containsExactly("-q -B -Pfast -DskipTests -pl gate -am package");
  }

  @Test
  void buildsNothingThatIsFresh() throws Exception {
    run("gate");
    assertThat(run("gate").err()).isEmpty();
    assertThat(builds()).hasSize(1);
  }

  @Test
  void buildsAnewWhatIsStale() throws Exception {
    run("gate");
    Path changed = Files.writeString(checkout.resolve("gate/src/A.java"), "");
    Files.setLastModifiedTime(changed, FileTime.from(Instant.now().plusSeconds(5)));
    assertThat(run("gate").err()).contains("building gate (gate/src/A.java is newer)");
  }

  @Test
  void aChangedTestIsNoReasonToBuild() throws Exception {
    run("gate");
    Files.createDirectories(checkout.resolve("gate/src/test"));
    Path changed = Files.writeString(checkout.resolve("gate/src/test/A.java"), "");
    Files.setLastModifiedTime(changed, FileTime.from(Instant.now().plusSeconds(5)));
    assertThat(run("gate").err()).isEmpty();
  }

  /** Or the build of one jar would make the other stale, and each command build anew. */
  @Test
  void whatABuildWritesBesideTheSourcesIsNoReasonToBuild() throws Exception {
    run("gate");
    Path written = Files.writeString(checkout.resolve("runtime/dependency-reduced-pom.xml"), "");
    Files.setLastModifiedTime(written, FileTime.from(Instant.now().plusSeconds(5)));
    assertThat(run("gate").err()).isEmpty();
  }

  @Test
  void theDemoIsItsOwnJar() throws Exception {
    Ran ran = run("demo", "--keep");
    assertThat(ran.out())
        .endsWith("-jar " + checkout + "/examples/demo/target/crossfade-demo.jar --keep\n");
    assertThat(builds()).containsExactly("-q -B -Pfast -DskipTests -pl examples/demo -am package");
  }

  @Test
  void aBuildThatFailsShowsItsLog() throws Exception {
    maven("exit 1");
    Ran ran = run("gate");
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("the log", "[build-failed]", "target/crossfade-build.log");
  }

  @Test
  void aLinkToTheScriptWorks() throws Exception {
    Path link = Files.createSymbolicLink(checkout.resolve("link"), Path.of("crossfade"));
    Path far = Files.createDirectory(checkout.resolve("far"));
    Path second = Files.createSymbolicLink(far.resolve("cf"), Path.of("../link"));
    Map<String, String> environment = Map.of("JAVA_HOME", home.toString());
    assertThat(run(link, environment, "gate").exit()).isZero();
    assertThat(run(second, environment, "gate").exit()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"11.0.2, old-java", "1.8.0_402, old-java", "25-ea, ''", "17, ''", "21.0.1, ''"})
  void theVersionDecides(String version, String id) throws Exception {
    java(version);
    Ran ran = run("gate");
    assertThat(ran.exit()).isEqualTo(id.isEmpty() ? 0 : 2);
    assertThat(ran.err()).contains(id);
  }

  @Test
  void aJavaHomeWithoutJavaIsRefused() throws Exception {
    Ran ran = run(checkout.resolve("crossfade"), Map.of("JAVA_HOME", "/nowhere"), "gate");
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("[no-java]", "JAVA_HOME=/nowhere", "docs/problems/no-java.md");
  }
}
