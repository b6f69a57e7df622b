package dev.crossfade.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Rename;
import dev.crossfade.model.TableName;
import dev.crossfade.model.Transitions;
import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.rewrite.Rewriter;
import dev.crossfade.sql.Analysis;
import dev.crossfade.sql.Analyzer;
import dev.crossfade.sql.Catalog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whatever text comes, the analysis answers and the rewriting returns or refuses, soon. */
class RobustnessTest {

  private static final long SEED =
      Long.getLong("crossfade.random.seed", System.nanoTime() % 1_000_000_000);
  private static final int MUTATIONS = Integer.getInteger("crossfade.random.mutations", 6000);

  private static final Rename RENAME =
      new Rename(new TableName(null, "users"), "full_name", "display_name", Phase.BEFORE);
  private static final String[] PIECES = {
    "'",
    "\"",
    "(",
    ")",
    ",",
    ";",
    "--",
    "/*",
    "*/",
    "$$",
    "$a$",
    "E'",
    "U&\"",
    "?",
    "??",
    ".",
    "*",
    "full_name",
    "display_name",
    "users",
    " SELECT ",
    " FROM ",
    " AS ",
    " WITH ",
    " SET ",
    "=",
    "::",
    "[",
    "]",
    "\\",
    "\u0000",
    "\uD800",
    "é",
    "\r",
    "\n",
    "0x",
    "1e",
    "$1",
    ":",
    " CASE ",
    " END ",
    " ON CONFLICT ",
    " VALUES ",
    " RETURNING ",
    " UNION ",
    " LATERAL ",
    " NULL ",
    "{",
    "}",
    "%",
    "@"
  };

  private final Analyzer analyzer = new Analyzer(List.of(RENAME.tracked()));
  private final Rewriter rewriter = new Rewriter();

  @Test
  void mutatedStatementsAreAnsweredOrRefused() {
    SplittableRandom random = new SplittableRandom(SEED);
    List<String> texts = Fixture.all().stream().map(f -> f.statements().sql()).toList();
    List<String> wrong = new ArrayList<>();
    long slowest = 0;
    String slowestText = "";
    for (int i = 0; i < MUTATIONS && wrong.size() < 20; i++) {
      String text = mutated(texts.get(random.nextInt(texts.size())), random);
      long start = System.nanoTime();
      wrong.addAll(tried(text));
      long took = System.nanoTime() - start;
      if (took > slowest) {
        slowest = took;
        slowestText = text;
      }
    }
    System.out.printf(
        "robustness: seed %d, %d mutations, slowest %d ms for %s%n",
        SEED, MUTATIONS, slowest / 1_000_000, slowestText);
    assertThat(String.join("\n", wrong)).isEmpty();
    assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void everyPrefixOfEveryStatementIsAnsweredOrRefused() {
    List<String> wrong = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(SEED);
    for (Fixture fixture : Fixture.all()) {
      String sql = fixture.statements().sql();
      for (int i = 0; i < 3; i++) {
        wrong.addAll(tried(sql.substring(0, random.nextInt(sql.length() + 1))));
      }
    }
    assertThat(String.join("\n", wrong)).isEmpty();
  }

  @Test
  void deepNestingEnds() {
    soon("SELECT " + "(".repeat(500) + "display_name" + ")".repeat(500) + " FROM users");
    soon("SELECT " + "(".repeat(5000) + "display_name" + ")".repeat(5000) + " FROM users");
    soon("SELECT " + "(".repeat(100_000) + "display_name");
    soon("SELECT " + "upper(".repeat(500) + "full_name" + ")".repeat(500) + " FROM users");
    soon("SELECT " + "NOT ".repeat(5000) + "full_name IS NULL FROM users");
    soon("SELECT " + "- ".repeat(5000) + "1, full_name FROM users");
    soon("SELECT display_name" + " || 'x'".repeat(5000) + " FROM users");
    soon("SELECT full_name FROM users WHERE " + "id = 1 OR ".repeat(5000) + "full_name = 'x'");
    soon(
        "SELECT "
            + "CASE WHEN true THEN ".repeat(300)
            + "full_name"
            + " END".repeat(300)
            + " FROM users");
    soon("SELECT * FROM " + "(SELECT * FROM ".repeat(200) + "users" + ") s".repeat(200));
    soon("SELECT 1 /* full_name " + "/*".repeat(20_000) + "*/".repeat(20_000) + "*/ FROM users");
    soon("SELECT full_name FROM users" + " UNION SELECT full_name FROM users".repeat(1000));
    soon(
        "WITH "
            + "x AS (SELECT full_name FROM users), ".repeat(500)
            + "y AS (SELECT 1) SELECT * FROM y");
    soon("SELECT full_name" + "::text".repeat(2000) + " FROM users");
    soon("SELECT full_name" + "[1]".repeat(2000) + " FROM users");
    soon("SELECT full_name FROM users" + " JOIN orders USING (id)".repeat(1000));
  }

  @Test
  void longStatementsEnd() {
    soon("SELECT id FROM users WHERE display_name IN (" + "'v', ".repeat(10_000) + "'w')");
    soon("SELECT id FROM users WHERE display_name IN (" + "?, ".repeat(10_000) + "?)");
    soon("INSERT INTO users (id, display_name) VALUES " + "(?, ?), ".repeat(5_000) + "(?, ?)");
    soon("SELECT 'full_name" + "x".repeat(2_000_000) + "' FROM users");
    soon("SELECT id FROM users" + "; UPDATE users SET full_name = 'x' WHERE id = 1".repeat(1000));
    soon("x".repeat(1_000_000) + " full_name");
    soon("full_name ".repeat(50_000));
    soon("");
    soon(";");
    soon(" \n\t ");
  }

  @Test
  void aLongInListIsWarmInMilliseconds() {
    String sql = "SELECT id FROM users WHERE display_name IN (" + "?, ".repeat(10_000) + "?)";
    for (int i = 0; i < 20; i++) {
      analyzer.analyze(sql);
    }
    long start = System.nanoTime();
    for (int i = 0; i < 10; i++) {
      analyzer.analyze(sql);
    }
    long each = (System.nanoTime() - start) / 10;
    System.out.printf("robustness: 10,000-item IN list analysed in %d ms%n", each / 1_000_000);
    assertThat(Duration.ofNanos(each)).isLessThan(Duration.ofMillis(500));
  }

  private void soon(String sql) {
    List<String> wrong =
        assertTimeoutPreemptively(Duration.ofSeconds(120), (() -> tried(sql)), () -> head(sql));
    assertThat(wrong).isEmpty();
  }

  private List<String> tried(String sql) {
    List<String> wrong = new ArrayList<>();
    try {
      Analysis analysis = analyzer.analyze(sql);
      if (!analysis.parsed() && sql.contains("full_name") && analysis.usages().isEmpty()) {
        // In a comment or a literal it is no use; but an unparsed text can not tell.
        wrong.add("nothing said of an unparsed text with the name: " + head(sql));
      }
    } catch (Throwable thrown) {
      wrong.add("analysis threw " + thrown + " for: " + head(sql));
    }
    for (Phase phase : new Phase[] {Phase.BEFORE, Phase.FALLBACK_READ, Phase.AFTER}) {
      PhaseSnapshot phases =
          PhaseSnapshot.declared(Transitions.of(List.of(RENAME))).with(RENAME, phase);
      wrong.addAll(threw(sql, () -> rewriter.rewrite(sql, phases, Catalog.unknown())));
      wrong.addAll(threw(sql, () -> rewriter.cannotTouch(sql, phases, Catalog.unknown())));
    }
    return wrong;
  }

  private static List<String> threw(String sql, Supplier<?> call) {
    try {
      assertThat(call.get()).isNotNull();
      return List.of();
    } catch (CrossfadeException refused) {
      return List.of();
    } catch (Throwable thrown) {
      return List.of("rewriting threw " + thrown + " for: " + head(sql));
    }
  }

  private static String head(String sql) {
    return sql.length() > 400 ? sql.substring(0, 400) + "… (" + sql.length() + ")" : sql;
  }

  private static String mutated(String text, SplittableRandom random) {
    StringBuilder sql = new StringBuilder(text);
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes && sql.length() > 2; i++) {
      int at = random.nextInt(sql.length());
      switch (random.nextInt(6)) {
        case 0 -> sql.deleteCharAt(at);
        case 1 -> sql.insert(at, PIECES[random.nextInt(PIECES.length)]);
        case 2 -> sql.setLength(at);
        case 3 -> sql.delete(at, Math.min(sql.length(), at + 1 + random.nextInt(12)));
        case 4 -> sql.setCharAt(at, (char) (32 + random.nextInt(95)));
        default -> {
          int end = Math.min(sql.length(), at + 1 + random.nextInt(20));
          sql.insert(random.nextInt(sql.length()), sql.substring(at, end));
        }
      }
    }
    return sql.toString();
  }
}
