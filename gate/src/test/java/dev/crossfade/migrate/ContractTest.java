package dev.crossfade.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Practice C2: the drop itself. That the gate is asked first is the command's, tested there. */
class ContractTest {

  private static Contract contract(Stage stage) {
    return new Contract(stage.database(), stage.rename);
  }

  private static Stage ready() {
    Stage stage = Stage.users(10).run("COMMENT ON COLUMN users.full_name IS 'a name'");
    stage.expand();
    stage.backfill();
    return stage;
  }

  @Test
  void dropsTheColumnAndItsOwnMark() {
    Stage stage = ready();
    assertThat(contract(stage).run(Stage.IMPATIENT, stage).done()).isTrue();
    assertThat(
            stage.query(
                "SELECT attname FROM pg_attribute WHERE attrelid = 'users'::regclass AND attnum > 0"
                    + " AND NOT attisdropped ORDER BY attnum"))
        .containsExactly("id", "email", "display_name");
    assertThat(stage.one("SELECT col_description('users'::regclass, 4)")).isEqualTo("a name");
    assertThat(contract(stage).run(Stage.IMPATIENT, stage).before()).isTrue();
  }

  @Test
  void whatGoesAlongIsListed() {
    Stage stage = ready().run("CREATE INDEX own ON users (full_name)");
    assertThat(contract(stage).run(Stage.IMPATIENT, stage).along())
        .containsExactly("index public.own");
  }

  @Test
  void aViewThatNeedsItRefusesTheDropAndNothingChanges() {
    Stage stage = ready().run("CREATE VIEW names AS SELECT full_name FROM users");
    assertThatThrownBy(() -> contract(stage).run(Stage.IMPATIENT, stage))
        .hasMessageStartingWith("[database-error]")
        .hasMessageContaining("2BP01");
    assertThat(stage.one("SELECT col_description('users'::regclass, 4)")).contains("[crossfade]");
  }

  @Test
  void aMisspeltNewColumnRefusesTheDrop() {
    Stage stage = ready();
    Contract wrong = new Contract(stage.database(), Spelling.parse("users.email:full_name"));
    assertThatThrownBy(() -> wrong.run(Stage.IMPATIENT, stage))
        .hasMessageStartingWith("[column-not-ours]");
  }

  @Test
  void withoutANewColumnThereIsNoDrop() {
    Stage stage = Stage.users(1);
    assertThatThrownBy(() -> contract(stage).run(Stage.IMPATIENT, stage))
        .hasMessageStartingWith("[not-expanded]");
  }

  @Test
  void duringABackfillThereIsNoDrop() {
    Stage stage = ready();
    long table = Long.parseLong(stage.one("SELECT 'users'::regclass::oid::bigint"));
    try (MigrationLock backfill = MigrationLock.ofTable(stage.database(), table)) {
      assertThatThrownBy(() -> contract(stage).run(Stage.IMPATIENT, stage))
          .hasMessageStartingWith("[migration-running]");
    }
  }
}
