package dev.crossfade.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossfade.model.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each phase's own condition, proven in the database before the file says it. */
class AdvanceTest {

  @TempDir Path directory;

  private Path file() {
    return directory.resolve("phases.properties");
  }

  private Advance.Result advance(Stage stage, Phase to) {
    return new Advance(stage.database(), stage.rename, new PhasesFile(file()))
        .run(to, Stage.IMPATIENT, stage);
  }

  private void at(Phase phase) throws IOException {
    Files.writeString(file(), "users.display_name=" + phase + "\n");
  }

  @Test
  void goesTheWholeWay() throws IOException {
    Stage stage = Stage.users(100);
    stage.expand();
    assertThat(advance(stage, Phase.DUAL_WRITE).from()).isEqualTo(Phase.BEFORE);
    stage.backfill();
    advance(stage, Phase.FALLBACK_READ);
    advance(stage, Phase.NEW_READ);
    advance(stage, Phase.FALLBACK_READ);
    advance(stage, Phase.NEW_READ);
    assertThat(advance(stage, Phase.AFTER).checked()).contains("no row differs (100 compared)");
    assertThat(Files.readString(file())).isEqualTo("users.display_name=AFTER\n");
    assertThat(advance(stage, Phase.AFTER).checked()).isEqualTo("it was there already");
  }

  @Test
  void aSkippedPhaseIsRefusedAndTheNextOneNamed() throws IOException {
    Stage stage = Stage.users(1);
    at(Phase.DUAL_WRITE);
    assertThatThrownBy(() -> advance(stage, Phase.NEW_READ))
        .hasMessageStartingWith("[phase-skipped]")
        .hasMessageContaining("advance users.full_name:display_name --to FALLBACK_READ");
    assertThat(Files.readString(file())).isEqualTo("users.display_name=DUAL_WRITE\n");
  }

  @Test
  void dualWriteNeedsACompleteExpand() {
    Stage stage = Stage.users(1).run("CREATE INDEX ON users (full_name)");
    assertThatThrownBy(() -> advance(stage, Phase.DUAL_WRITE))
        .hasMessageStartingWith("[phase-not-ready]")
        .hasMessageContaining("crossfade expand users.full_name:display_name");
    stage.expand();
    stage.run("DROP INDEX users_display_name_idx");
    assertThatThrownBy(() -> advance(stage, Phase.DUAL_WRITE))
        .hasMessageContaining("next: index like users_full_name_idx");
    assertThat(file()).doesNotExist();
  }

  @Test
  void fallbackReadAllowsRowsThatAreNotFilledButNoStaleOnes() throws IOException {
    Stage stage = Stage.users(10);
    stage.expand();
    at(Phase.DUAL_WRITE);
    stage.run("UPDATE users SET display_name = 'stale' WHERE id = 3");
    assertThatThrownBy(() -> advance(stage, Phase.FALLBACK_READ))
        .hasMessageStartingWith("[phase-not-ready] 1 of 10 rows");
    stage.run("UPDATE users SET display_name = NULL WHERE id = 3");
    assertThat(advance(stage, Phase.FALLBACK_READ).to()).isEqualTo(Phase.FALLBACK_READ);
  }

  @Test
  void newReadNeedsEveryRowEqual() throws IOException {
    Stage stage = Stage.users(10);
    stage.expand();
    at(Phase.FALLBACK_READ);
    assertThatThrownBy(() -> advance(stage, Phase.NEW_READ))
        .hasMessageStartingWith("[phase-not-ready] 10 of 10 rows");
  }

  @Test
  void afterRelaxesTheOldColumnSoThatInsertsMayOmitIt() throws IOException {
    Stage stage =
        Stage.users(10)
            .run(
                "ALTER TABLE users ALTER full_name SET NOT NULL,"
                    + " ALTER full_name SET DEFAULT 'x', ADD UNIQUE (full_name)");
    stage.expand();
    stage.backfill();
    at(Phase.NEW_READ);
    advance(stage, Phase.AFTER);
    stage.run("INSERT INTO users (id, display_name) VALUES (11, 'a'), (12, 'b')");
    assertThat(stage.one("SELECT count(*) FROM users WHERE full_name IS NULL")).isEqualTo("2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE users ADD CONSTRAINT stop CHECK (full_name IS NOT NULL)",
        "ALTER TABLE users ADD CONSTRAINT stop CHECK (full_name > email OR true)",
        "CREATE UNIQUE INDEX stop ON users (full_name) NULLS NOT DISTINCT",
        "CREATE DOMAIN stop AS text CHECK (true);"
            + "CREATE DOMAIN stop2 AS stop NOT NULL; ALTER TABLE users ALTER full_name TYPE stop2",
      })
  void afterIsRefusedWhileAnInsertThatOmitsItMayFail(String stopper) throws IOException {
    Stage stage = Stage.users(1);
    stage.expand();
    stage.backfill();
    at(Phase.NEW_READ);
    stage.run(stopper);
    if (stopper.contains("DOMAIN")) {
      stage.run("ALTER TABLE users ALTER display_name TYPE stop2");
    }
    assertThatThrownBy(() -> advance(stage, Phase.AFTER))
        .hasMessageStartingWith("[old-column-still-required]")
        .hasMessageContaining("stop");
    assertThat(Files.readString(file())).isEqualTo("users.display_name=NEW_READ\n");
  }

  @Test
  void aCheckThatHoldsForNullIsNoReason() throws IOException {
    Stage stage = Stage.users(1).run("ALTER TABLE users ADD CHECK (length(full_name) < 100)");
    stage.expand();
    stage.backfill();
    at(Phase.NEW_READ);
    assertThat(advance(stage, Phase.AFTER).to()).isEqualTo(Phase.AFTER);
  }

  /** A stage in AFTER, in which rows 3 and 4 exchanged their values and row 11 came. */
  private Stage writtenInAfter() throws IOException {
    Stage stage =
        Stage.users(10)
            .run("ALTER TABLE users ADD UNIQUE (full_name)")
            .run("COMMENT ON COLUMN users.full_name IS 'as on the passport'");
    stage.expand();
    stage.backfill();
    at(Phase.NEW_READ);
    advance(stage, Phase.AFTER);
    return stage.run(
        "UPDATE users SET display_name = NULL WHERE id IN (3, 4);"
            + "UPDATE users SET display_name = 'name ' || 7 - id WHERE id IN (3, 4);"
            + "INSERT INTO users (id, display_name) VALUES (11, 'name 11')");
  }

  @Test
  void whatWasWrittenInAfterIsNotOverwrittenByABackfill() throws IOException {
    Stage stage = writtenInAfter();
    assertThatThrownBy(stage::backfill)
        .hasMessageStartingWith("[wrong-direction]")
        .hasMessageContaining("crossfade backfill users.full_name:display_name --reverse");
    assertThat(stage.query("SELECT display_name FROM users WHERE id IN (3, 4, 11) ORDER BY id"))
        .containsExactly("name 4", "name 3", "name 11");
    assertThat(stage.verify().superseded()).isTrue();
  }

  @Test
  void theWayBackFromAfterGoesThroughAReverseBackfill() throws IOException {
    Stage stage = writtenInAfter();
    assertThat(advance(stage, Phase.NEW_READ).checked()).contains("--reverse");
    assertThatThrownBy(() -> advance(stage, Phase.FALLBACK_READ))
        .hasMessageStartingWith("[phase-not-ready] 3 of 11 rows")
        .hasMessageContaining("crossfade backfill users.full_name:display_name --reverse");
    Backfill.Result result =
        Backfill.reverse(stage.database(), stage.rename).run(BackfillPolicy.DEFAULT, stage);
    assertThat(result.sql()).contains("SET \"full_name\" = t.\"display_name\"");
    assertThat(stage.query("SELECT full_name FROM users WHERE id IN (3, 4, 11) ORDER BY id"))
        .containsExactly("name 4", "name 3", "name 11");
    assertThat(advance(stage, Phase.FALLBACK_READ).checked()).contains("complete again");
    assertThat(stage.one("SELECT col_description('users'::regclass, 2) FROM users WHERE id = 1"))
        .isEqualTo("as on the passport");
    stage.run("UPDATE users SET full_name = 'x' WHERE id = 1");
    assertThat(stage.backfill().moved()).isEqualTo(1);
    advance(stage, Phase.DUAL_WRITE);
    advance(stage, Phase.BEFORE);
  }

  @Test
  void nothingIsCopiedBackWhileTheOldColumnIsTheAuthority() throws IOException {
    Stage stage = Stage.users(10);
    stage.expand();
    at(Phase.DUAL_WRITE);
    assertThatThrownBy(
            () ->
                Backfill.reverse(stage.database(), stage.rename).run(BackfillPolicy.DEFAULT, stage))
        .hasMessageStartingWith("[wrong-direction]");
    assertThat(stage.one("SELECT count(full_name) FROM users")).isEqualTo("10");
  }

  @Test
  void otherLinesStayAsTheyAre() throws IOException {
    Stage stage = Stage.users(1);
    stage.expand();
    Files.writeString(
        file(), "# phases\n\norders.note = NEW_READ\nusers.full_name : BEFORE\n! end\n");
    advance(stage, Phase.DUAL_WRITE);
    assertThat(Files.readString(file()))
        .isEqualTo("# phases\n\norders.note = NEW_READ\nusers.display_name=DUAL_WRITE\n! end\n");
  }

  @Test
  void aNameThatPropertiesWouldSplitIsEscaped() throws IOException {
    Stage stage = new Stage("users.full_name:\"a: b=c\\d\"");
    stage.run("CREATE TABLE users (id int PRIMARY KEY, full_name text)");
    stage.expand();
    advance(stage, Phase.DUAL_WRITE);
    assertThat(new PhasesFile(file()).phase(stage.rename)).isEqualTo(Phase.DUAL_WRITE);
    java.util.Properties read = new java.util.Properties();
    try (var in = Files.newBufferedReader(file())) {
      read.load(in);
    }
    assertThat(read).containsExactly(java.util.Map.entry("users.\"a: b=c\\d\"", "DUAL_WRITE"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "users.display_name=DUAL_WRITE\nusers.full_name=BEFORE",
        "users.display_name=SOMETIMES",
        "users.display_name=\\\nBEFORE",
        "a=\\u00zz",
      })
  void aFileThatIsNotClearIsRefused(String text) throws IOException {
    Stage stage = Stage.users(1);
    stage.expand();
    Files.writeString(file(), text);
    assertThatThrownBy(() -> advance(stage, Phase.DUAL_WRITE))
        .hasMessageMatching("(?s)\\[(phases-file-unreadable|unknown-phase)\\].*");
    assertThat(Files.readString(file())).isEqualTo(text);
  }

  @Test
  void aDirectoryThatCanNotBeWrittenChangesNothing() {
    Stage stage = Stage.users(1);
    stage.expand();
    Advance advance =
        new Advance(
            stage.database(), stage.rename, new PhasesFile(directory.resolve("no/such/file")));
    assertThatThrownBy(() -> advance.run(Phase.DUAL_WRITE, Stage.IMPATIENT, stage))
        .hasMessageStartingWith("[phases-file-unwritable]");
  }
}
