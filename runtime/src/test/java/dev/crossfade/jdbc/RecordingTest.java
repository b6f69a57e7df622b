package dev.crossfade.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.activity.RewriteKind;
import dev.crossfade.activity.UnprovenStatement;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Transition;
import dev.crossfade.phase.Phases;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingTest {

  private static final List<Transition> USERS = List.of(Users.RENAME);

  private final Phases phases = Users.phases(Phase.DUAL_WRITE);
  private final Recording recording = Recording.of(phases);

  @Test
  void aMillionDistinctStatementsAreCountedInBoundedMemory() {
    int statements = 1_000_000;
    try (LogLines log = new LogLines()) {
      for (int i = 0; i < statements; i++) {
        recording.refused(Refusals.generatedKeys(), "SELECT c" + i + " FROM users", USERS);
      }
      assertThat(log.lines()).hasSize(Recording.MOST_STATEMENTS + 1);
      assertThat(log.lines().get(Recording.MOST_STATEMENTS)).contains("only counted");
    }
    List<UnprovenStatement> refusals = Recording.activity(phases).refusals();
    assertThat(refusals).hasSize(Recording.MOST_STATEMENTS + 1);
    assertThat(refusals.stream().mapToLong(UnprovenStatement::refused).sum()).isEqualTo(statements);
    assertThat(refusals)
        .filteredOn(each -> each.statement() == null)
        .singleElement()
        .satisfies(
            others ->
                assertThat(others.refused()).isEqualTo(statements - Recording.MOST_STATEMENTS));
    assertThat(Recording.activity(phases).transitions().get(0).refused()).isEqualTo(statements);
  }

  @Test
  void aVeryLongStatementIsCut() {
    String sql = "SELECT " + "full_name, ".repeat(10_000) + "1 FROM users";
    try (LogLines log = new LogLines()) {
      recording.refused(Refusals.generatedKeys(), sql, USERS);
      assertThat(log.lines().get(0)).hasSizeLessThan(5_000);
    }
    assertThat(Recording.activity(phases).refusals().get(0).statement())
        .hasSizeLessThan(2_100)
        .endsWith("...");
  }

  @Test
  void countingAllocatesNothing() {
    Tally rewritten = recording.rewritten(RewriteKind.DUAL_WRITE, USERS);
    Tally passed;
    try (LogLines log = new LogLines()) {
      passed = recording.passed(Refusals.generatedKeys(), "SELECT 1", USERS, true);
    }
    com.sun.management.ThreadMXBean thread =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    count(rewritten, passed, 20_000);
    long before = thread.getCurrentThreadAllocatedBytes();
    count(rewritten, passed, 100_000);
    assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
  }

  private static void count(Tally rewritten, Tally passed, int times) {
    for (int i = 0; i < times; i++) {
      rewritten.count();
      passed.count();
    }
  }

  @Test
  void phasesThatNobodyHoldsAreForgottenWithTheirCounts() {
    assertThat(Recording.of(phases)).isSameAs(recording);
    assertThat(Recording.of(Users.phases(Phase.DUAL_WRITE))).isNotSameAs(recording);
  }
}
