package dev.crossfade.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.model.Identifier;
import dev.crossfade.model.Rename;
import dev.crossfade.sql.Analysis;
import dev.crossfade.sql.Analyzer;
import dev.crossfade.sql.Catalog;
import dev.crossfade.sql.Usage;
import dev.crossfade.sql.UsageKind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * What the analysis says a statement reads and writes, against what PostgreSQL says: a role that
 * has every privilege but one on the tracked column is denied (42501) exactly if the statement uses
 * the column so.
 */
class AnalysisOracleTest {

  private static final Sessions SESSIONS = new Sessions();
  private static final Set<UsageKind> READS =
      Set.of(UsageKind.READ, UsageKind.STAR, UsageKind.WHOLE_ROW);
  private static final Set<UsageKind> WRITES = Set.of(UsageKind.WRITE, UsageKind.POSITIONAL);
  private static final Set<UsageKind> EITHER = Set.of(UsageKind.POSSIBLE, UsageKind.DDL);

  private int used;
  private int unused;
  private final List<String> misses = new ArrayList<>();
  private final List<String> knownMisses = new ArrayList<>();
  private final List<String> falseAlarms = new ArrayList<>();

  @AfterAll
  static void closeSessions() throws SQLException {
    SESSIONS.close();
  }

  @Test
  void noUseIsMissed() throws SQLException {
    judgeAll(true);
    assertThat(String.join("\n", misses)).isEmpty();
    assertThat(used).isGreaterThan(280);
  }

  @Test
  void withoutACatalogNoUseThatTheTextNamesIsMissed() throws SQLException {
    judgeAll(false);
    misses.removeIf(miss -> miss.startsWith("reached"));
    assertThat(String.join("\n", misses)).isEmpty();
    assertThat(used).isGreaterThan(280);
  }

  private void judgeAll(boolean withCatalog) throws SQLException {
    List<Fixture> fixtures = new ArrayList<>(Fixture.all(Path.of("src/test/resources/analysis")));
    fixtures.addAll(Fixture.all());
    for (Fixture fixture : fixtures) {
      Session session = SESSIONS.get(fixture.schema(), World.DUAL_WRITE);
      for (Rename rename : session.schema.renames()) {
        judge(fixture, session, rename, withCatalog);
      }
    }
    System.out.printf(
        "analysis %s catalog, against privileges: %d uses, %d misses, %d known ones; %d not used, %d false alarms%n%s%n",
        withCatalog ? "with" : "without",
        used,
        misses.size(),
        knownMisses.size(),
        unused,
        falseAlarms.size(),
        String.join("\n", falseAlarms));
  }

  private void judge(Fixture fixture, Session session, Rename rename, boolean withCatalog)
      throws SQLException {
    Connection connection = session.connection();
    String noRead = role(session, rename, "read");
    String noWrite = role(session, rename, "write");
    String all = role(session, rename, "nothing");
    try (Statement statement = connection.createStatement()) {
      for (String line : fixture.statements().setup()) {
        statement.execute(line);
      }
      session.catalog().forget();
      Set<UsageKind> said =
          said(fixture, withCatalog ? session.catalog() : Catalog.unknown(), rename);
      String normally = sqlState(fixture, connection, all);
      if (normally.startsWith("42")) {
        return;
      }
      boolean read = sqlState(fixture, connection, noRead).equals("42501");
      boolean written = sqlState(fixture, connection, noWrite).equals("42501");
      String line =
          "  %s %s: %s is %s, analysis says %s: %s"
              .formatted(
                  fixture.file(),
                  fixture.title(),
                  rename.tracked(),
                  (read ? "read" : "not read") + " and " + (written ? "written" : "not written"),
                  said,
                  fixture.statements().sql());
      judge(fixture, read, written, said, line.strip());
    } finally {
      connection.rollback();
      session.catalog().forget();
    }
  }

  private void judge(
      Fixture fixture, boolean read, boolean written, Set<UsageKind> said, String line) {
    boolean saidRead = said.stream().anyMatch(READS::contains);
    boolean saidWritten = said.stream().anyMatch(WRITES::contains);
    boolean saidEither = said.stream().anyMatch(EITHER::contains);
    if (read || written) {
      used++;
    } else {
      unused++;
    }
    if (read && !saidRead && !saidEither || written && !saidWritten && !saidEither) {
      (fixture.missed() == null ? misses : knownMisses).add(line);
    }
    if (saidRead && !read || saidWritten && !written || saidEither && !read && !written) {
      falseAlarms.add(line);
    }
  }

  private static Set<UsageKind> said(Fixture fixture, Catalog catalog, Rename rename) {
    Set<UsageKind> said = new TreeSet<>();
    Analysis analysis = analyze(fixture, catalog, rename);
    for (Usage usage : analysis.usages()) {
      said.add(usage.kind());
    }
    return said;
  }

  private static Analysis analyze(Fixture fixture, Catalog catalog, Rename rename) {
    return new Analyzer(List.of(rename.tracked())).analyze(fixture.statements().sql(), catalog);
  }

  private static String sqlState(Fixture fixture, Connection connection, String role)
      throws SQLException {
    Savepoint start = connection.setSavepoint();
    try (Statement session = connection.createStatement()) {
      session.execute("SET LOCAL ROLE " + role);
      try (PreparedStatement statement = connection.prepareStatement(fixture.statements().sql())) {
        List<Parameter> parameters = fixture.statements().parameters();
        for (int i = 0; i < parameters.size(); i++) {
          parameters.get(i).bind(statement, i + 1);
        }
        boolean isRows = statement.execute();
        while (isRows || statement.getUpdateCount() >= 0) {
          if (isRows) {
            statement.getResultSet().close();
          }
          isRows = statement.getMoreResults();
        }
      }
      return "00000";
    } catch (SQLException e) {
      return e.getSQLState();
    } finally {
      connection.rollback(start);
    }
  }

  /** A role that may do everything to the rename's table but read, or write, its old column. */
  private static String role(Session session, Rename rename, String withheld) throws SQLException {
    String role =
        "lacks_%s_%x".formatted(withheld, (session.schema.name() + rename.tracked()).hashCode());
    try (Statement statement = session.connection().createStatement();
        ResultSet row =
            statement.executeQuery("SELECT FROM pg_roles WHERE rolname = '" + role + "'")) {
      if (!row.next()) {
        statement.execute(grants(session, rename, withheld, role));
        session.connection().commit();
      }
    }
    return role;
  }

  private static String grants(Session session, Rename rename, String withheld, String role) {
    StringBuilder sql = new StringBuilder();
    sql.append(
        """
        CREATE ROLE %1$s;
        DO $x$ DECLARE ns text; v text; BEGIN
          FOR ns IN SELECT quote_ident(nspname) FROM pg_namespace
              WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP
            EXECUTE 'GRANT ALL ON SCHEMA ' || ns || ' TO %1$s';
            EXECUTE 'GRANT ALL ON ALL TABLES IN SCHEMA ' || ns || ' TO %1$s';
            EXECUTE 'GRANT ALL ON ALL SEQUENCES IN SCHEMA ' || ns || ' TO %1$s';
          END LOOP;
          FOR v IN SELECT oid::regclass::text FROM pg_class c WHERE relkind = 'v'
              AND relnamespace = 'public'::regnamespace LOOP
            EXECUTE 'ALTER VIEW ' || v || ' SET (security_invoker = true)';
          END LOOP;
        END $x$;
        """
            .formatted(role));
    List<String> tables = new ArrayList<>();
    tables.add(rename.table().toString());
    for (String reached : session.catalog().reaching(rename.table())) {
      if (!reached.startsWith("doc_")) {
        tables.add(reached);
      }
    }
    for (String table : tables) {
      sql.append(Setting.withhold(table, Set.of(rename.oldColumn()), role));
      String column = Identifier.quote(rename.oldColumn());
      String back =
          switch (withheld) {
            case "read" -> "INSERT (%1$s), UPDATE (%1$s)";
            case "write" -> "SELECT (%1$s)";
            default -> "SELECT (%1$s), INSERT (%1$s), UPDATE (%1$s)";
          };
      sql.append("GRANT ").append(back.formatted(column));
      sql.append(" ON ").append(table).append(" TO ").append(role).append(";\n");
    }
    return sql.toString();
  }
}
