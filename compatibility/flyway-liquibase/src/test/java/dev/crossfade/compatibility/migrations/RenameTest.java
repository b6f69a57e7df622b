package dev.crossfade.compatibility.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.Crossfade;
import dev.crossfade.compatibility.Fleet;
import dev.crossfade.compatibility.JdbcPeople;
import dev.crossfade.compatibility.Person;
import dev.crossfade.compatibility.Version;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Transition;
import dev.crossfade.phase.Phases;
import dev.crossfade.testing.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The rename's own migrations go through the proxy that the rename is declared to. */
class RenameTest {

  private final Postgres postgres = Postgres.database();
  private final Phases phases = Fleet.phases(Phase.BEFORE);
  private final DataSource dataSource = Crossfade.wrap(plain(), phases);
  private final JdbcPeople older = new JdbcPeople(Version.V1, dataSource);
  private final JdbcPeople newer = new JdbcPeople(Version.V2, dataSource);

  private DataSource plain() {
    PGSimpleDataSource plain = new PGSimpleDataSource();
    plain.setURL(postgres.url());
    return plain;
  }

  @ParameterizedTest
  @EnumSource
  void fromTheFirstTableToTheDroppedColumn(Tool tool) throws Exception {
    tool.rename(dataSource, 1);
    bothFind("Ada", 1);

    tool.rename(dataSource, 2);
    bothFind("Ada", 1);
    assertThat(rows("SELECT full_name, display_name FROM people WHERE id = 1"))
        .containsExactly("Ada|null");

    to(Phase.DUAL_WRITE);
    tool.rename(dataSource, 3);
    bothFind("Ada Lovelace", 1);
    bothFind("Alan", 4);
    assertThat(rows("SELECT full_name, display_name FROM people WHERE id <> 2 ORDER BY id"))
        .containsExactly("Ada Lovelace|Ada Lovelace", "null|null", "Alan|Alan");
    assertThat(rows("SELECT body, content FROM notes")).containsExactly("first!|first!");

    // Past the proxy, as the crossfade command does it.
    postgres.run("UPDATE people SET display_name = full_name WHERE id = 2");
    to(Phase.FALLBACK_READ);
    to(Phase.NEW_READ);
    tool.rename(dataSource, 4);
    bothFind("Grace", 2);
    to(Phase.AFTER);
    newer.addNote(1, "without the old column");
    tool.rename(dataSource, 5);
    bothFind("Ada Lovelace", 1);
    assertThat(older.notesOf("Ada Lovelace")).containsExactly("first!", "without the old column");
    assertThat(
            rows(
                "SELECT column_name FROM information_schema.columns WHERE table_schema = 'public'"
                    + " AND column_name IN ('full_name', 'body')"))
        .isEmpty();
  }

  private void bothFind(String name, long id) {
    assertThat(older.named(name)).extracting(Person::id).containsExactly(id);
    assertThat(newer.named(name)).extracting(Person::id).containsExactly(id);
  }

  private void to(Phase phase) {
    Map<Transition, Phase> targets = new HashMap<>();
    phases.transitions().all().forEach(transition -> targets.put(transition, phase));
    phases.moveAll(targets);
  }

  private List<String> rows(String sql) throws SQLException {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.append(i == 1 ? "" : "|").append(result.getString(i));
        }
        rows.add(row.toString());
      }
      return rows;
    }
  }
}
