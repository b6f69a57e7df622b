package dev.crossfade.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.model.Phase;
import dev.crossfade.model.Rename;
import dev.crossfade.model.TableName;
import dev.crossfade.model.Transition;
import dev.crossfade.model.Transitions;
import dev.crossfade.phase.PhaseSnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepairTest {

  private static final List<Transition> USERS = List.of(Users.RENAME);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE users SET display_name = 'a'",
        "UPDATE users SET Display_Name='a'",
        "UPDATE users SET (\"display_name\") = ROW('a')",
        "SELECT u.display_name FROM users u",
        "DO $$ BEGIN UPDATE users SET display_name = 'a'; END $$",
        "UPDATE users SET U&\"d\\0069splay_name\" = 'a'",
      })
  void whatNamesTheNewColumnIsNotRepaired(String sql) {
    assertThat(Repair.isPossible(sql, USERS, in(Phase.DUAL_WRITE))).isFalse();
    assertThat(Repair.isPossible(sql, USERS, in(Phase.BEFORE))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE users SET full_name = 'a'",
        "INSERT INTO users VALUES (1, 'a')",
        "SELECT my_display_name, display_name2, display_name$ FROM users",
        "SELECT * FROM users",
      })
  void whatDoesNotIsRepairedAsLongAsTheOldColumnIsRight(String sql) {
    assertThat(Repair.isPossible(sql, USERS, in(Phase.BEFORE))).isTrue();
    assertThat(Repair.isPossible(sql, USERS, in(Phase.DUAL_WRITE))).isTrue();
    assertThat(Repair.isPossible(sql, USERS, in(Phase.FALLBACK_READ))).isTrue();
    assertThat(Repair.isPossible(sql, USERS, in(Phase.NEW_READ))).isFalse();
    assertThat(Repair.isPossible(sql, USERS, in(Phase.AFTER))).isFalse();
  }

  @Test
  void oneTransitionThatIsBeyondRepairIsEnough() {
    Rename other = new Rename(new TableName(null, "orders"), "note", "remark", Phase.NEW_READ);
    PhaseSnapshot phases = PhaseSnapshot.declared(Transitions.of(List.of(Users.RENAME, other)));
    String sql = "UPDATE users SET full_name = (SELECT note FROM orders)";
    assertThat(Repair.isPossible(sql, USERS, phases)).isTrue();
    assertThat(Repair.isPossible(sql, List.of(Users.RENAME, other), phases)).isFalse();
  }

  @Test
  void aReadNeedsNone() {
    PhaseSnapshot dual = in(Phase.DUAL_WRITE);
    assertThat(Repair.isNeeded("SELECT * FROM users FOR UPDATE", USERS, dual)).isFalse();
    assertThat(Repair.isNeeded("DELETE FROM users", USERS, dual)).isFalse();
    assertThat(Repair.isNeeded("WITH x AS (UPDATE users SET a = 1) TABLE x", USERS, dual)).isTrue();
    assertThat(Repair.isNeeded("Merge INTO users USING x ON true", USERS, dual)).isTrue();
    assertThat(Repair.isNeeded("INSERT INTO users VALUES (1)", USERS, in(Phase.BEFORE))).isFalse();
  }

  private static PhaseSnapshot in(Phase phase) {
    return Users.phases(phase).snapshot();
  }
}
