package dev.crossfade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crossfade.server.OneDatabase;
import dev.crossfade.testing.Postgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CommandsTest {

  private static final String RENAME = "users.full_name:display_name";

  @TempDir Path directory;

  private record Ran(int exit, String out, String err) {}

  private static Ran run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Main.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(args);
    return new Ran(exit, out.toString(), err.toString());
  }

  private static Postgres users() {
    return OneDatabase.emptied()
        .run(
            "CREATE TABLE users (id int PRIMARY KEY, full_name text NOT NULL);"
                + "CREATE INDEX ON users (full_name);"
                + "INSERT INTO users SELECT i, 'n' || i FROM generate_series(1, 50) i");
  }

  /** Complete and quiet for an hour, but for what {@code lines} say. */
  private void report(String service, String... lines) throws IOException {
    Instant now = Instant.now();
    List<String> all = new ArrayList<>();
    all.add(
        "{\"type\":\"report\",\"format\":1,\"agent\":\"0.1\",\"service\":\""
            + service
            + "\",\"version\":\"1\",\"instance\":\""
            + service
            + "-1\",\"host\":\"h\",\"pid\":1,\"started\":\""
            + now.minusSeconds(3600)
            + "\",\"attached\":\"startup\",\"flushSeconds\":5}");
    all.add("{\"type\":\"tracked\",\"column\":\"users.full_name\"}");
    all.addAll(List.of(lines));
    all.add(
        "{\"type\":\"end\",\"flushed\":\""
            + now
            + "\",\"sequence\":1,\"state\":\"running\",\"lines\":"
            + all.size()
            + "}");
    Files.write(directory.resolve(service + ".jsonl"), all);
  }

  private static String read(Instant last) {
    return "{\"type\":\"usage\",\"column\":\"users.full_name\",\"kind\":\"read\",\"fingerprint\":"
        + "\"f\",\"callSite\":\"a.B.c(B.java:1)\",\"count\":1,\"first\":\""
        + last
        + "\",\"last\":\""
        + last
        + "\"}";
  }

  private static int columns(Postgres postgres) throws SQLException {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT * FROM users LIMIT 0")) {
      return row.getMetaData().getColumnCount();
    }
  }

  @Test
  void aWholeRename() throws Exception {
    Postgres postgres = users();
    String url = postgres.url();
    String phases = directory.resolve("phases.properties").toString();

    assertThat(run("status", RENAME, "--url", url).out()).contains("next:      crossfade expand");
    Ran dry = run("expand", RENAME, "--url", url, "--dry-run");
    assertThat(dry.out())
        .contains("ALTER TABLE \"public\".\"users\" ADD COLUMN \"display_name\" text;");
    assertThat(columns(postgres)).isEqualTo(2);

    Ran expanded = run("expand", RENAME, "--url", url);
    assertThat(expanded.exit()).isZero();
    assertThat(expanded.out())
        .contains("users.display_name: expanded, 2 steps", "for you to decide: NOT NULL");
    assertThat(run("expand", RENAME, "--url", url).out()).contains("nothing was left to do");

    assertThat(advance(url, phases, "dual-write").exit()).isZero();
    Ran verified = run("verify", RENAME, "--url", url);
    assertThat(verified.exit()).isEqualTo(1);
    assertThat(verified.out()).contains("50 of 50 rows differ");
    Ran filled = run("backfill", RENAME, "--url", url);
    assertThat(filled.exit()).isZero();
    assertThat(filled.out()).contains("0 rows differ; 50 of 50 written");
    assertThat(run("verify", RENAME, "--url", url).exit()).isZero();
    for (String phase : List.of("FALLBACK_READ", "NEW_READ", "AFTER")) {
      assertThat(advance(url, phases, phase).exit()).as(phase).isZero();
    }
    assertThat(run("status", RENAME, "--url", url, "--phases-file", phases, "--count").out())
        .contains("phase:     AFTER", "differing: 0 rows", "crossfade gate");

    report("web");
    report("nightly", read(Instant.now()));
    Ran held = contract(url);
    assertThat(held.exit()).isEqualTo(1);
    assertThat(held.out())
        .startsWith("HOLD")
        .contains("[reads] nightly 1 still reads users.full_name", "nothing was dropped");
    assertThat(columns(postgres)).isEqualTo(3);

    report("nightly", read(Instant.now().minusSeconds(120)));
    Ran dropped = contract(url);
    assertThat(dropped.out()).startsWith("PASS").contains("users.full_name: dropped");
    assertThat(dropped.exit()).isZero();
    assertThat(columns(postgres)).isEqualTo(2);
    assertThat(contract(url).out()).contains("is gone already");
    assertThat(run("status", RENAME, "--url", url).out()).contains("it is contracted");
  }

  private static Ran advance(String url, String phases, String to) {
    return run("advance", RENAME, "--url", url, "--phases-file", phases, "--to", to);
  }

  private Ran contract(String url) {
    return run(
        "contract",
        RENAME,
        "--url",
        url,
        "--reports",
        directory.toString(),
        "--window",
        "60s",
        "--expect-service",
        "web",
        "--expect-service",
        "nightly");
  }

  @Test
  void theGateAnswersByExitCodeAndJson() throws Exception {
    report("web");
    String[] asked = {
      "gate",
      "users.full_name",
      "--reports",
      directory.toString(),
      "--window",
      "10m",
      "--expect-service",
      "web",
      "--json"
    };
    Ran passed = run(asked);
    assertThat(passed.exit()).isZero();
    JsonNode json = new ObjectMapper().readTree(passed.out());
    assertThat(json.path("verdict").asText()).isEqualTo("PASS");
    assertThat(json.path("rules")).hasSize(14);
    report("web", read(Instant.now()));
    Ran held = run(asked);
    assertThat(held.exit()).isEqualTo(1);
    assertThat(new ObjectMapper().readTree(held.out()).path("verdict").asText()).isEqualTo("HOLD");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gate users.full_name --reports DIR --window 0d               | bad-duration",
        "gate users.full_name --reports DIR --window -PT1H            | bad-duration",
        "gate users.full_name --reports DIR --window soon             | bad-duration",
        "gate users.full_name --reports DIR --window 999999999w       | bad-duration",
        "gate users.full_name --reports DIR/none                      | no-such-report-directory",
        "gate users.full_name                                         | bad-usage",
        "gate --reports DIR                                           | transition-not-spelled",
        "gate full_name --reports DIR                                 | bad-column-name",
        "gate users.a:a --reports DIR                                 | same-column",
        "gate users.full_name --reports DIR --accept-cut-off x=       | bad-reason",
        "gate users.full_name --reports DIR --accept-cut-off x        | bad-usage",
        "gate users.full_name --reports DIR --url postgres://u:canary@h/d | bad-database-url",
        "gate users.full_name --reports DIR --now noon                | bad-usage",
        "gate users.full_name --reports DIR --nonsense                | bad-usage",
        "expand users.full_name --url jdbc:postgresql://h/d           | transition-not-spelled",
        "expand users.a:b                                             | bad-usage",
        "backfill users.a:b --url jdbc:postgresql://h/d --max-rate x  | bad-usage",
        "advance users.a:b --url jdbc:postgresql://h/d --phases-file f --to SOON | unknown-phase",
        "advance users.a:b --url jdbc:postgresql://h/d --to AFTER     | bad-usage",
        "status --descriptors DIR --url jdbc:postgresql://h/d         | no-descriptor",
        "status users.a:b --url jdbc:postgresql://h/d --password-file DIR/x | password-file-unreadable",
        "frobnicate                                                   | bad-usage",
      })
  void badUsageIsTwoAndNamed(String line, String id) {
    Ran ran = run(line.replace("DIR", directory.toString()).split(" +"));
    assertThat(ran.err()).contains("[" + id + "]").contains("  do:    ").doesNotContain("canary");
    assertThat(ran.err()).doesNotContain("\tat ");
    assertThat(ran.exit()).isEqualTo(2);
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsARefusalWithoutThePassword() throws IOException {
    Path password = Files.writeString(directory.resolve("pw"), "secret-canary\n");
    Ran ran =
        run(
            "expand",
            RENAME,
            "--url",
            "jdbc:postgresql://localhost:1/db?password=canary2",
            "--user",
            "u",
            "--password-file",
            password.toString());
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("[can-not-connect]", "localhost:1/db").doesNotContain("canary");
  }

  @Test
  void everyCommandHasHelpWithItsExitCodes() {
    for (CommandLine command : Main.commandLine().getSubcommands().values()) {
      Ran help = run(command.getCommandName(), "--help");
      assertThat(help.exit()).isZero();
      assertThat(help.out()).contains("Exit codes: 0");
    }
  }

  @Test
  void everyCommandStandsInTheDocumentation() throws IOException {
    String page = Files.readString(Path.of("../docs/commands.md"));
    for (String command : Main.commandLine().getSubcommands().keySet()) {
      assertThat(page).contains("[" + command + "]");
    }
  }
}
