package dev.crossfade.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.demo.Commands.Outcome;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of the service, under load, in each phase that writes both columns. */
class KilledIT {

  private static final int ROWS = 2_000;
  private static final int WINDOW = 5;
  private static final String DIFFERING =
      "SELECT count(*) FROM users WHERE full_name IS DISTINCT FROM display_name";

  @TempDir Path directory;

  @Test
  void noAcknowledgedWriteIsLostAndTheGateDoesNotPassOnTheCutOffReport() throws Exception {
    try (Stage stage = new Stage(directory, ROWS)) {
      stage.phase(stage.fleet.phases(), "DUAL_WRITE");
      assertThat(stage.commands.expand().exit()).as(stage.seen()).isZero();
      Web web = stage.fleet.web2();
      Load load = new Load(4, ROWS, 2_000);
      load.balancer().add(web.service());
      load.start();
      assertThat(stage.commands.backfill().exit()).as(stage.seen()).isZero();

      for (String next : List.of("FALLBACK_READ", "NEW_READ", "NEW_READ")) {
        awaitAcknowledged(load, 300);
        web.application().kill();
        load.balancer().drain(web.service());
        assertThat(stage.ask(DIFFERING)).isEqualTo("0");
        assertThat(stage.commands.gate(60).exit()).as(stage.seen()).isEqualTo(1);

        stage.phase(stage.fleet.phases(), next);
        web = stage.fleet.web2();
        web.awaitPhase(next);
        load.balancer().add(web.service());
      }
      awaitAcknowledged(load, 300);
      List<Rows> promised = load.stop();

      // Requests that were in progress got no answer; that is all that failed.
      assertThat(load.tally().failures()).allMatch(failure -> failure.contains("did not answer"));
      assertThat(load.tally().failed.sum()).isPositive();
      try (Connection connection = stage.server.connect()) {
        Audit audit = Audit.of(connection, ROWS, promised, "full_name", "display_name");
        assertThat(audit.examples()).isEmpty();
        assertThat(audit.differing()).isZero();
        assertThat(audit.columnsDiffering()).isZero();
      }
    }
  }

  /** In AFTER, nothing but the cut-off report itself stands between the gate and a PASS. */
  @Test
  void aCutOffReportAloneHoldsTheDrop() throws Exception {
    try (Stage stage = new Stage(directory, ROWS)) {
      stage.phase(stage.fleet.phases(), "DUAL_WRITE");
      assertThat(stage.commands.expand().exit()).as(stage.seen()).isZero();
      assertThat(stage.commands.backfill().exit()).as(stage.seen()).isZero();
      for (String phase : List.of("FALLBACK_READ", "NEW_READ", "AFTER")) {
        assertThat(stage.commands.advance(phase).exit()).as(stage.seen()).isZero();
      }
      Application nightly = stage.fleet.nightly2();
      Web killed = stage.fleet.web2();
      killed.service().send("GET", "/users/1", "");
      Web web = stage.fleet.web2();
      nightly.awaitLine("a report", line -> line.startsWith("report: "));
      awaitGate(stage, outcome -> outcome.exit() == 0);

      killed.application().kill();
      Outcome outcome = awaitGate(stage, said -> said.holding().contains("cut-off"));

      assertThat(outcome.verdict()).isEqualTo("HOLD");
      assertThat(outcome.exit()).isEqualTo(1);
      assertThat(outcome.holding()).isSubsetOf("cut-off", "coverage");
      assertThat(outcome.output()).contains("web 2 (node2)");
      assertThat(stage.commands.contract(WINDOW).exit()).isEqualTo(1);
      assertThat(stage.schema()).contains("full_name text");
      assertThat(web.service().health()).isEqualTo("web 2 AFTER");
    }
  }

  /**
   * Asks until the answer is the one that must come: a window, or an agent's silence, takes time.
   */
  private static Outcome awaitGate(Stage stage, Predicate<Outcome> wanted)
      throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (true) {
      Outcome outcome = stage.commands.gate(WINDOW);
      if (wanted.test(outcome)) {
        return outcome;
      }
      assertThat(System.nanoTime()).as(outcome.output()).isLessThan(deadline);
      Thread.sleep(500);
    }
  }

  private static void awaitAcknowledged(Load load, int more) throws InterruptedException {
    long wanted = load.tally().acknowledged.sum() + more;
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (load.tally().acknowledged.sum() < wanted) {
      assertThat(System.nanoTime())
          .as(() -> "too few writes: " + load.tally().failures())
          .isLessThan(deadline);
      Thread.sleep(20);
    }
  }
}
