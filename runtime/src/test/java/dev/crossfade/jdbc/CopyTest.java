package dev.crossfade.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossfade.model.Phase;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

class CopyTest {

  private static final Users DATABASE = Users.expanded();

  private final Users users = DATABASE.reset();

  @ParameterizedTest
  @EnumSource
  void neverWritesOneColumnOfTwo(Phase phase) throws Exception {
    try (Connection connection = users.connect(phase)) {
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      String sql = "COPY users (age, display_name) FROM STDIN";
      if (phase.dualWrites()) {
        assertThatThrownBy(() -> copy.copyIn(sql, new StringReader("1\tcopied\n")))
            .isInstanceOfSatisfying(
                CrossfadeSqlException.class,
                e -> assertThat(e.problem().id()).isEqualTo("copy-in-transition"));
      } else {
        assertThat(copy.copyIn(sql, new StringReader("1\tcopied\n"))).isEqualTo(1);
      }
    }
    assertThat(users.rows("SELECT full_name, display_name FROM users"))
        .isEqualTo(
            switch (phase) {
              case BEFORE -> java.util.List.of("copied|null");
              case AFTER -> java.util.List.of("null|copied");
              default -> java.util.List.of();
            });
  }

  @ParameterizedTest
  @EnumSource
  void readsWhatThePhaseReads(Phase phase) throws Exception {
    users.postgres().run("INSERT INTO users (full_name, display_name) VALUES ('old', 'new')");
    StringWriter out = new StringWriter();
    try (Connection connection = users.connect(phase)) {
      ((PGConnection) connection).getCopyAPI().copyOut("COPY users (display_name) TO STDOUT", out);
    }
    assertThat(out.toString().strip())
        .isEqualTo(phase.readOfNew() == Phase.ReadSource.OLD ? "old" : "new");
  }

  @Test
  void ofAnotherTableIsTheDriversOwn() throws Exception {
    try (Connection connection = users.connect(Phase.DUAL_WRITE)) {
      assertThat(
              connection
                  .unwrap(PGConnection.class)
                  .getCopyAPI()
                  .copyIn("COPY orders FROM STDIN", new StringReader("1\ta\n2\tb\n")))
          .isEqualTo(2);
    }
    assertThat(users.rows("SELECT note FROM orders ORDER BY id")).containsExactly("a", "b");
  }
}
