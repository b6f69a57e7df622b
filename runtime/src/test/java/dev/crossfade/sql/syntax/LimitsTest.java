package dev.crossfade.sql.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.sql.internal.DeepStack;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However long or deep a text is, its time grows with its length only. */
class LimitsTest {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Eight times the length may take forty times as long, and not the 64 times of a square. */
  @Test
  void timeGrowsWithTheLength() {
    List<String> wrong = new ArrayList<>();
    for (Shape shape : shapes()) {
      String small = shape.text(600);
      String large = shape.text(4800);
      cpu(small);
      cpu(large);
      long once = Math.max(cpu(small), 20_000);
      long eight = cpu(large);
      if (eight > once * 40) {
        wrong.add(
            "%s: %d µs for 600, %d µs for 4,800"
                .formatted(shape.text(2), once / 1000, eight / 1000));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void fiveThousandParenthesesAndTenThousandItemsTakeMilliseconds() {
    List<String> wrong = new ArrayList<>();
    for (Shape shape : shapes()) {
      String text = shape.text(shape.nests() ? 5_000 : 10_000);
      assertThat(DeepStack.call(() -> Parser.parse(text, true)).tree())
          .as(shape.start())
          .isNotNull();
      for (int i = 0; i < 10; i++) {
        cpu(text);
      }
      long best = Long.MAX_VALUE;
      for (int i = 0; i < 5; i++) {
        best = Math.min(best, cpu(text));
      }
      System.out.printf("limits: %6d µs for %s…%n", best / 1000, shape.text(2));
      if (best > 50_000_000) {
        wrong.add(shape.text(2) + ": " + best / 1_000_000 + " ms");
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void whatNestsTooDeepIsNotAcceptedAndDoesNotOverflow() {
    for (String open : List.of("(", "f(", "ARRAY[", "NOT ", "- ", "(SELECT ", "CASE WHEN ")) {
      Parsed parsed = DeepStack.call(() -> Parser.parse("SELECT " + open.repeat(100_000), false));
      assertThat(parsed).as(open).isInstanceOf(NotAccepted.class);
      assertThat(((NotAccepted) parsed).expected()).as(open).isEqualTo("less nesting");
    }
  }

  /** The CPU time of one parse in a thread with room, in nanoseconds. */
  private static long cpu(String sql) {
    long[] time = new long[1];
    Parsed[] parsed = new Parsed[1];
    Thread thread =
        new Thread(
            null,
            () -> {
              long start = THREADS.getCurrentThreadCpuTime();
              parsed[0] = Parser.parse(sql, true);
              time[0] = THREADS.getCurrentThreadCpuTime() - start;
            },
            "parse",
            256L << 20);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assertThat(parsed[0]).isInstanceOf(SyntaxTree.class);
    return time[0];
  }

  /** {@code start}, then {@code each} n times, {@code middle}, and {@code back} n times. */
  private record Shape(String start, String each, String middle, String back, String end) {
    String text(int n) {
      return start + each.repeat(n) + middle + back.repeat(n) + end;
    }

    boolean nests() {
      return !back.isEmpty();
    }
  }

  private static List<Shape> shapes() {
    return List.of(
        new Shape("SELECT ", "(", "a", ")", " FROM t"),
        new Shape("SELECT ", "(", "SELECT 1", ")", " FROM t"),
        new Shape("SELECT ", "(", "(SELECT 1)", " + 1)", ""),
        new Shape("SELECT ", "(", "(SELECT 1)", ", 1)", ""),
        new Shape("", "(", "SELECT 1", ")", ""),
        new Shape("SELECT * FROM ", "(", "(SELECT 1) x", " JOIN t ON true)", ""),
        new Shape("SELECT * FROM ", "(", "a", " JOIN t ON true)", ""),
        new Shape("SELECT * FROM ", "(SELECT * FROM ", "t", ") x", ""),
        new Shape("SELECT a IN ", "(", "SELECT 1", ")", ""),
        new Shape("SELECT ", "f(", "a", ")", ""),
        new Shape("SELECT ", "CASE WHEN a THEN ", "b", " END", ""),
        new Shape("SELECT ", "ARRAY[", "a", "]", ""),
        new Shape("SELECT * FROM a", " JOIN b", "", " ON true", ""),
        new Shape("SELECT a FROM t WHERE b IN (1", ", ?", "", "", ")"),
        new Shape("SELECT a FROM t WHERE b = 1", " OR b = 2", "", "", ""),
        new Shape("SELECT a FROM t WHERE b = 1", " AND b = 2", "", "", ""),
        new Shape("SELECT a", " || 'x'", "", "", ""),
        new Shape("SELECT a", " + 1 - 2", "", "", ""),
        new Shape("SELECT a", "::text", "", "", ""),
        new Shape("SELECT a", "[1]", "", "", ""),
        new Shape("SELECT a", " IS NULL", "", "", ""),
        new Shape("SELECT a", ", b", "", "", ""),
        new Shape("SELECT 1", " UNION ALL SELECT 1", "", "", ""),
        new Shape("SELECT * FROM t", " JOIN t ON true", "", "", ""),
        new Shape("SELECT * FROM t", ", t", "", "", ""),
        new Shape("INSERT INTO t VALUES (1)", ", (?)", "", "", ""),
        new Shape("SELECT 1", "; SELECT 1", "", "", ""),
        new Shape("SELECT 'a'", "\n'b'", "", "", ""),
        new Shape("SELECT ", "/* ", "x", " */", " 1"),
        new Shape("CREATE TABLE t (a int", ", b int", "", "", ")"));
  }
}
