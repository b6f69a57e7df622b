package dev.crossfade.proof;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Rename;
import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.rewrite.Rewritten;
import dev.crossfade.sql.Catalog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A connection to one world. Each statement runs in a transaction that is rolled back. */
final class Session implements AutoCloseable {

  final Schema schema;
  final World world;
  private final Connection connection;
  private final SchemaCatalog catalog;

  Session(Schema schema, World world) throws SQLException {
    this.schema = schema;
    this.world = world;
    this.connection = world.build(schema).connect();
    this.catalog = new SchemaCatalog(connection);
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET statement_timeout = '20s'");
      for (String line : schema.session()) {
        statement.execute(line);
      }
    }
    connection.commit();
  }

  SchemaCatalog catalog() {
    return catalog;
  }

  Connection connection() {
    return connection;
  }

  PhaseSnapshot phases() {
    PhaseSnapshot phases = PhaseSnapshot.declared(schema.transitions());
    for (Rename rename : schema.renames()) {
      phases = phases.with(rename, world.phase);
    }
    return phases;
  }

  /** Runs the text as it stands. */
  Outcome runAsWritten(Statements statements) throws SQLException {
    return run(statements, (sql, phases, c) -> Rewritten.unchanged(sql), null);
  }

  /** Runs what {@code rewriting} makes of the text in this world's phase. */
  Outcome run(Statements statements, Rewriting rewriting, Catalog known) throws SQLException {
    if (!statements.setup().isEmpty()) {
      catalog.forget();
    }
    try {
      begin(statements);
      Stored before =
          statements.mayWrite() ? Stored.read(connection, schema, world) : Stored.nothing();
      Rewritten sent;
      try {
        sent = rewriting.rewrite(statements.sql(), world.isReference() ? null : phases(), known);
      } catch (CrossfadeException refused) {
        return new Outcome(
            null, refused.problem().id(), List.of(), null, null, before, before, Set.of());
      }
      return execute(statements, sent, before);
    } finally {
      connection.rollback();
      if (!statements.setup().isEmpty()) {
        catalog.forget();
      }
    }
  }

  private void begin(Statements statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (world == World.AFTER_DENIED) {
        statement.execute("SET LOCAL ROLE " + World.DENIED);
      }
      for (String line : statements.setup()) {
        statement.execute(line);
      }
      statement.execute("RESET ROLE");
      statement.execute(
          "SELECT setval(quote_ident(schemaname) || '.' || quote_ident(sequencename), 1000)"
              + " FROM pg_sequences");
    }
  }

  private Outcome execute(Statements statements, Rewritten sent, Stored before)
      throws SQLException {
    Savepoint start = connection.setSavepoint();
    try (Statement session = connection.createStatement()) {
      if (world == World.AFTER_DENIED) {
        session.execute("SET LOCAL ROLE " + World.DENIED);
      }
      List<Result> results;
      try (PreparedStatement statement = connection.prepareStatement(sent.sql())) {
        bind(statements, sent, statement);
        results = results(statement, statements.masked());
        session.execute("SET CONSTRAINTS ALL IMMEDIATE");
      }
      if (world == World.AFTER_DENIED) {
        session.execute("RESET ROLE");
      }
      Stored after =
          statements.mayWrite() ? Stored.read(connection, schema, world) : Stored.nothing();
      return new Outcome(sent, null, results, null, null, before, after, witnessed());
    } catch (SQLException e) {
      if (e.getSQLState() == null || e.getSQLState().startsWith("08")) {
        throw e;
      }
      connection.rollback(start);
      return new Outcome(
          sent, null, List.of(), e.getSQLState(), e.getMessage(), before, before, Set.of());
    }
  }

  private static void bind(Statements statements, Rewritten sent, PreparedStatement statement)
      throws SQLException {
    int[] sources = sent.parameterSources();
    int count = sources == null ? statements.parameters().size() : sources.length;
    for (int i = 0; i < count; i++) {
      int source = sources == null ? i : sources[i];
      try {
        statements.parameters().get(source).bind(statement, i + 1);
      } catch (SQLException e) {
        throw new AssertionError("cannot bind parameter " + (i + 1) + " of: " + sent.sql(), e);
      }
    }
  }

  private static List<Result> results(PreparedStatement statement, Set<String> masked)
      throws SQLException {
    List<Result> results = new ArrayList<>();
    boolean isRows = statement.execute();
    while (true) {
      if (isRows) {
        try (ResultSet set = statement.getResultSet()) {
          results.add(Result.rows(set, masked));
        }
      } else if (statement.getUpdateCount() < 0) {
        return results;
      } else {
        results.add(Result.count(statement.getUpdateCount()));
      }
      isRows = statement.getMoreResults();
    }
  }

  private Set<String> witnessed() throws SQLException {
    Set<String> rows = new HashSet<>();
    if (world.isReference()) {
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SELECT tab, id FROM " + World.WITNESS)) {
        while (row.next()) {
          rows.add(row.getString(1) + " " + row.getString(2));
        }
      }
    }
    return rows;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
