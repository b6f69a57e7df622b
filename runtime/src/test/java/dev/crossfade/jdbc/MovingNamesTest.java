package dev.crossfade.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.model.Phase;
import dev.crossfade.model.Rename;
import dev.crossfade.model.Strictness;
import dev.crossfade.model.TableName;
import dev.crossfade.model.Transitions;
import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.phase.Phases;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One name, three tables: {@code public.users} is in transition, {@code other.users} is not, and a
 * temporary one may hide both. Whatever leads the session from one to the other, the next write
 * goes to the table that the server means, into both columns or into one.
 */
class MovingNamesTest {

  private static final Users DATABASE = Users.expanded();

  private static final String SCHEMA =
      """
      CREATE TABLE users (id int, full_name text, display_name text);
      CREATE SCHEMA other;
      CREATE TABLE other.users (id int, full_name text);
      CREATE TABLE public.visits (id int);
      GRANT USAGE ON SCHEMA public, other TO other;
      GRANT ALL ON ALL TABLES IN SCHEMA public, other TO other;
      CREATE FUNCTION public.away() RETURNS text LANGUAGE plpgsql AS $$
        BEGIN SET search_path = other, public; RETURN 'away'; END $$;
      CREATE FUNCTION public.home() RETURNS text LANGUAGE sql AS $$
        SELECT pg_catalog.set_config('search_path', 'public', false) $$;
      CREATE FUNCTION public.indirectly() RETURNS text LANGUAGE plpgsql AS $$
        BEGIN PERFORM public.Away(); RETURN 'indirectly'; END $$;
      CREATE PROCEDURE public.proceed() LANGUAGE plpgsql AS $$
        BEGIN PERFORM public.indirectly(); END $$;
      CREATE FUNCTION public.as_other() RETURNS text LANGUAGE plpgsql AS $$
        BEGIN SET ROLE other; RETURN 'as other'; END $$;
      CREATE FUNCTION public.hide() RETURNS text LANGUAGE plpgsql AS $$
        BEGIN CREATE TEMP TABLE users (id int, full_name text); RETURN 'hidden'; END $$;
      CREATE FUNCTION public.run(sql text) RETURNS text LANGUAGE plpgsql AS $$
        BEGIN EXECUTE sql; RETURN 'run'; END $$;
      CREATE FUNCTION public.on_visit() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM public.indirectly(); RETURN NEW; END $$;
      CREATE TRIGGER visit BEFORE INSERT ON visits FOR EACH ROW EXECUTE FUNCTION on_visit();
      CREATE VIEW public.moving AS SELECT public.indirectly() AS how;
      """;

  private static final Rename IN_PUBLIC =
      new Rename(new TableName("public", "users"), "full_name", "display_name", Phase.DUAL_WRITE);

  private final Users users = reset();

  private static Users reset() {
    DATABASE
        .postgres()
        .run(
            "DO $$ BEGIN CREATE ROLE other; EXCEPTION WHEN duplicate_object THEN NULL; END $$;"
                + "ALTER ROLE postgres RESET search_path; ALTER ROLE other SUPERUSER");
    return DATABASE.reset(SCHEMA);
  }

  @AfterAll
  static void leaveRolesAsTheyWere() {
    DATABASE.postgres().run("ALTER ROLE postgres RESET search_path; DROP OWNED BY other");
    DATABASE.postgres().run("DROP ROLE other");
  }

  static Stream<Arguments> ways() {
    List<Arguments> ways = new ArrayList<>();
    for (String way :
        List.of(
            "SET search_path = other, public",
            "SET LOCAL search_path = other, public",
            "SELECT set_config('search_path', 'other, public', false)",
            "SELECT set_config('sea' || 'rch_path', 'other, public', false)",
            "UPDATE pg_settings SET setting = 'other, public' WHERE name = 'sea' || 'rch_path'",
            "SELECT away()",
            "SELECT public.\"away\"()",
            "SELECT indirectly()",
            "CALL proceed()",
            "SELECT * FROM moving",
            "INSERT INTO visits VALUES (1)",
            "DO $$ BEGIN PERFORM public.away(); END $$",
            "SELECT run('SET search_path = other, public')",
            "PREPARE p AS SELECT indirectly(); EXECUTE p; DEALLOCATE p",
            "SET ROLE other",
            "SET SESSION AUTHORIZATION other",
            "SELECT as_other()",
            "SELECT hide()",
            "SELECT run('CREATE TEMP TABLE users (id int, full_name text)')",
            "CREATE TEMP TABLE users (id int, full_name text)",
            "CREATE TEMP TABLE users AS SELECT 0 AS id, 'x' AS full_name",
            "SELECT 0 AS id, 'x' AS full_name INTO TEMP users")) {
      for (boolean reports : new boolean[] {true, false}) {
        for (boolean transaction : new boolean[] {false, true}) {
          if (transaction || !way.contains("LOCAL")) {
            ways.add(Arguments.of(way, reports, transaction));
          }
        }
      }
    }
    return ways.stream();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void theNextWriteGoesWhereTheServerMeansIt(String way, boolean reports, boolean transaction)
      throws SQLException {
    try (Connection connection = open(reports);
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO users (id, full_name) VALUES (?, 'x')");
        PreparedStatement star = connection.prepareStatement("SELECT * FROM users")) {
      connection.setAutoCommit(!transaction);
      insert(insert, 1);
      assertThat(Users.rows(star.executeQuery()).get(0)).isEqualTo("1|x|x");
      run(connection, way);
      insert(insert, 2);
      run(connection, "INSERT INTO users (id, full_name) VALUES (3, 'x')");
      assertThat(Users.rows(star.executeQuery())).contains("2|x", "3|x");
      if (transaction) {
        connection.rollback();
      } else {
        run(connection, "DISCARD ALL");
      }
      insert(insert, 4);
      run(connection, "INSERT INTO users (id, full_name) VALUES (5, 'x')");
      if (transaction) {
        connection.commit();
      }
    }
    assertThat(
            users.rows("SELECT id FROM public.users WHERE full_name IS DISTINCT FROM display_name"))
        .isEmpty();
    assertThat(users.rows("SELECT id FROM public.users WHERE id IN (2, 3)")).isEmpty();
    assertThat(users.rows("SELECT count(*) FROM public.users WHERE id IN (4, 5)"))
        .containsExactly("2");
  }

  static Stream<Arguments> returns() {
    List<Arguments> ways = new ArrayList<>();
    for (String back :
        List.of(
            "SET search_path = public",
            "RESET search_path",
            "SET search_path TO DEFAULT",
            "RESET ALL",
            "DISCARD ALL",
            "SELECT home()",
            "SELECT set_config($$search_path$$, 'public', false)")) {
      ways.add(Arguments.of(back, true));
      ways.add(Arguments.of(back, false));
    }
    return ways.stream();
  }

  /** The dangerous way round: believed to be elsewhere, a write would go into one column. */
  @ParameterizedTest
  @MethodSource("returns")
  void backInPublicBothColumnsAreWritten(String back, boolean reports) throws SQLException {
    try (Connection connection = open(reports);
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO users (id, full_name) VALUES (?, 'x')")) {
      run(connection, "SET search_path = other, public");
      insert(insert, 1);
      run(connection, back);
      insert(insert, 2);
      run(connection, "INSERT INTO users (id, full_name) VALUES (3, 'x')");
    }
    assertThat(users.rows("SELECT * FROM public.users ORDER BY id"))
        .containsExactly("2|x|x", "3|x|x");
  }

  @Test
  void aNewSessionOfARoleWithAnotherPathStandsElsewhere() throws SQLException {
    Phases phases = phases();
    Crossing crossing = new Crossing(phases, Rewriting.real(), Strictness.STRICT);
    try (Connection before = crossing.cross(users.plain().getConnection())) {
      run(before, "INSERT INTO users (id, full_name) VALUES (1, 'x')");
      users.postgres().run("ALTER ROLE postgres SET search_path = other, public");
      try (Connection after = crossing.cross(users.plain().getConnection())) {
        run(after, "INSERT INTO users (id, full_name) VALUES (2, 'x')");
        run(before, "INSERT INTO users (id, full_name) VALUES (3, 'x')");
      }
    }
    assertThat(users.rows("SELECT id FROM public.users WHERE full_name = display_name"))
        .containsExactly("1", "3");
    assertThat(users.rows("SELECT id FROM other.users")).containsExactly("2");
  }

  /** By the server's own report, which costs no question. */
  @Test
  void aFunctionThatNobodyCouldReadIsNoticedWhereTheServerReports() throws SQLException {
    try (Connection connection = open(true);
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO users (id, full_name) VALUES (?, 'x')");
        PreparedStatement move = connection.prepareStatement("SELECT run(?)")) {
      insert(insert, 1);
      move.setString(1, "SET search_path = other, public");
      move.executeQuery().close();
      insert(insert, 2);
      move.setString(1, "SET search_path = public");
      move.executeQuery().close();
      insert(insert, 3);
    }
    assertThat(users.rows("SELECT id FROM public.users WHERE full_name = display_name"))
        .containsExactly("1", "3");
    assertThat(users.rows("SELECT id FROM other.users")).containsExactly("2");
  }

  @Test
  void aSchemaThatIsRenamedBehindOurBackComesBetween() throws SQLException {
    try (Connection connection = open(true);
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO users (id, full_name) VALUES (?, 'x')")) {
      run(connection, "SET search_path = app, public");
      insert(insert, 1);
      users.postgres().run("ALTER SCHEMA other RENAME TO app");
      insert(insert, 2);
      users.postgres().run("ALTER SCHEMA app RENAME TO other");
      run(connection, "SET search_path = public");
      insert(insert, 3);
    }
    assertThat(users.rows("SELECT id FROM public.users WHERE full_name = display_name"))
        .containsExactly("1", "3");
    assertThat(users.rows("SELECT id FROM other.users")).containsExactly("2");
  }

  @Test
  void aTransactionThatGoesOnInAChainShowsItsSchemaToOthers() throws SQLException {
    Crossing crossing = new Crossing(phases(), Rewriting.real(), Strictness.STRICT);
    try (Connection mine = crossing.cross(users.plain().getConnection());
        Connection yours = crossing.cross(users.plain().getConnection())) {
      run(yours, "SELECT * FROM users");
      mine.setAutoCommit(false);
      run(mine, "ALTER TABLE public.users ADD age int");
      run(mine, "COMMIT AND CHAIN");
      run(mine, "SELECT 1");
      run(yours, "INSERT INTO users (id, full_name) VALUES (1, 'x')");
      assertThat(Users.rows(yours, "SELECT * FROM users")).containsExactly("1|x|x|null");
    }
  }

  private Connection open(boolean reports) throws SQLException {
    Connection connection = users.plain().getConnection();
    return new Crossing(phases(), Rewriting.real(), Strictness.STRICT)
        .cross(reports ? connection : Unreporting.over(connection));
  }

  private static Phases phases() {
    return new Phases(PhaseSnapshot.declared(Transitions.of(List.of(IN_PUBLIC))));
  }

  private static void insert(PreparedStatement insert, int id) throws SQLException {
    insert.setInt(1, id);
    assertThat(insert.executeUpdate()).isEqualTo(1);
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
