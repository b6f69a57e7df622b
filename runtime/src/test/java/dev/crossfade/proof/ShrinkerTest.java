package dev.crossfade.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.proof.RandomBlock.Failure;
import dev.crossfade.rewrite.Rewriter;
import dev.crossfade.rewrite.Rewritten;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A rewriter that is broken on purpose is found out, and by a small statement. */
class ShrinkerTest {

  @Test
  void decisionsThatDoNotMatterAreDroppedAndTheOthersLowered() throws Exception {
    List<Integer> many = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      many.add(i % 7);
    }
    many.set(120, 90);
    Shrinker shrinker =
        new Shrinker(decisions -> decisions.stream().anyMatch(n -> n >= 40), 10_000);
    assertThat(shrinker.shrink(many)).containsExactly(40);
  }

  @Test
  void aSmallBudgetStillGivesAFailingCase() throws Exception {
    List<Integer> many = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      many.add(i);
    }
    Shrinker shrinker = new Shrinker(decisions -> decisions.contains(250), 20);
    assertThat(shrinker.shrink(many)).contains(250).hasSizeLessThan(300);
  }

  @Test
  void aLostWriteIsFoundAndShrunkToAnUpdateOfOneColumn() throws Exception {
    String report =
        foundBy(
            sql ->
                sql.startsWith("UPDATE ")
                    ? sql.replaceFirst("(SET \\w+ = [^,]*), \\w+ = ((?! WHERE|/\\*).)*", "$1")
                    : sql,
            "UPDATE");
    assertThat(report).contains("-- test: seed ").contains("diverged: ");
    assertThat(statement(report)).startsWith("UPDATE ").hasSizeLessThan(60);
  }

  @Test
  void aStaleReadIsFoundAndShrunkToASelectOfOneColumn() throws Exception {
    String report =
        foundBy(
            sql -> {
              Matcher read = Pattern.compile("(\\w+)\\.\\w+ AS (\\w+)\\b").matcher(sql);
              return read.find() && sql.contains("." + read.group(2) + "=DUAL_WRITE")
                  ? read.replaceFirst("$1.$2")
                  : sql;
            },
            "SELECT");
    assertThat(report).contains("rows: expected ");
    assertThat(statement(report)).startsWith("SELECT ").hasSizeLessThan(60);
  }

  @Test
  void aChangedLabelIsFoundAndShrunk() throws Exception {
    String report = foundBy(sql -> sql.replaceFirst(" AS (label|handle)\\b", ""), "SELECT");
    assertThat(report).contains("labels: expected ");
    assertThat(statement(report)).hasSizeLessThan(90);
  }

  /** The first failure among the first schemas' statements of that kind, shrunk. */
  private static String foundBy(UnaryOperator<String> fault, String kind) throws Exception {
    Rewriting broken =
        (sql, phases, catalog) -> {
          Rewritten right = new Rewriter().rewrite(sql, phases, catalog);
          String wrong = fault.apply(right.sql());
          boolean same = wrong.equals(right.sql()) || right.parameterSources() != null;
          return same ? right : new Rewritten(wrong, null, right.parameterCount(), false, false);
        };
    Coverage coverage = new Coverage();
    // Not every schema is tried in a phase in which the fault shows.
    for (long first = 0; first < 6 * RandomBlock.SEEDS; first += RandomBlock.SEEDS) {
      try (RandomBlock block = new RandomBlock(first, broken)) {
        for (long seed = first; seed < first + RandomBlock.SEEDS / 2; seed++) {
          for (Failure failure : block.run(seed, coverage)) {
            if (failure.signature().contains(kind)) {
              return block.shrunk(failure);
            }
          }
        }
      }
    }
    throw new AssertionError("the fault was not found");
  }

  private static String statement(String report) {
    String fixture = report.substring(report.indexOf("-- test: "), report.indexOf("\n\n"));
    return fixture.replaceAll("(?m)^-- .*\\n", "");
  }
}
