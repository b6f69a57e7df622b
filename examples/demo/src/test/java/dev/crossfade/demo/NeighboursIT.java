package dev.crossfade.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two whole services in every pair of neighbouring phases, forward and back, while clients write
 * through one and read through the other.
 */
class NeighboursIT {

  private static final int ROWS = 2_000;

  @TempDir Path directory;
  private Web one;
  private Web other;
  private Load load;

  @Test
  void nothingIsLostBetweenNeighboursForwardAndBack() throws Exception {
    Path ones = directory.resolve("one.properties");
    Path others = directory.resolve("other.properties");
    try (Stage stage = new Stage(directory, ROWS)) {
      stage.phase(ones, "BEFORE");
      stage.phase(others, "BEFORE");
      Web web1 = stage.fleet.web1();
      one = stage.fleet.web2(ones);
      other = stage.fleet.web2(others);
      load = new Load(4, ROWS, 1_000);
      List.of(web1, one, other).forEach(web -> load.balancer().add(web.service()));
      load.start();
      serve("version 1 beside version 2 in BEFORE");
      assertThat(stage.commands.expand().exit()).as(stage.seen()).isZero();
      serve("the same with the new column");
      move(stage, ones, one, "DUAL_WRITE");
      serve("version 1, BEFORE and DUAL_WRITE");
      load.balancer().drain(web1.service());
      web1.application().stop();

      forward(stage, ones, others);
      back(stage, ones, others);
      serve("BEFORE again, in both");
      move(stage, ones, one, "DUAL_WRITE");
      forward(stage, ones, others);
      move(stage, ones, one, "AFTER");
      serve("NEW_READ and AFTER");
      move(stage, others, other, "AFTER");
      serve("AFTER");

      List<Rows> promised = load.stop();
      try (Connection connection = stage.server.connect()) {
        Audit audit = Audit.of(connection, ROWS, promised, "display_name");
        assertThat(audit.examples()).isEmpty();
        assertThat(audit.differing()).isZero();
      }
      assertThat(load.tally().acknowledged.sum()).isGreaterThan(1_000);
    }
  }

  /** From DUAL_WRITE beside BEFORE to NEW_READ in both, ready for AFTER. */
  private void forward(Stage stage, Path ones, Path others) throws Exception {
    move(stage, others, other, "DUAL_WRITE");
    serve("DUAL_WRITE in both");
    assertThat(stage.commands.backfill().exit()).as(stage.seen()).isZero();
    move(stage, ones, one, "FALLBACK_READ");
    serve("DUAL_WRITE and FALLBACK_READ");
    move(stage, others, other, "FALLBACK_READ");
    serve("FALLBACK_READ in both");
    move(stage, ones, one, "NEW_READ");
    serve("FALLBACK_READ and NEW_READ");
    move(stage, others, other, "NEW_READ");
    serve("NEW_READ in both");
    assertThat(stage.ask("SELECT count(*) FROM users WHERE full_name <> display_name"))
        .isEqualTo("0");
    // What advance does on the way to AFTER.
    try (Connection connection = stage.server.connect();
        var statement = connection.createStatement()) {
      statement.execute("ALTER TABLE users ALTER COLUMN full_name DROP NOT NULL");
    }
  }

  private void back(Stage stage, Path ones, Path others) throws Exception {
    for (String phase : List.of("FALLBACK_READ", "DUAL_WRITE", "BEFORE")) {
      move(stage, ones, one, phase);
      serve("back to " + phase + " in one");
      move(stage, others, other, phase);
      serve("back to " + phase + " in both");
    }
  }

  private static void move(Stage stage, Path file, Web web, String phase)
      throws IOException, InterruptedException {
    stage.phase(file, phase);
    web.awaitPhase(phase);
  }

  /** Lets a few hundred requests be answered, and wants all of them right. */
  private void serve(String what) throws InterruptedException {
    Tally tally = load.tally();
    long wanted = tally.served.sum() + 300;
    while (tally.served.sum() < wanted && tally.failed.sum() == 0) {
      Thread.sleep(10);
    }
    assertThat(tally.failures()).as(what).isEmpty();
  }
}
