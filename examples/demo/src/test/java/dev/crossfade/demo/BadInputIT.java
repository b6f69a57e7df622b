package dev.crossfade.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.demo.Commands.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator may get wrong: each is told what and what to do, and nothing has changed. */
class BadInputIT {

  private static final int ROWS = 1_000;
  private static final String RENAME = "users.full_name:display_name";

  @TempDir static Path directory;
  private static Stage stage;

  @BeforeAll
  static void start() throws Exception {
    stage = new Stage(directory, ROWS);
  }

  @AfterAll
  static void stop() throws Exception {
    stage.close();
  }

  @Test
  void aUrlThatIsNoUrl() {
    refused(
        stage.commands.run("expand", RENAME, "--url", "localhost/users"), 2, "bad-database-url");
  }

  @Test
  void aUrlWhereNobodyListens() {
    refused(
        stage.commands.run("expand", RENAME, "--url", "jdbc:postgresql://127.0.0.1:1/users"),
        1,
        "can-not-connect");
  }

  @Test
  void aUrlOfAnotherDatabase() {
    refused(
        stage.commands.run(
            "expand", RENAME, "--url", stage.server.url().replace("/postgres?", "/nowhere?")),
        1,
        "can-not-connect");
  }

  @Test
  void aTableThatIsNotThere() throws Exception {
    String before = stage.schema();

    refused(command("expand", "customers.full_name:display_name"), 1, "no-such-table");

    assertThat(stage.schema()).isEqualTo(before);
  }

  @Test
  void aTableWithoutTheColumn() throws Exception {
    String before = stage.schema();

    refused(command("expand", "users.nickname:display_name"), 1, "no-such-column");
    refused(command("backfill", "users.nickname:display_name"), 1, "no-such-column");

    assertThat(stage.schema()).isEqualTo(before);
  }

  @Test
  void twoTransitionsThatClash() throws Exception {
    assertThat(command("expand", "users.email:address").exit()).isZero();
    String before = stage.schema();

    refused(command("expand", "users.email:mail"), 1, "column-in-transition");
    refused(command("expand", "users.address:mail"), 1, "column-in-transition");

    assertThat(stage.schema()).isEqualTo(before);
  }

  @Test
  void aPhaseSkipped() throws Exception {
    Path phases = directory.resolve("skipped.properties");
    Files.writeString(phases, "# ours\nusers.display_name=DUAL_WRITE\n");
    String before = stage.schema();

    Outcome outcome =
        command("advance", RENAME, "--to", "NEW_READ", "--phases-file", phases.toString());

    refused(outcome, 1, "phase-skipped");
    assertThat(outcome.output()).contains("--to FALLBACK_READ");
    assertThat(phases).hasContent("# ours\nusers.display_name=DUAL_WRITE\n");
    assertThat(stage.schema()).isEqualTo(before);
  }

  @Test
  void aPhaseThatIsNoPhase() throws Exception {
    Path phases = directory.resolve("unknown.properties");

    refused(
        command("advance", RENAME, "--to", "AFTERWARDS", "--phases-file", phases.toString()),
        2,
        "unknown-phase");

    assertThat(phases).doesNotExist();
  }

  @Test
  void aPhaseThatTheDatabaseIsNotReadyFor() throws Exception {
    Path phases = directory.resolve("early.properties");
    Files.writeString(phases, "users.display_name=BEFORE\n");

    refused(
        command("advance", RENAME, "--to", "DUAL_WRITE", "--phases-file", phases.toString()),
        1,
        "phase-not-ready");

    assertThat(phases).hasContent("users.display_name=BEFORE\n");
  }

  @Test
  void aServiceDoesNotFollowAPhasesFileThatSkipsAPhase() throws Exception {
    Path phases = directory.resolve("edited.properties");
    stage.phase(phases, "BEFORE");
    Web web = stage.fleet.web2(phases);

    stage.phase(phases, "AFTER");
    web.application().awaitLine("why it stays", line -> line.startsWith("[phase-skipped]"));

    assertThat(web.service().health()).isEqualTo("web 2 BEFORE");
    assertThat(web.service().send("PUT", "/users/1", "Ada").status()).isEqualTo(204);
    assertThat(stage.ask("SELECT full_name FROM users WHERE id = 1")).isEqualTo("Ada");
    web.application().stop();
  }

  @Test
  void aServiceDoesNotStartInAPhaseThatNobodyKnows() throws Exception {
    Path phases = directory.resolve("misspelt.properties");
    Files.writeString(phases, "users.displayname=DUAL_WRITE\n");

    Application web =
        stage.fleet.start(Program.WEB_2, stage.server.proxyUrl(), stage.fleet.reports(), phases);

    assertThat(web.await()).isNotZero();
    assertThat(web.tail()).contains("[unknown-transition]");
  }

  @Test
  void aServiceDoesNotStartWithTheUrlOfAnotherKindOfDatabase() throws Exception {
    Path phases = directory.resolve("url.properties");
    stage.phase(phases, "BEFORE");

    Application web =
        stage.fleet.start(
            Program.WEB_2, "jdbc:crossfade:mysql://localhost/users", stage.fleet.reports(), phases);

    assertThat(web.await()).isNotZero();
    assertThat(web.lines()).anyMatch(line -> line.contains("jdbc:crossfade:postgresql:"));
  }

  /** A file stands where the directory should: nobody can write there, not even root. */
  @Test
  void aReportDirectoryThatCanNotBeWritten() throws Exception {
    Path file = Files.writeString(directory.resolve("no-directory"), "");
    Path phases = directory.resolve("unreported.properties");
    stage.phase(phases, "BEFORE");

    Web web = Web.of(stage.fleet.start(Program.WEB_2, stage.server.proxyUrl(), file, phases));

    // The service never breaks because of the agent …
    assertThat(web.service().send("GET", "/users/2", "").status()).isEqualTo(200);
    // … its operator is told …
    web.application()
        .awaitLine("that it can not report", line -> line.contains("[report-not-written]"));
    web.application().stop();
    assertThat(file).hasContent("");
    // … and the drop never passes because of silence.
    refused(judge(file), 2, "no-such-report-directory");
    Path empty = Files.createDirectory(directory.resolve("empty"));
    Outcome outcome = judge(empty);
    assertThat(outcome.verdict()).isEqualTo("HOLD");
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.holding()).contains("expected-services", "coverage");
  }

  private static Outcome judge(Path reports) {
    return stage.commands.run(
        "gate",
        RENAME,
        "--reports",
        reports.toString(),
        "--window",
        "5s",
        "--expect-service",
        "web");
  }

  private static Outcome command(String name, String transition, String... more) {
    String[] arguments = new String[4 + more.length];
    arguments[0] = name;
    arguments[1] = transition;
    arguments[2] = "--url";
    arguments[3] = stage.server.url();
    System.arraycopy(more, 0, arguments, 4, more.length);
    return stage.commands.run(arguments);
  }

  /** The form of every error: id and message, where, why, what to do, and a page to read. */
  private static void refused(Outcome outcome, int exit, String id) {
    assertThat(outcome.output())
        .containsPattern(
            "(?s)\\["
                + Pattern.quote(id)
                + "\\] \\S.*\n  where: .+\n  why:   .+\n  do:    .+\n  see:   docs/problems/"
                + id
                + ".md");
    assertThat(outcome.exit()).as(outcome.output()).isEqualTo(exit);
    assertThat(Path.of("../../docs/problems/" + id + ".md")).exists();
  }
}
