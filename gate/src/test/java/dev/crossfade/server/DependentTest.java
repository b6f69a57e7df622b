package dev.crossfade.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.model.TableName;
import dev.crossfade.server.Dependent.Effect;
import dev.crossfade.server.Dependent.Kind;
import dev.crossfade.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server decides: each effect is compared with what DROP COLUMN really does. */
class DependentTest {

  private static final String TABLE =
      "CREATE TABLE users (id int PRIMARY KEY, full_name text, email text, n int);";

  private static List<Dependent> dependents(Connection connection) {
    Catalog catalog = new Catalog(connection);
    TableFacts table = catalog.table(new TableName(null, "users"));
    ColumnFacts column = table.column("full_name");
    assertThat(column).isNotNull();
    return catalog.dependents(table, column);
  }

  private static boolean dropWorks(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE users DROP COLUMN full_name");
      return true;
    } catch (SQLException e) {
      assertThat(e.getSQLState()).isIn("2BP01", "42P16");
      return false;
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VIEW | public.v | REFUSES | CREATE VIEW v AS SELECT * FROM users",
        "VIEW | public.v | REFUSES | CREATE VIEW v AS SELECT 1 FROM users WHERE full_name = 'x'",
        "VIEW | public.v | LOSES_A_FIELD | CREATE VIEW v AS SELECT id, row_to_json(u) FROM users u",
        "MATERIALIZED_VIEW | public.m | REFUSES | CREATE MATERIALIZED VIEW m AS SELECT full_name FROM users",
        "RULE | r | REFUSES | CREATE RULE r AS ON UPDATE TO users WHERE old.full_name = 'x' DO ALSO NOTHING",
        "POLICY | p | REFUSES | CREATE POLICY p ON users USING (full_name = current_user)",
        "TRIGGER | t | REFUSES | CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TRIGGER t BEFORE UPDATE OF full_name ON users FOR EACH ROW EXECUTE FUNCTION f()",
        "TRIGGER | t | REFUSES | CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TRIGGER t BEFORE UPDATE ON users FOR EACH ROW WHEN (new.full_name = 'x') EXECUTE FUNCTION f()",
        "GENERATED_COLUMN | shout | REFUSES | ALTER TABLE users ADD shout text GENERATED ALWAYS AS (upper(full_name)) STORED",
        "INCOMING_FOREIGN_KEY | ref_name_fkey | REFUSES | ALTER TABLE users ADD UNIQUE (full_name); CREATE TABLE ref (name text REFERENCES users (full_name))",
        "PUBLICATION | pub | REFUSES | CREATE PUBLICATION pub FOR TABLE users (id, full_name)",
        "FUNCTION | public.f() | REFUSES | CREATE FUNCTION f() RETURNS SETOF text BEGIN ATOMIC SELECT full_name FROM users; END",
        "SEQUENCE | public.s | REFUSES | CREATE SEQUENCE s OWNED BY users.full_name; ALTER TABLE users ALTER n SET DEFAULT nextval('s')",
        "SEQUENCE | public.s | GOES_ALONG | CREATE SEQUENCE s OWNED BY users.full_name; ALTER TABLE users ALTER full_name SET DEFAULT nextval('s')",
        "INDEX | public.i | GOES_ALONG | CREATE INDEX i ON users (full_name)",
        "INDEX | public.i | GOES_ALONG | CREATE INDEX i ON users (lower(full_name)) WHERE full_name > ''",
        "INDEX | public.i | TAKEN_AWAY | CREATE INDEX i ON users (email, full_name)",
        "INDEX | public.i | TAKEN_AWAY | CREATE INDEX i ON users (full_name) INCLUDE (email)",
        "INDEX | public.i | TAKEN_AWAY | CREATE INDEX i ON users (email) WHERE full_name > ''",
        "UNIQUE | u | GOES_ALONG | ALTER TABLE users ADD CONSTRAINT u UNIQUE (full_name)",
        "UNIQUE | u | TAKEN_AWAY | ALTER TABLE users ADD CONSTRAINT u UNIQUE (full_name, email)",
        "CHECK | c | GOES_ALONG | ALTER TABLE users ADD CONSTRAINT c CHECK (full_name > '')",
        "CHECK | c | TAKEN_AWAY | ALTER TABLE users ADD CONSTRAINT c CHECK (full_name > email)",
        "EXCLUSION | x | TAKEN_AWAY | ALTER TABLE users ADD CONSTRAINT x EXCLUDE USING hash (full_name WITH =)",
        "FOREIGN_KEY | k | GOES_ALONG | CREATE TABLE names (n text PRIMARY KEY); ALTER TABLE users ADD CONSTRAINT k FOREIGN KEY (full_name) REFERENCES names",
        "FOREIGN_KEY | k | TAKEN_AWAY | CREATE TABLE names (n text, m text, PRIMARY KEY (n, m)); ALTER TABLE users ADD CONSTRAINT k FOREIGN KEY (full_name, email) REFERENCES names",
        "STATISTICS | st | TAKEN_AWAY | CREATE STATISTICS st ON full_name, email FROM users",
        "FUNCTION | public.f() | MAY_BREAK | CREATE FUNCTION f() RETURNS text LANGUAGE sql AS 'SELECT Full_Name FROM users LIMIT 1'",
        "FUNCTION | public.f() | MAY_BREAK | CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.full_name := 1; RETURN NEW; END'; CREATE TRIGGER t BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION f()",
        "FUNCTION | public.f() | MENTIONS | CREATE FUNCTION f() RETURNS text LANGUAGE sql AS 'SELECT ''full_name'''",
      })
  void isFoundAndDoesWhatTheServerDoes(Kind kind, String name, Effect effect, String sql)
      throws SQLException {
    Postgres postgres = OneDatabase.emptied().run(TABLE + sql);
    try (Connection connection = postgres.connect()) {
      assertThat(dependents(connection))
          .filteredOn(dependent -> dependent.kind() == kind)
          .singleElement()
          .satisfies(
              dependent -> {
                assertThat(dependent.name()).isEqualTo(name);
                assertThat(dependent.effect()).isEqualTo(effect);
              });
      assertThat(dropWorks(connection)).isEqualTo(effect != Effect.REFUSES);
    }
  }

  @Test
  void whatTheServerRefusesIsAlwaysFound() throws SQLException {
    Postgres postgres =
        OneDatabase.emptied()
            .run(TABLE + "CREATE VIEW v AS SELECT email FROM users; CREATE INDEX ON users (email)");
    try (Connection connection = postgres.connect()) {
      assertThat(dependents(connection)).isEmpty();
      assertThat(dropWorks(connection)).isTrue();
    }
  }

  @Test
  void wordsAreWhole() {
    assertThat(DependentReader.names("SELECT FULL_NAME FROM x", "full_name")).isTrue();
    assertThat(DependentReader.names("\"full_name\"", "full_name")).isTrue();
    assertThat(DependentReader.names("old_full_name, full_names", "full_name")).isFalse();
    assertThat(DependentReader.names("xfull_name full_name", "full_name")).isTrue();
  }
}
