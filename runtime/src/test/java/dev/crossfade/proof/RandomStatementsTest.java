package dev.crossfade.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.rewrite.Rewriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Random statements mean the same in every phase, or are refused. Properties: {@code
 * crossfade.random.seed} repeats a run, {@code crossfade.random.statements} and {@code
 * crossfade.random.seconds} bound it.
 */
class RandomStatementsTest {

  private static final long SEED =
      Long.getLong("crossfade.random.seed", System.nanoTime() % 1_000_000_000);
  private static final int STATEMENTS = Integer.getInteger("crossfade.random.statements", 4000);
  private static final Duration LONGEST =
      Duration.ofSeconds(Integer.getInteger("crossfade.random.seconds", 60));
  private static final int WORLDS_EACH = 3;
  private static final int MOST_FAILURES = 12;

  private final Sessions sessions = new Sessions();
  private final Map<String, Integer> refusals = new TreeMap<>();
  private final Map<String, String> examples = new TreeMap<>();
  private long rewriting;
  private Trial trial = new Trial(sessions, new Rewriter()::rewrite);

  @AfterAll
  static void printSeed() {
    System.out.println("random statements: seed " + SEED);
  }

  @Test
  void randomStatementsMeanTheSameInEveryPhaseOrAreRefused() throws SQLException {
    long end = System.nanoTime() + LONGEST.toNanos();
    Map<String, String> failures = new TreeMap<>();
    int statements = 0;
    int runs = 0;
    int failing = 0;
    try (sessions) {
      while (statements < STATEMENTS && System.nanoTime() < end) {
        Choices choices = Choices.random(SEED + statements);
        Fixture fixture = RandomStatement.make(choices, "seed " + (SEED + statements));
        statements++;
        Choices where = Choices.random(-SEED - statements);
        for (int i = 0; i < WORLDS_EACH; i++) {
          World world = World.values()[where.pick(World.values().length)];
          if (world.isReference() || !fixture.runsIn(Setting.of(sessions.schema("mixed"), world))) {
            continue;
          }
          runs++;
          List<String> found = differences(fixture, world, true);
          if (!found.isEmpty()) {
            failing++;
            String signature = world + " " + found.get(0).replaceAll("(?s):.*", "");
            if (failures.size() < MOST_FAILURES && !failures.containsKey(signature)) {
              failures.put(signature, shrunk(choices.made(), world));
            }
          }
        }
        if (statements % 200 == 0) {
          trial = new Trial(sessions, new Rewriter()::rewrite);
        }
      }
    }
    System.out.printf(
        "random statements: seed %d, %d statements, %d runs, %d differ, refused %s, rewriting %d µs each; refused for example %s%n",
        SEED, statements, runs, failing, refusals, rewriting / 1000 / runs, examples);
    assertThat(String.join("\n\n", failures.values())).isEmpty();
    assertThat(runs).isGreaterThan(500);
    assertThat(refusals.values().stream().mapToInt(n -> n).sum())
        .as("refusals must not be how it passes")
        .isLessThan(runs / 5);
  }

  private List<String> differences(Fixture fixture, World world, boolean count)
      throws SQLException {
    Session session = sessions.get(fixture.schema(), world);
    String[] refusal = new String[1];
    long start = System.nanoTime();
    try {
      new Rewriter().rewrite(fixture.statements().sql(), session.phases(), session.catalog());
    } catch (CrossfadeException e) {
      refusal[0] = e.problem().id();
    } catch (RuntimeException e) {
      return List.of("threw: " + e);
    }
    rewriting += System.nanoTime() - start;
    if (refusal[0] != null) {
      if (count) {
        refusals.merge(refusal[0], 1, Integer::sum);
        examples.putIfAbsent(refusal[0], fixture.statements().sql());
      }
      return List.of();
    }
    return trial.verdict(fixture, Setting.of(sessions.schema("mixed"), world), true).differences();
  }

  /** Drops and lowers choices as long as the statement still differs. */
  private String shrunk(List<Integer> choices, World world) throws SQLException {
    List<Integer> best = new ArrayList<>(choices);
    int tries = 0;
    boolean better = true;
    while (better && tries < 600) {
      better = false;
      for (int width : new int[] {16, 8, 4, 2, 1}) {
        for (int at = 0; at + width <= best.size() && tries < 600; at++) {
          List<Integer> without = new ArrayList<>(best);
          without.subList(at, at + width).clear();
          tries++;
          if (fails(without, world)) {
            best = without;
            better = true;
            at--;
          }
        }
      }
      for (int at = 0; at < best.size() && tries < 600; at++) {
        if (best.get(at) != 0) {
          List<Integer> lower = new ArrayList<>(best);
          lower.set(at, 0);
          tries++;
          if (fails(lower, world)) {
            best = lower;
            better = true;
          }
        }
      }
    }
    Fixture fixture = RandomStatement.make(Choices.of(best), "shrunk");
    return world
        + ", names "
        + fixture.names()
        + ", parameters "
        + fixture.statements().parameters()
        + "\n  "
        + fixture.statements().sql()
        + "\n  "
        + String.join("\n  ", differences(fixture, world, false));
  }

  private boolean fails(List<Integer> choices, World world) throws SQLException {
    Fixture fixture = RandomStatement.make(Choices.of(choices), "shrinking " + choices);
    return fixture.runsIn(Setting.of(sessions.schema("mixed"), world))
        && !differences(fixture, world, false).isEmpty();
  }
}
