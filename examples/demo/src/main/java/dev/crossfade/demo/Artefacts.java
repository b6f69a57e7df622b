package dev.crossfade.demo;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Problem;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the build has made: the applications' jars, their libraries and the agent, beside the demo's
 * own jar.
 *
 * @param directory the directory that holds {@code apps}, {@code lib} and {@code agent}
 */
record Artefacts(Path directory) {

  /** Found by where this class was loaded from, or by the system property. */
  static Artefacts find() {
    String named = System.getProperty("crossfade.demo.artefacts");
    return new Artefacts(named == null ? besideOurselves() : Path.of(named));
  }

  private static Path besideOurselves() {
    try {
      return Path.of(Artefacts.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .resolveSibling("")
          .toAbsolutePath();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The agent's jar; the system property {@code crossfade.agent.jar} names another. */
  Path agent() {
    String named = System.getProperty("crossfade.agent.jar");
    return present(
        named != null ? Path.of(named) : directory.resolve("agent").resolve("crossfade-agent.jar"));
  }

  /** An application's class path: its own jar and the libraries it needs. */
  String classPath(Program program) {
    List<Path> jars = new ArrayList<>();
    jars.add(
        present(
            directory
                .resolve("apps")
                .resolve(
                    "crossfade-demo-" + program.service() + "-" + program.version() + ".jar")));
    try (Stream<Path> libraries = Files.list(present(directory.resolve("lib")))) {
      libraries
          .filter(
              jar ->
                  program.libraries().stream().anyMatch(jar.getFileName().toString()::startsWith))
          .sorted()
          .forEach(jars::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static Path present(Path file) {
    if (!Files.exists(file)) {
      throw new CrossfadeException(
          new Problem(
              "demo-not-built",
              file.getFileName() + " is missing.",
              file.toString(),
              "the demo runs what the build has made",
              "./mvnw -q -DskipTests package, or ./crossfade demo, which does that"));
    }
    return file;
  }
}
