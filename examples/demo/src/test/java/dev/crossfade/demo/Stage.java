package dev.crossfade.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A database with users, and what is needed to run applications and commands against it. */
final class Stage implements AutoCloseable {

  final Server server;
  final Fleet fleet;
  final Commands commands;
  final Path directory;
  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

  Stage(Path directory, int rows) throws IOException, SQLException {
    this.directory = directory;
    this.server = Server.start();
    this.fleet = new Fleet(Artefacts.find(), server, directory);
    this.commands =
        new Commands(
            new Screen(new PrintStream(seen, true)),
            server.url(),
            directory,
            fleet.phases(),
            fleet.reports());
    try (Connection connection = server.connect()) {
      Seed.create(connection, rows);
    }
  }

  /** Everything that commands have printed. */
  String seen() {
    return seen.toString();
  }

  void phase(Path file, String phase) throws IOException {
    // In one move, or the service could read an empty file.
    Path beside = Files.writeString(Path.of(file + ".new"), "users.display_name=" + phase + "\n");
    Files.move(
        beside,
        file,
        java.nio.file.StandardCopyOption.ATOMIC_MOVE,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  /** The one value that a query answers. */
  String ask(String query) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  /** Columns, indexes, constraints and comments of the table, as one text. */
  String schema() throws SQLException {
    return ask(
        """
        SELECT string_agg(what, E'\\n' ORDER BY what) FROM (
          SELECT attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull
                 || ' ' || coalesce(col_description(attrelid, attnum), '')
          FROM pg_attribute WHERE attrelid = 'users'::regclass AND attnum > 0
          UNION ALL
          SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid = 'users'::regclass
          UNION ALL
          SELECT pg_get_constraintdef(oid) FROM pg_constraint
          WHERE conrelid = 'users'::regclass) AS t(what)
        """);
  }

  @Override
  public void close() throws IOException {
    fleet.close();
    server.close();
  }
}
