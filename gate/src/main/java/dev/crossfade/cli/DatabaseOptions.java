package dev.crossfade.cli;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Problem;
import dev.crossfade.server.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which database, and who connects. */
final class DatabaseOptions {

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  @Option(
      names = "--url",
      paramLabel = "JDBC-URL",
      description = "The database: jdbc:postgresql://host:5432/name.")
  @Nullable String url;

  @Option(names = "--user", paramLabel = "NAME", description = "Who connects.")
  @Nullable String user;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "A file whose first line is the password; else PGPASSWORD is used.")
  @Nullable Path passwordFile;

  /** The database, which must have been named. */
  Database required() {
    Database database = optional();
    if (database == null) {
      throw new ParameterException(spec.commandLine(), "Missing required option '--url=JDBC-URL'");
    }
    return database;
  }

  /** The database, or null if none was named. */
  @Nullable Database optional() {
    return url == null ? null : Database.of(url, user, password());
  }

  private @Nullable String password() {
    Path file = passwordFile;
    if (file == null) {
      return System.getenv("PGPASSWORD");
    }
    try {
      String text = Files.readString(file);
      int end = text.indexOf('\n');
      return (end < 0 ? text : text.substring(0, end)).stripTrailing();
    } catch (IOException e) {
      throw new CrossfadeException(
          new Problem(
              "password-file-unreadable",
              "The password file can not be read.",
              file.toString(),
              e.getClass().getSimpleName(),
              "correct --password-file, or give the password in PGPASSWORD"));
    }
  }
}
