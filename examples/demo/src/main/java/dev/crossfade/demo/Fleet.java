package dev.crossfade.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Starts the applications, each with the agent, and lets none outlive the demo. Thread-safe. */
final class Fleet implements AutoCloseable {

  private final Artefacts artefacts;
  private final Server server;
  private final Path directory;
  private final List<Application> started = new CopyOnWriteArrayList<>();

  /**
   * @param directory where reports, logs and the phases file go
   */
  Fleet(Artefacts artefacts, Server server, Path directory) throws IOException {
    this.artefacts = artefacts;
    this.server = server;
    this.directory = directory;
    Files.createDirectories(reports());
    Files.createDirectories(directory.resolve("logs"));
    Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
  }

  Path directory() {
    return directory;
  }

  Path reports() {
    return directory.resolve("reports");
  }

  Path phases() {
    return directory.resolve("phases.properties");
  }

  Web web1() throws IOException, InterruptedException {
    return Web.of(start(Program.WEB_1, server.url(), reports(), phases()));
  }

  Web web2() throws IOException, InterruptedException {
    return web2(phases());
  }

  /** Version 2, following a phases file of its own. */
  Web web2(Path phases) throws IOException, InterruptedException {
    return Web.of(start(Program.WEB_2, server.proxyUrl(), reports(), phases));
  }

  Application nightly1() throws IOException {
    return start(Program.NIGHTLY_1, server.url(), reports(), phases());
  }

  Application nightly2() throws IOException {
    return start(Program.NIGHTLY_2, server.url(), reports(), phases());
  }

  /** Starts {@code program}, which may well fail. */
  Application start(Program program, String url, Path reports, Path phases) throws IOException {
    String instance = "node" + (1 + started.size());
    String agent =
        String.join(
            ",",
            "-javaagent:" + artefacts.agent() + "=service=" + program.service(),
            "version=" + program.version(),
            "instance=" + instance,
            "flush=1",
            "reports=" + reports);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // They live for a minute: the first compiler is enough, and they start sooner.
    command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("-Xmx256m");
    command.add(program.tracks() ? agent + ",track=users.full_name" : agent);
    command.addAll(List.of("-cp", artefacts.classPath(program), program.main(), url));
    Path log = directory.resolve("logs").resolve(program.service() + "-" + instance + ".log");
    Application application =
        Application.start(program.service() + " " + program.version(), log, command, phases);
    started.add(application);
    return application;
  }

  private void kill() {
    started.forEach(Application::destroyForcibly);
  }

  /** Stops what still runs. */
  @Override
  public void close() {
    try {
      for (Application application : started) {
        application.stop();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      kill();
    }
  }
}
