package dev.crossfade.proof;

import dev.crossfade.model.Rename;
import dev.crossfade.proof.Oracle.Answer;
import dev.crossfade.sql.UsageKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How what the analysis says agrees with an oracle. */
final class OracleTally {

  private static final Set<UsageKind> READS =
      Set.of(UsageKind.READ, UsageKind.STAR, UsageKind.WHOLE_ROW);
  private static final Set<UsageKind> WRITES = Set.of(UsageKind.WRITE, UsageKind.POSITIONAL);
  private static final Set<UsageKind> EITHER = Set.of(UsageKind.POSSIBLE, UsageKind.DDL);

  private final Map<UsageKind, int[]> counts = new EnumMap<>(UsageKind.class);
  final List<String> misses = new ArrayList<>();
  final List<String> knownMisses = new ArrayList<>();
  final List<String> falseAlarms = new ArrayList<>();
  int asked;
  int used;

  void judge(Fixture fixture, Rename rename, Set<UsageKind> said, Answer answer) {
    asked++;
    if (isTrue(answer.read()) || isTrue(answer.written()) || isTrue(answer.used())) {
      used++;
    }
    boolean either = said.stream().anyMatch(EITHER::contains);
    boolean missed =
        isTrue(answer.read()) && !either && said.stream().noneMatch(READS::contains)
            || isTrue(answer.written()) && !either && said.stream().noneMatch(WRITES::contains)
            || isTrue(answer.used()) && said.isEmpty();
    String line =
        "%s %s: of %s the server says %s, the analysis %s: %s"
            .formatted(
                fixture.file(),
                fixture.title(),
                rename.tracked(),
                answer,
                said,
                fixture.statements().sql());
    if (missed) {
      (fixture.missed() == null ? misses : knownMisses).add(line);
    }
    for (UsageKind kind : said) {
      Boolean confirmed = confirmed(kind, answer);
      int[] count = counts.computeIfAbsent(kind, k -> new int[3]);
      count[confirmed == null ? 2 : confirmed ? 0 : 1]++;
      if (confirmed != null && !confirmed) {
        falseAlarms.add(kind.slug() + ": " + line);
      }
    }
  }

  private static Boolean confirmed(UsageKind kind, Answer answer) {
    Boolean says =
        READS.contains(kind)
            ? answer.read()
            : WRITES.contains(kind) ? answer.written() : either(answer);
    Boolean told = says == null ? answer.used() : says;
    return told == null || !told && answer.untold().contains(kind) ? null : told;
  }

  private static Boolean either(Answer answer) {
    if (answer.read() == null || answer.written() == null) {
      return answer.used();
    }
    return answer.read() || answer.written();
  }

  private static boolean isTrue(Boolean said) {
    return Boolean.TRUE.equals(said);
  }

  /** A line a kind of use. */
  String table(String title) {
    StringBuilder table = new StringBuilder();
    table.append(
        "%s: asked %d times, used %d times, %d missed, %d known to be missed%n"
            .formatted(title, asked, used, misses.size(), knownMisses.size()));
    table.append("  %-12s %10s %12s %8s%n".formatted("said", "confirmed", "false alarm", "untold"));
    counts.forEach(
        (kind, count) ->
            table.append(
                "  %-12s %10d %12d %8d%n".formatted(kind.slug(), count[0], count[1], count[2])));
    return table.toString();
  }
}
