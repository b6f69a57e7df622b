package dev.crossfade.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.model.Phase;
import dev.crossfade.model.Strictness;
import dev.crossfade.model.TableName;
import dev.crossfade.sql.Relation;
import dev.crossfade.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.core.BaseConnection;

class SessionCatalogTest {

  private static final Postgres POSTGRES =
      Postgres.database()
          .run(
              """
              CREATE SCHEMA other;
              CREATE TABLE users (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                gone int,
                full_name varchar(80) NOT NULL DEFAULT 'none',
                "Mixed Case" text,
                twice int GENERATED ALWAYS AS (1 + 1) STORED,
                UNIQUE (full_name, id) DEFERRABLE);
              ALTER TABLE users DROP gone;
              CREATE UNIQUE INDEX users_name ON users (full_name) INCLUDE (twice);
              CREATE UNIQUE INDEX users_partial ON users (full_name) WHERE id > 5;
              CREATE UNIQUE INDEX users_lower ON users (lower(full_name));
              CREATE TABLE other.users (id int);
              CREATE VIEW names AS SELECT full_name FROM users;
              CREATE VIEW other.deeper AS SELECT * FROM names;
              CREATE MATERIALIZED VIEW kept AS SELECT full_name FROM users;
              CREATE TABLE parent (a text);
              CREATE TABLE child () INHERITS (parent);
              CREATE TABLE sibling () INHERITS (parent);
              CREATE VIEW over_child AS SELECT * FROM child;
              CREATE TABLE parts (k int, a text) PARTITION BY LIST (k);
              CREATE TABLE parts_1 PARTITION OF parts FOR VALUES IN (1);
              CREATE FUNCTION wild() RETURNS int VOLATILE LANGUAGE sql AS 'SELECT 1';
              CREATE FUNCTION calm() RETURNS int STABLE LANGUAGE sql AS 'SELECT 1';
              CREATE FUNCTION other.calm(int) RETURNS int VOLATILE LANGUAGE sql AS 'SELECT 1';
              CREATE FUNCTION wild_op(int, int) RETURNS int VOLATILE LANGUAGE sql AS 'SELECT 1';
              CREATE OPERATOR <!> (LEFTARG = int, RIGHTARG = int, FUNCTION = wild_op);
              """);

  private Connection connection;
  private SessionCatalog catalog;

  @BeforeEach
  void open() throws SQLException {
    connection = POSTGRES.connect();
    Crossing crossing =
        new Crossing(Users.phases(Phase.BEFORE), Rewriting.real(), Strictness.STRICT);
    Session session =
        new Session(new CrossfadeConnection(connection, crossing), connection, crossing);
    catalog = new SessionCatalog(session, new PathCatalog(false, Map.of(), 0));
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void readsColumnsInPhysicalOrderWithoutDroppedOnes() {
    Relation users = relation("users");
    assertThat(users.name()).isEqualTo(new TableName("public", "users"));
    assertThat(users.kind()).isEqualTo(Relation.Kind.TABLE);
    assertThat(users.columns())
        .containsExactly(
            new Relation.Column("id", "bigint", null, false, true),
            new Relation.Column(
                "full_name", "character varying(80)", "'none'::character varying", true, false),
            new Relation.Column("Mixed Case", "text", null, true, false),
            new Relation.Column("twice", "integer", "(1 + 1)", true, true));
  }

  @Test
  void readsOnlyUniqueIndexesThatAConflictMayInfer() {
    assertThat(relation("users").uniques())
        .extracting(Relation.Unique::name)
        .containsExactly("users_name", "users_pkey");
    assertThat(relation("users").uniques().get(0).columns()).containsExactly("full_name");
  }

  @Test
  void resolvesAsTheSessionDoes() throws SQLException {
    assertThat(catalog.relation(new TableName("other", "users")).columns()).hasSize(1);
    assertThat(relation("nobody")).isNull();
    assertThat(relation("USERS")).isNull();
    run("SET search_path = other, public");
    open();
    run("SET search_path = other, public");
    assertThat(relation("users").name().schema()).isEqualTo("other");
    run("CREATE TEMP TABLE names (a int)");
    assertThat(relation("names").temporary()).isTrue();
  }

  @Test
  void tellsWhatARelationIs() {
    assertThat(relation("names").kind()).isEqualTo(Relation.Kind.VIEW);
    assertThat(relation("parts").kind()).isEqualTo(Relation.Kind.TABLE);
    assertThat(relation("parts_1").kind()).isEqualTo(Relation.Kind.PARTITION);
    assertThat(relation("kept").kind()).isEqualTo(Relation.Kind.OTHER);
  }

  @Test
  void findsEveryNameThatReachesATable() {
    assertThat(catalog.reaching(new TableName(null, "users")))
        .containsExactlyInAnyOrder("names", "deeper", "kept");
    assertThat(catalog.reaching(new TableName("other", "users"))).isEmpty();
    assertThat(catalog.reaching(new TableName(null, "parts"))).containsExactly("parts_1");
    assertThat(catalog.reaching(new TableName(null, "parent")))
        .containsExactlyInAnyOrder("child", "sibling", "over_child");
    assertThat(catalog.reaching(new TableName(null, "child")))
        .containsExactlyInAnyOrder("parent", "over_child");
  }

  @ParameterizedTest
  @CsvSource({
    "lower,true", "now,true", "||,true", "random,false", "nextval,false", "clock_timestamp,false",
    "calm,false", "wild,false", "unheard_of,false", "generate_series,false", "=,true", "<!>,false",
  })
  void knowsWhatIsSteady(String name, boolean steady) {
    assertThat(catalog.steady(Set.of(name))).isEqualTo(steady);
    assertThat(catalog.steady(List.of(name, "lower"))).isEqualTo(steady);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "text ; 'x' ; true",
        "text ; lower('random()') || 'y' ; true",
        "timestamptz ; now() ; true",
        "timestamptz ; CURRENT_TIMESTAMP ; true",
        "timestamptz(3) ; CURRENT_TIMESTAMP(3) ; true",
        "numeric(10,2) ; round(2.5, 1)::numeric(10,2) ; true",
        "text ; COALESCE(current_setting('a.b', true), 'z') ; true",
        "uuid ; gen_random_uuid() ; false",
        "double precision ; random() * 10 ; false",
        "timestamptz ; clock_timestamp() ; false",
        "bigint ; nextval('public.users_id_seq') ; false",
        "int ; public.wild() ; false",
        "int ; 1 OPERATOR(public.<!>) 2 ; false",
        "text ; ('a' || clock_timestamp()) ; false",
      })
  void knowsWhichDefaultsAreSteady(String type, String expression, boolean steady)
      throws SQLException {
    run("CREATE TEMP TABLE d (c " + type + " DEFAULT " + expression + ")");
    assertThat(relation("d").column("c").steadyDefault()).isEqualTo(steady);
  }

  @Test
  void looksWithoutBeginningATransaction() throws SQLException {
    connection.setAutoCommit(false);
    connection.unwrap(BaseConnection.class).setDefaultFetchSize(1);
    relation("users");
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
    assertThat(Users.rows(connection, "SHOW transaction_isolation"))
        .containsExactly("serializable");
    connection.rollback();
  }

  @Test
  void aLookThatFailsLeavesTheTransactionAlive() throws SQLException {
    connection.setAutoCommit(false);
    run("CREATE TEMP TABLE work (a int)");
    run("SET LOCAL statement_timeout = '1ms'");
    CatalogReader reader = new CatalogReader(connection, connection.unwrap(BaseConnection.class));
    try {
      for (int i = 0; i < 1000; i++) {
        reader.reaching(new TableName(null, "users"));
      }
    } catch (SQLException timeout) {
      assertThat(timeout.getSQLState()).isEqualTo("57014");
    }
    run("SET LOCAL statement_timeout = 0");
    assertThat(Users.rows(connection, "SELECT count(*) FROM work")).containsExactly("0");
  }

  private Relation relation(String name) {
    return catalog.relation(new TableName(null, name));
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
