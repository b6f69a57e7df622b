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
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whatever text comes, the analysis answers and the rewriting returns or refuses, soon. */
class RobustnessTest {

  private static final long SEED = Long.getLong("crossfade.random.seed", 20_261_120);
  private static final int MUTATIONS = Integer.getInteger("crossfade.random.mutations", 6000);

  private static final int TEXTS = Integer.getInteger("crossfade.random.texts", 50_000);
  private static final long MOST_KEPT = 4_000_000;
  private static final Duration WARM = Duration.ofMillis(50);

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
  void whatIsLongOrDeepIsWarmInMilliseconds() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(
        "10,000 parameters in IN",
        "SELECT id FROM users WHERE display_name IN (" + "?, ".repeat(9_999) + "?)");
    texts.put(
        "10,000 literals in IN",
        "SELECT id FROM users WHERE full_name IN (" + "'v', ".repeat(9_999) + "'w')");
    texts.put(
        "5,000 parentheses",
        "SELECT " + "(".repeat(5_000) + "display_name" + ")".repeat(5_000) + " FROM users");
    texts.put(
        "10,000 ORs",
        "SELECT id FROM users WHERE " + "id = 1 OR ".repeat(9_999) + "full_name = 'x'");
    texts.put("10,000 ||", "SELECT full_name" + " || 'x'".repeat(10_000) + " FROM users");
    texts.put(
        "500 calls",
        "SELECT " + "upper(".repeat(500) + "full_name" + ")".repeat(500) + " FROM users");
    texts.put(
        "200 subqueries",
        "SELECT id FROM " + "(SELECT id FROM ".repeat(200) + "users u" + ") s".repeat(200));
    texts.put(
        "300 CASEs",
        "SELECT "
            + "CASE WHEN true THEN ".repeat(300)
            + "full_name"
            + " END".repeat(300)
            + " FROM users");
    texts.put(
        "2,000 rows",
        "INSERT INTO users (id, display_name) VALUES " + "(?, ?), ".repeat(1_999) + "(?, ?)");
    PhaseSnapshot phases =
        PhaseSnapshot.declared(Transitions.of(List.of(RENAME))).with(RENAME, Phase.FALLBACK_READ);
    List<String> slow = new ArrayList<>();
    texts.forEach(
        (title, sql) -> {
          long analysis = fastest(() -> analyzer.analyze(sql));
          long rewriting =
              fastest(() -> answered(() -> rewriter.rewrite(sql, phases, Catalog.unknown())));
          System.out.printf(
              "robustness: %s: analysed in %.1f ms, rewritten in %.1f ms%n",
              title, analysis / 1e6, rewriting / 1e6);
          if (analysis > WARM.toNanos() || rewriting > WARM.toNanos()) {
            slow.add(title);
          }
        });
    assertThat(slow).isEmpty();
  }

  /** The fastest of many runs: that of a machine that does nothing else. */
  private static long fastest(Runnable run) {
    long fastest = Long.MAX_VALUE;
    for (int i = 0; i < 40; i++) {
      long start = System.nanoTime();
      run.run();
      fastest = Math.min(fastest, System.nanoTime() - start);
    }
    return fastest;
  }

  private static void answered(Supplier<?> call) {
    try {
      call.get();
    } catch (CrossfadeException refused) {
      assertThat(refused.problem().id()).isNotEmpty();
    }
  }

  @Test
  void distinctTextsLeaveNothingBehind() {
    assertThat(kept(text -> {})).as("kept after %d texts, in bytes", TEXTS).isLessThan(MOST_KEPT);
  }

  @Test
  void textsThatAreKeptAreNoticed() {
    List<String> cache = new ArrayList<>();
    assertThat(kept(cache::add)).isGreaterThan(MOST_KEPT);
    assertThat(cache).hasSize(TEXTS);
  }

  /** The bytes that analysing and rewriting many texts leaves on the heap. */
  private long kept(Consumer<String> fault) {
    PhaseSnapshot phases =
        PhaseSnapshot.declared(Transitions.of(List.of(RENAME))).with(RENAME, Phase.DUAL_WRITE);
    long before = 0;
    for (int i = 0; i < TEXTS + 2_000; i++) {
      if (i == 2_000) {
        before = used();
      }
      String text =
          "SELECT a%1$d.id, a%1$d.display_name AS n%1$d, 'v%1$d', '%2$s' FROM users a%1$d WHERE a%1$d.id = %1$d AND a%1$d.full_name = ?"
              .formatted(i, "x".repeat(i % 300));
      assertThat(analyzer.analyze(text).usages()).isNotEmpty();
      assertThat(rewriter.rewrite(text, phases, Catalog.unknown()).sql()).isNotEmpty();
      if (i >= 2_000) {
        fault.accept(text);
      }
    }
    long after = used();
    System.out.printf("robustness: %d distinct texts left %,d bytes%n", TEXTS, after - before);
    return after - before;
  }

  private static long used() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    for (int i = 0; i < 3; i++) {
      memory.gc();
    }
    return memory.getHeapMemoryUsage().getUsed();
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
