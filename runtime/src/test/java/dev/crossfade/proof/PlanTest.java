package dev.crossfade.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.model.Phase;
import dev.crossfade.model.Rename;
import dev.crossfade.model.TableName;
import dev.crossfade.model.Transitions;
import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.rewrite.Rewriter;
import dev.crossfade.rewrite.Rewritten;
import dev.crossfade.testing.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Where the original uses an index over the column, the rewritten statement does, in every phase:
 * 100,000 rows, indexes over both columns.
 */
class PlanTest {

  private static final Rename RENAME =
      new Rename(new TableName(null, "big"), "full_name", "display_name", Phase.BEFORE);
  private static final Pattern INDEX =
      Pattern.compile(
          "(?:Index (?:Only )?Scan (?:Backward )?using|Bitmap Index Scan on|Conflict Arbiter Indexes:)"
              + " (\\S+)");

  private static final List<String> STATEMENTS =
      List.of(
          "SELECT id, display_name FROM big WHERE display_name = 'name 77'",
          "SELECT display_name FROM big WHERE display_name = 'name 77'",
          "SELECT * FROM big WHERE display_name = 'name 77'",
          "SELECT b.* FROM big b WHERE b.display_name = 'name 77' ORDER BY b.id",
          "SELECT id FROM big WHERE display_name IN ('name 1', 'name 2', 'name 3')",
          "SELECT id FROM big WHERE display_name = ANY (ARRAY['name 1', 'name 2'])",
          "SELECT id, display_name FROM big WHERE display_name LIKE 'name 7777%'",
          "SELECT id FROM big WHERE display_name >= 'name 500' AND display_name < 'name 5001'",
          "SELECT id FROM big WHERE display_name BETWEEN 'name 500' AND 'name 5001'",
          "SELECT id, display_name FROM big ORDER BY display_name LIMIT 10",
          "SELECT id, display_name FROM big ORDER BY display_name DESC LIMIT 10",
          "SELECT id, display_name FROM big WHERE display_name > 'name 5' ORDER BY display_name LIMIT 10",
          "SELECT * FROM big ORDER BY display_name LIMIT 10",
          "SELECT id FROM big WHERE lower(display_name) = 'name 77'",
          "SELECT id FROM big WHERE (display_name, id) > ('name 5', 10) ORDER BY display_name, id LIMIT 5",
          "SELECT id FROM big WHERE display_name IS NULL",
          "SELECT max(display_name), min(display_name) FROM big",
          "SELECT s.k, b.display_name FROM small s JOIN big b ON b.display_name = s.name",
          "SELECT s.k FROM small s WHERE EXISTS (SELECT 1 FROM big b WHERE b.display_name = s.name)",
          "SELECT s.k, (SELECT b.display_name FROM big b WHERE b.display_name = s.name) FROM small s",
          "SELECT x.id FROM (SELECT id, display_name FROM big) x WHERE x.display_name = 'name 77'",
          "SELECT x.id FROM (SELECT id, display_name AS n FROM big) x WHERE x.n = 'name 77'",
          "WITH x AS (SELECT id, display_name FROM big) SELECT id FROM x WHERE display_name = 'name 77'",
          "SELECT x.id FROM (SELECT * FROM big) x WHERE x.display_name = 'name 77'",
          "SELECT id FROM big WHERE display_name = 'name 1' UNION ALL SELECT id FROM big WHERE display_name = 'name 2'",
          "SELECT DISTINCT display_name FROM big WHERE display_name < 'name 101'",
          "SELECT display_name, count(*) FROM big WHERE display_name LIKE 'name 77%' GROUP BY display_name",
          "SELECT id FROM big WHERE display_name = 'name 77' FOR UPDATE",
          "UPDATE big SET note = 'x' WHERE display_name = 'name 77'",
          "UPDATE big SET display_name = 'y' WHERE display_name = 'name 77'",
          "UPDATE big SET display_name = display_name || 'y' WHERE display_name = 'name 77' RETURNING *",
          "UPDATE big SET note = s.name FROM small s WHERE s.name = big.display_name",
          "DELETE FROM big WHERE display_name = 'name 77'",
          "DELETE FROM big USING small s WHERE s.name = big.display_name",
          "MERGE INTO big b USING small s ON b.display_name = s.name WHEN MATCHED THEN UPDATE SET note = 'm'",
          "SELECT id FROM big WHERE display_name = ?",
          "SELECT id FROM big WHERE display_name IN (?, ?, ?)",
          "SELECT id FROM big WHERE display_name >= ? AND display_name < ? ORDER BY display_name LIMIT 5",
          "SELECT id FROM big WHERE display_name > ? ORDER BY display_name, id LIMIT 5",
          "SELECT id FROM big WHERE 'name 77' = display_name",
          "SELECT id FROM big WHERE display_name = 'name 77' AND note IS NULL",
          "SELECT id FROM big WHERE display_name = 'name 77' OR display_name = 'name 78'",
          "SELECT id FROM big WHERE display_name = 'name 77' OR id = 5",
          "SELECT id FROM big WHERE display_name = 'name 77' OR display_name IS NULL",
          "SELECT id FROM big WHERE display_name LIKE 'name 7777%' OR display_name LIKE 'name 8888%'",
          "SELECT id FROM big WHERE display_name ~ '^name 7777'",
          "SELECT id FROM big WHERE display_name ~~ 'name 7777%' ORDER BY id",
          "SELECT id FROM big WHERE display_name < 'name 1001'",
          "SELECT id FROM big WHERE display_name IS NULL OR display_name = 'name 77'",
          "SELECT id FROM big WHERE display_name IS NOT DISTINCT FROM NULL AND display_name IS NULL",
          "SELECT id FROM big WHERE display_name IN (SELECT name FROM small)",
          "SELECT id FROM big WHERE display_name = (SELECT max(name) FROM small)",
          "SELECT id FROM big WHERE display_name = ANY (SELECT name FROM small WHERE k < 5)",
          "SELECT k FROM small WHERE name IN (SELECT display_name FROM big WHERE display_name < 'name 101')",
          "SELECT k FROM small s WHERE NOT EXISTS (SELECT 1 FROM big b WHERE b.display_name = s.name)",
          "SELECT s.k, b.id FROM small s LEFT JOIN big b ON b.display_name = s.name",
          "SELECT s.k, b.id FROM small s, big b WHERE s.name = b.display_name",
          "SELECT s.k, l.id FROM small s CROSS JOIN LATERAL (SELECT b.id FROM big b WHERE b.display_name = s.name LIMIT 1) l",
          "SELECT a.id, b.id FROM big a JOIN big b ON b.display_name = a.display_name WHERE a.display_name = 'name 77'",
          "SELECT max(display_name) FROM big",
          "SELECT min(display_name) FROM big",
          "SELECT max(display_name) FROM big WHERE display_name < 'name 5'",
          "SELECT count(*) FROM big WHERE display_name = 'name 77'",
          "SELECT DISTINCT ON (display_name) display_name, id FROM big WHERE display_name < 'name 101' ORDER BY display_name, id",
          "SELECT display_name FROM big ORDER BY display_name ASC LIMIT 3",
          "SELECT display_name FROM big ORDER BY display_name DESC NULLS FIRST LIMIT 3",
          "SELECT display_name FROM big ORDER BY display_name OFFSET 10 FETCH FIRST 3 ROWS ONLY",
          "SELECT id, rank() OVER (ORDER BY display_name) FROM big WHERE display_name < 'name 101'",
          "SELECT EXISTS (SELECT 1 FROM big WHERE display_name = 'name 77')",
          "SELECT id FROM big WHERE lower(display_name) IN ('name 77', 'name 78')",
          "SELECT id FROM big WHERE display_name = 'name 1' EXCEPT SELECT id FROM big WHERE display_name = 'name 2'",
          "WITH x AS MATERIALIZED (SELECT id FROM big WHERE display_name = 'name 77') SELECT * FROM x",
          "SELECT b FROM big b WHERE b.display_name = 'name 77'",
          "SELECT row_to_json(b) FROM big b WHERE b.display_name = 'name 77'",
          "INSERT INTO big (id, display_name) VALUES (0, 'name 77') ON CONFLICT (display_name) DO NOTHING",
          "INSERT INTO big (id, display_name) VALUES (0, 'name 77') ON CONFLICT (display_name) DO UPDATE SET note = 'x'",
          "INSERT INTO big (id, display_name) SELECT k, name FROM small s WHERE NOT EXISTS (SELECT 1 FROM big b WHERE b.display_name = s.name)",
          "UPDATE big SET note = 'x' WHERE display_name IN ('name 1', 'name 2')",
          "UPDATE big SET note = 'x' WHERE display_name LIKE 'name 7777%'",
          "UPDATE big SET display_name = NULL WHERE display_name >= 'name 500' AND display_name < 'name 5001'",
          "UPDATE big b SET note = (SELECT x.note FROM big x WHERE x.display_name = b.display_name) WHERE b.display_name = 'name 77'",
          "UPDATE big SET display_name = ? WHERE display_name = ?",
          "DELETE FROM big WHERE display_name IN (SELECT name FROM small)",
          "DELETE FROM big WHERE display_name BETWEEN 'name 500' AND 'name 5001' RETURNING display_name",
          "DELETE FROM big WHERE display_name = ?",
          "WITH gone AS (DELETE FROM big WHERE display_name = 'name 77' RETURNING id) SELECT * FROM gone");

  private static final Map<Phase, Connection> CONNECTIONS = new EnumMap<>(Phase.class);
  private static Connection finished;

  @BeforeAll
  static void makeTables() throws SQLException {
    finished = table("display_name text", "display_name", null);
    for (Phase phase : Phase.values()) {
      String fill =
          phase == Phase.FALLBACK_READ || phase == Phase.DUAL_WRITE ? "id % 2 = 0" : "true";
      CONNECTIONS.put(phase, table("full_name text, display_name text", "full_name", fill));
    }
  }

  @AfterAll
  static void close() throws SQLException {
    finished.close();
    for (Connection connection : CONNECTIONS.values()) {
      connection.close();
    }
  }

  private static Connection table(String columns, String filled, String copyWhere)
      throws SQLException {
    StringBuilder sql = new StringBuilder();
    sql.append("CREATE TABLE big (id int PRIMARY KEY, " + columns + ", note text);");
    sql.append(
        "INSERT INTO big (id, "
            + filled
            + ") SELECT i, 'name ' || i FROM generate_series(1, 100000) i;");
    if (copyWhere != null) {
      sql.append("UPDATE big SET display_name = full_name WHERE " + copyWhere + ";");
    }
    for (String column :
        copyWhere == null ? List.of("display_name") : List.of("full_name", "display_name")) {
      sql.append("CREATE UNIQUE INDEX big_" + column + " ON big (" + column + ");");
      sql.append("CREATE INDEX big_id_" + column + " ON big (" + column + ", id);");
      sql.append("CREATE INDEX big_like_" + column + " ON big (" + column + " text_pattern_ops);");
      sql.append("CREATE INDEX big_lower_" + column + " ON big (lower(" + column + "));");
    }
    sql.append("CREATE TABLE small (k int, name text);");
    sql.append("INSERT INTO small SELECT i, 'name ' || i * 7 FROM generate_series(1, 20) i;");
    Postgres database = Postgres.database().run(sql.toString()).run("VACUUM ANALYZE");
    return database.connect();
  }

  @TestFactory
  Stream<DynamicTest> anIndexThatServedTheOriginalServesEveryPhase() {
    return STATEMENTS.stream()
        .filter(sql -> Postgres.version() >= 15 || !sql.startsWith("MERGE"))
        .map(sql -> DynamicTest.dynamicTest(sql, () -> everyPhaseUsesAnIndex(sql, finished)));
  }

  @TestFactory
  Stream<DynamicTest> anIndexThatServedTheOldNameServesEveryPhase() {
    Connection original = CONNECTIONS.get(Phase.BEFORE);
    return STATEMENTS.stream()
        .filter(sql -> Postgres.version() >= 15 || !sql.startsWith("MERGE"))
        .map(sql -> sql.replace("display_name", "full_name"))
        .map(sql -> DynamicTest.dynamicTest(sql, () -> everyPhaseUsesAnIndex(sql, original)));
  }

  private static void everyPhaseUsesAnIndex(String sql, Connection meant) throws SQLException {
    String original = plan(meant, sql);
    assertThat(scans(original)).as("the original's own plan%n%s", original).isNotEmpty();
    List<String> worse = new ArrayList<>();
    for (Phase phase : Phase.values()) {
      Connection connection = CONNECTIONS.get(phase);
      PhaseSnapshot phases =
          PhaseSnapshot.declared(Transitions.of(List.of(RENAME))).with(RENAME, phase);
      Rewritten rewritten = new Rewriter().rewrite(sql, phases, new SchemaCatalog(connection));
      String plan = plan(connection, rewritten.sql());
      if (scans(plan).size() < scans(original).size()) {
        worse.add(phase + ": " + rewritten.sql() + "\n" + plan + "instead of\n" + original);
      }
    }
    assertThat(String.join("\n", worse)).isEmpty();
  }

  private static List<String> scans(String plan) {
    List<String> scans = new ArrayList<>();
    Matcher matcher = INDEX.matcher(plan);
    while (matcher.find()) {
      String index = matcher.group(1);
      if (index.endsWith("_name")) {
        scans.add(index);
      }
    }
    return scans;
  }

  /** The plan; with parameters the one that does for any values. */
  private static String plan(Connection connection, String sql) throws SQLException {
    StringBuilder plan = new StringBuilder();
    try (Statement statement = connection.createStatement()) {
      String[] parts = sql.split("\\?", -1);
      String explained = sql;
      if (parts.length > 1) {
        StringBuilder prepared = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
          prepared.append('$').append(i).append(parts[i]);
        }
        statement.execute("SET plan_cache_mode = force_generic_plan");
        statement.execute("PREPARE asked AS " + prepared);
        String value = "'name 77'";
        explained =
            "EXECUTE asked ("
                + String.join(", ", Collections.nCopies(parts.length - 1, value))
                + ")";
      }
      try (ResultSet row = statement.executeQuery("EXPLAIN (COSTS OFF) " + explained)) {
        while (row.next()) {
          plan.append(row.getString(1)).append('\n');
        }
      }
      if (parts.length > 1) {
        statement.execute("DEALLOCATE asked");
      }
    }
    return plan.toString();
  }
}
