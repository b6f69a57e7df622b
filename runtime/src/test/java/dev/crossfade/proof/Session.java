package dev.crossfade.proof;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.rewrite.Rewritten;
import dev.crossfade.sql.Catalog;
import dev.crossfade.testing.Postgres;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
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
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** A connection to one world. Each statement runs in a transaction that is rolled back. */
final class Session implements AutoCloseable {

  final Schema schema;
  final Setting setting;
  private final Postgres database;
  private final Connection connection;
  private final SchemaCatalog catalog;
  private @Nullable Stored untouched;
  private final Set<String> roles = new HashSet<>();

  Session(Setting setting) throws SQLException {
    this.schema = setting.schema();
    this.setting = setting;
    this.database = setting.build();
    this.connection = database.connect();
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

  String database() {
    return database.url();
  }

  /** The roles made in this database so far. */
  Set<String> roles() {
    return roles;
  }

  /** The SQLSTATE with which the fixture's text runs after {@code first}; leaves no trace. */
  String tried(Fixture fixture, String first) throws SQLException {
    Savepoint start = connection.setSavepoint();
    try (Statement statement = connection.createStatement()) {
      for (String line : fixture.statements().setup()) {
        statement.execute(line);
      }
      statement.execute(first);
      Rewritten asWritten = Rewritten.unchanged(fixture.statements().sql());
      if (fixture.statements().isCopy()) {
        copied(fixture.statements(), asWritten.sql());
      } else {
        try (PreparedStatement asked = connection.prepareStatement(asWritten.sql())) {
          bind(fixture.statements(), asWritten, asked);
          results(asked, Set.of());
        }
      }
      return "00000";
    } catch (SQLException e) {
      return String.valueOf(e.getSQLState());
    } finally {
      connection.rollback(start);
    }
  }

  Connection connection() {
    return connection;
  }

  PhaseSnapshot phases() {
    return setting.phases();
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
      Stored before = before(statements);
      Rewritten sent;
      try {
        sent = rewriting.rewrite(statements.sql(), setting.isReference() ? null : phases(), known);
      } catch (CrossfadeException refused) {
        return new Outcome(
            null, refused.problem().id(), List.of(), null, null, before, before, Set.of());
      }
      return execute(statements, sent, before);
    } finally {
      connection.rollback();
      if (statements.sql().startsWith("PREPARE ")) {
        // It outlives the transaction, where what came after it failed.
        try (Statement statement = connection.createStatement()) {
          statement.execute("DEALLOCATE ALL");
        }
        connection.rollback();
      }
      if (!statements.setup().isEmpty()) {
        catalog.forget();
      }
    }
  }

  /** What the tables hold; every run is rolled back, so that is read once. */
  private Stored before(Statements statements) throws SQLException {
    if (!statements.mayWrite()) {
      return Stored.nothing();
    }
    if (!statements.setup().isEmpty()) {
      return Stored.read(connection, setting);
    }
    if (untouched == null) {
      untouched = Stored.read(connection, setting);
    }
    return untouched;
  }

  private void begin(Statements statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!statements.setup().isEmpty()) {
        if (setting.isDenied()) {
          statement.execute("SET LOCAL ROLE " + Setting.DENIED);
        }
        for (String line : statements.setup()) {
          statement.execute(line);
        }
        statement.execute("RESET ROLE");
      }
      if (statements.mayWrite()) {
        statement.execute(
            "SELECT setval(quote_ident(schemaname) || '.' || quote_ident(sequencename), 1000)"
                + " FROM pg_sequences");
      }
    }
  }

  private Outcome execute(Statements statements, Rewritten sent, Stored before)
      throws SQLException {
    Savepoint start = connection.setSavepoint();
    try (Statement session = connection.createStatement()) {
      if (setting.isDenied()) {
        session.execute("SET LOCAL ROLE " + Setting.DENIED);
      }
      List<Result> results;
      if (statements.isCopy()) {
        results = List.of(copied(statements, sent.sql()));
      } else {
        try (PreparedStatement statement = connection.prepareStatement(sent.sql())) {
          bind(statements, sent, statement);
          results = results(statement, statements.masked());
        }
      }
      if (statements.mayWrite()) {
        session.execute("SET CONSTRAINTS ALL IMMEDIATE");
      }
      if (setting.isDenied()) {
        session.execute("RESET ROLE");
      }
      Stored after = statements.mayWrite() ? Stored.read(connection, setting) : Stored.nothing();
      return new Outcome(sent, null, results, null, null, before, after, witnessed());
    } catch (SQLException e) {
      boolean gone = connection.isClosed() || !connection.isValid(20);
      if (e.getSQLState() == null || e.getSQLState().startsWith("08") || gone) {
        throw new SQLException("the server left at: " + sent.sql(), e);
      }
      connection.rollback(start);
      return new Outcome(
          sent, null, List.of(), e.getSQLState(), e.getMessage(), before, before, Set.of());
    }
  }

  /** Copies out, a line a row, or in, what the fixture's data says. */
  private Result copied(Statements statements, String sql) throws SQLException {
    CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
    try {
      if (statements.data() != null) {
        return Result.count((int) copies.copyIn(sql, new StringReader(statements.data())));
      }
      StringWriter out = new StringWriter();
      copies.copyOut(sql, out);
      return Result.lines(out.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
    if (setting.isReference()) {
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SELECT tab, id FROM " + Setting.WITNESS)) {
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
    database.drop();
  }
}
