package dev.crossfade.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.model.Phase;
import dev.crossfade.model.Rename;
import dev.crossfade.model.TableName;
import dev.crossfade.model.Transition;
import dev.crossfade.model.Transitions;
import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.rewrite.Rewriter;
import dev.crossfade.rewrite.Rewritten;
import dev.crossfade.testing.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefaultsTest {

  private static final Transition RENAME =
      new Rename(new TableName(null, "users"), "full_name", "display_name", Phase.NEW_READ);

  @Test
  void anInsertBesideAfterStillGetsTheNewColumnsDefault() throws Exception {
    Postgres database =
        Postgres.database()
            .run(
                """
                CREATE TABLE users (id int, full_name text, display_name text DEFAULT 'nobody');
                """);
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      PhaseSnapshot phases = PhaseSnapshot.declared(Transitions.of(List.of(RENAME)));
      Rewritten rewritten =
          new Rewriter()
              .rewrite("INSERT INTO users (id) VALUES (1)", phases, new SchemaCatalog(connection));
      statement.execute(rewritten.sql());
      try (ResultSet row = statement.executeQuery("SELECT full_name, display_name FROM users")) {
        row.next();
        assertThat(row.getString(1)).isEqualTo("nobody");
        assertThat(row.getString(2)).isEqualTo("nobody");
      }
    }
  }
}
