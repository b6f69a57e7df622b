package dev.crossfade.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL of a run: the one that {@link Main} names to its forks, so that baseline and
 * candidate meet the same server, or else one of this JVM's own. Thread-safe.
 */
final class PostgresServer {

  /** The system property by which a fork learns the URL. */
  static final String PROPERTY = "crossfade.benchmarks.url";

  private static @Nullable EmbeddedPostgres own;

  private PostgresServer() {}

  static synchronized String url() {
    String given = System.getProperty(PROPERTY);
    if (given != null) {
      return given;
    }
    if (own == null) {
      own = start();
    }
    return own.getJdbcUrl("postgres", "postgres");
  }

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              // A commit that waits for a disk would hide what the proxy adds to it.
              .setServerConfig("fsync", "off")
              // It would run in some measurements and not in others.
              .setServerConfig("autovacuum", "off")
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
