package dev.crossfade.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the build left the agent, and whether it is at work here. */
final class AgentJar {

  /** A class that the agent defines where every class loader finds it. */
  private static final String BRIDGE = "dev.crossfade.agent.bridge.Bridge";

  private AgentJar() {}

  /** Whether this JVM runs with the agent. */
  static boolean isAttached() {
    try {
      Class.forName(BRIDGE, false, null);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** The agent's jar beside this module, or null if it was not built. */
  static @Nullable Path built() {
    Path directory = target().resolve("../../agent/target").normalize();
    if (!Files.isDirectory(directory)) {
      return null;
    }
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> agents = files.filter(AgentJar::isAgent).sorted().toList();
      return agents.isEmpty() ? null : agents.get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether {@code file} is a jar for {@code -javaagent:}. */
  static boolean isAgent(Path file) {
    String name = file.getFileName().toString();
    if (!name.startsWith("crossfade-agent-") || !name.endsWith(".jar")) {
      return false;
    }
    try (JarFile jar = new JarFile(file.toFile())) {
      Manifest manifest = jar.getManifest();
      return manifest != null && manifest.getMainAttributes().getValue("Premain-Class") != null;
    } catch (IOException e) {
      return false;
    }
  }

  /** The {@code target} directory that this class was built into. */
  static Path target() {
    try {
      URI code = AgentJar.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(code).toAbsolutePath().resolveSibling("");
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
