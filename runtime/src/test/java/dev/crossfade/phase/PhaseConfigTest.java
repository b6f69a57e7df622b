package dev.crossfade.phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Rename;
import dev.crossfade.model.TableName;
import dev.crossfade.model.Transitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhaseConfigTest {

  private static final Rename NAME = rename("users", "full_name", "display_name");
  private static final Rename NOTE = rename("orders", "note", "remark");
  private static final Transitions TRANSITIONS = Transitions.of(List.of(NAME, NOTE));

  @TempDir Path directory;

  @Test
  void theAnnotationsPhaseIsTheStart() {
    try (PhaseConfig config = start(Map.of(), properties())) {
      assertThat(config.phases().of(NAME)).isEqualTo(Phase.BEFORE);
    }
  }

  @Test
  void theEnvironmentOverridesTheAnnotation() {
    Map<String, String> environment =
        Map.of("CROSSFADE_PHASES", " users.display_name=DUAL_WRITE, orders.note = new-read ,");
    assertThatThrownBy(() -> start(environment, properties()))
        .hasMessageContaining("[bad-phase-entry]");
    try (PhaseConfig config =
        start(
            Map.of("CROSSFADE_PHASES", " users.display_name=DUAL_WRITE, orders.note=new-read ,"),
            properties())) {
      assertThat(config.phases().of(NAME)).isEqualTo(Phase.DUAL_WRITE);
      assertThat(config.phases().of(NOTE)).isEqualTo(Phase.NEW_READ);
    }
  }

  @Test
  void systemPropertiesOverrideTheEnvironmentAndTheFileOverridesBoth() throws IOException {
    Map<String, String> environment =
        Map.of("CROSSFADE_PHASES", "users.display_name=DUAL_WRITE,orders.remark=DUAL_WRITE");
    Properties properties =
        properties(
            "crossfade.phase.users.display_name", "FALLBACK_READ",
            "crossfade.phase.orders.remark", "FALLBACK_READ",
            "crossfade.phases.file", file("orders.remark=NEW_READ").toString());
    try (PhaseConfig config = start(environment, properties)) {
      assertThat(config.phases().of(NAME)).isEqualTo(Phase.FALLBACK_READ);
      assertThat(config.phases().of(NOTE)).isEqualTo(Phase.NEW_READ);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "users.nickname=DUAL_WRITE | unknown-transition",
        "users.display_name=DUAL | unknown-phase",
        "users.display_name | bad-phase-entry",
        "DUAL_WRITE | bad-phase-entry",
        "display_name=DUAL_WRITE | bad-column-name",
        "users.display_name=AFTER,users.full_name=BEFORE | phase-named-twice",
      })
  void aWrongEntryIsAnErrorAtTheStart(String phases, String problem) {
    assertThatThrownBy(() -> start(Map.of("CROSSFADE_PHASES", phases), properties()))
        .isInstanceOfSatisfying(
            CrossfadeException.class, e -> assertThat(e.problem().id()).isEqualTo(problem));
  }

  @Test
  void aFileMaySpeakOfOtherServicesTablesButNotOfUnknownColumnsOfOurs() throws IOException {
    Properties shared =
        properties(
            "crossfade.phases.file",
            file("invoices.total=AFTER\nusers.display_name=DUAL_WRITE\n").toString());
    try (PhaseConfig config = start(Map.of(), shared)) {
      assertThat(config.phases().of(NAME)).isEqualTo(Phase.DUAL_WRITE);
    }
    Properties wrong =
        properties("crossfade.phases.file", file("users.nickname=DUAL_WRITE").toString());
    assertThatThrownBy(() -> start(Map.of(), wrong)).hasMessageContaining("[unknown-transition]");
  }

  @Test
  void aMissingFileIsAnErrorAtTheStart() {
    Properties properties =
        properties("crossfade.phases.file", directory.resolve("absent").toString());
    assertThatThrownBy(() -> start(Map.of(), properties))
        .hasMessageContaining("[phases-file-unreadable]")
        .hasMessageContaining("absent");
  }

  @Test
  void aChangedFileMovesThePhaseWithoutARestart() throws Exception {
    Path file = file("users.display_name=BEFORE");
    try (PhaseConfig config =
            start(Map.of("CROSSFADE_PHASES_FILE", file.toString()), properties());
        Log log = new Log()) {
      Files.writeString(file, "users.display_name=DUAL_WRITE\norders.remark=DUAL_WRITE\n");
      assertThat(log.next()).contains("users.display_name=DUAL_WRITE");
      assertThat(config.phases().of(NAME)).isEqualTo(Phase.DUAL_WRITE);
      assertThat(config.phases().of(NOTE)).isEqualTo(Phase.DUAL_WRITE);
    }
  }

  @Test
  void aSkippedPhaseKeepsAllPhasesAndIsLoggedOnce() throws Exception {
    Path file = file("users.display_name=BEFORE");
    try (PhaseConfig config =
            start(Map.of("CROSSFADE_PHASES_FILE", file.toString()), properties());
        Log log = new Log()) {
      Files.writeString(file, "orders.remark=DUAL_WRITE\nusers.display_name=FALLBACK_READ\n");
      assertThat(log.next()).contains("[phase-skipped]", "move to DUAL_WRITE first");
      assertThat(config.phases().of(NAME)).isEqualTo(Phase.BEFORE);
      assertThat(config.phases().of(NOTE)).isEqualTo(Phase.BEFORE);
      Files.writeString(file, "users.display_name=DUAL_WRITE\n");
      assertThat(log.next()).as("the next message is already the move's").contains("DUAL_WRITE");
      assertThat(config.phases().of(NAME)).isEqualTo(Phase.DUAL_WRITE);
    }
  }

  @Test
  void aWrongEntryAndAVanishedFileKeepThePhases() throws Exception {
    Path file = file("users.display_name=DUAL_WRITE");
    try (PhaseConfig config =
            start(Map.of("CROSSFADE_PHASES_FILE", file.toString()), properties());
        Log log = new Log()) {
      Files.writeString(file, "users.display_name=FALL");
      assertThat(log.next()).contains("[unknown-phase]");
      Files.delete(file);
      assertThat(log.next()).contains("[phases-file-unreadable]");
      assertThat(config.phases().of(NAME)).isEqualTo(Phase.DUAL_WRITE);
    }
  }

  @Test
  void aLineThatDisappearsChangesNothing() throws Exception {
    Path file = file("users.display_name=DUAL_WRITE");
    try (PhaseConfig config =
            start(Map.of("CROSSFADE_PHASES_FILE", file.toString()), properties());
        Log log = new Log()) {
      Files.writeString(file, "orders.remark=DUAL_WRITE");
      assertThat(log.next()).contains("orders.remark=DUAL_WRITE");
      assertThat(config.phases().of(NAME)).isEqualTo(Phase.DUAL_WRITE);
    }
  }

  @Test
  void closingEndsTheThread() throws Exception {
    Path file = file("users.display_name=DUAL_WRITE");
    PhaseConfig config = start(Map.of("CROSSFADE_PHASES_FILE", file.toString()), properties());
    Thread thread = followers().get(0);
    assertThat(thread.isDaemon()).isTrue();
    config.close();
    thread.join(10_000);
    assertThat(thread.isAlive()).isFalse();
  }

  private static List<Thread> followers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().equals("crossfade-phases") && t.isAlive())
        .toList();
  }

  private Path file(String content) throws IOException {
    return Files.writeString(directory.resolve("phases.properties"), content);
  }

  private static PhaseConfig start(Map<String, String> environment, Properties properties) {
    return PhaseConfig.start(TRANSITIONS, environment, properties, Duration.ofMillis(20));
  }

  private static Properties properties(String... entries) {
    Properties properties = new Properties();
    for (int i = 0; i < entries.length; i += 2) {
      properties.setProperty(entries[i], entries[i + 1]);
    }
    return properties;
  }

  private static Rename rename(String table, String from, String to) {
    return new Rename(new TableName(null, table), from, to, Phase.BEFORE);
  }

  /** What is logged, in order. */
  private static final class Log extends Handler implements AutoCloseable {
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final Logger logger = Logger.getLogger("dev.crossfade.phase");

    Log() {
      logger.addHandler(this);
      logger.setUseParentHandlers(false);
    }

    String next() throws InterruptedException {
      return messages.poll(10, TimeUnit.SECONDS);
    }

    @Override
    public void publish(LogRecord logged) {
      messages.add(new java.util.logging.SimpleFormatter().formatMessage(logged));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      logger.removeHandler(this);
    }
  }
}
