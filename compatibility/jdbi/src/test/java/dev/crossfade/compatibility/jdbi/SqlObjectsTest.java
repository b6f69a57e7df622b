package dev.crossfade.compatibility.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.compatibility.Person;
import dev.crossfade.compatibility.Stage.Side;
import dev.crossfade.compatibility.Staged;
import dev.crossfade.compatibility.Version;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Script;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SQL objects, batches and scripts beyond the contract. */
class SqlObjectsTest extends Staged<JdbiPeople> {

  @Override
  protected JdbiPeople open(Version version, DataSource dataSource) {
    return new JdbiPeople(version, dataSource);
  }

  @ParameterizedTest
  @EnumSource
  void anUpdateReturnsTheValue(Side writer) throws SQLException {
    assertThat(by(writer).<String>dao(dao -> dao.mark(1, "?"))).isEqualTo("Ada?");
    model().rename(1, "Ada?");
    checkRows();
  }

  @ParameterizedTest
  @EnumSource
  void aBatchReturnsItsKeys(Side writer) throws SQLException {
    by(writer)
        .with(
            handle -> {
              PreparedBatch batch =
                  handle.prepareBatch(
                      "INSERT INTO people (<name>, email, age) VALUES (:name, :email, 1)");
              for (String name : new String[] {"one", "two"}) {
                batch.bind("name", name).bind("email", name + "@batch").add();
              }
              return batch
                  .executePreparedBatch("id", version(writer).nameColumn())
                  .map(
                      (row, context) ->
                          new Person(
                              row.getLong("id"),
                              row.getString(version(writer).nameColumn()),
                              row.getString(version(writer).nameColumn()) + "@batch",
                              1,
                              0))
                  .list();
            })
        .forEach(model()::put);
    assertThat(model().count()).isEqualTo(8);
    checkRows();
  }

  @ParameterizedTest
  @EnumSource
  void aScriptOfSeveralStatements(Side writer) throws SQLException {
    by(writer)
        .with(
            handle -> {
              try (Script script =
                  handle.createScript(
                      """
                      UPDATE people SET <name> = 'first; part' WHERE id = 1;
                      -- and another
                      UPDATE people SET <name> = $$second$$ WHERE id = 2;
                      """)) {
                return script.execute();
              }
            });
    model().rename(1, "first; part");
    model().rename(2, "second");
    checkRows();
  }
}
