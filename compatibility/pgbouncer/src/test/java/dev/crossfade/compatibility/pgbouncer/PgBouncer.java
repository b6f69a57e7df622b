package dev.crossfade.compatibility.pgbouncer;

import dev.crossfade.testing.Postgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The JVM's one PgBouncer, over the embedded server; the Debian package, where it is installed. */
final class PgBouncer {

  private static final String HOST = "127.0.0.1";

  private final int port;

  private PgBouncer(int port) {
    this.port = port;
  }

  /** Whether there is one to start. */
  static boolean isInstalled() {
    return program() != null;
  }

  private static Path program() {
    return Stream.of("/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  /** The URL of {@code database} through PgBouncer, which keeps no prepared statements. */
  static String url(Postgres database) {
    URI direct = URI.create(database.url().substring("jdbc:".length()));
    return "jdbc:postgresql://%s:%d%s?user=postgres&prepareThreshold=0"
        .formatted(HOST, Running.over(direct.getPort()).port, direct.getPath());
  }

  private static final class Running {
    private static PgBouncer instance;

    static synchronized PgBouncer over(int serverPort) {
      try {
        if (instance == null) {
          instance = start(serverPort);
        }
        return instance;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static PgBouncer start(int serverPort) throws IOException {
    int port = freePort();
    Path folder = Files.createTempDirectory("pgbouncer");
    // It refuses to run as root, so another user reads this.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path configuration = Files.writeString(folder.resolve("pgbouncer.ini"), ini(port, serverPort));
    List<String> command = new ArrayList<>(List.of(program().toString()));
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("-u", "nobody"));
    }
    command.add(configuration.toString());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, folder)));
    awaitListening(process, port, folder);
    return new PgBouncer(port);
  }

  /** Round robin, so that neighbouring transactions meet different sessions. */
  private static String ini(int port, int serverPort) {
    return """
        [databases]
        * = host=%1$s port=%2$d user=postgres
        [pgbouncer]
        listen_addr = %1$s
        listen_port = %3$d
        unix_socket_dir =
        auth_type = any
        pool_mode = transaction
        server_round_robin = 1
        default_pool_size = 4
        max_client_conn = 200
        ignore_startup_parameters = extra_float_digits
        """
        .formatted(HOST, serverPort, port);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
      return socket.getLocalPort();
    }
  }

  private static void awaitListening(Process process, int port, Path folder) throws IOException {
    for (int attempt = 0; attempt < 100; attempt++) {
      try (Socket socket = new Socket(HOST, port)) {
        return;
      } catch (IOException notYet) {
        if (exited(process)) {
          break;
        }
      }
    }
    throw new IOException("PgBouncer did not start: " + Files.readString(folder.resolve("log")));
  }

  /** Waits a moment for the end of a process that may go on. */
  private static boolean exited(Process process) {
    try {
      return process.waitFor(100, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void stop(Process process, Path folder) {
    process.destroy();
    try (Stream<Path> files = Files.list(folder)) {
      process.waitFor(5, TimeUnit.SECONDS);
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
