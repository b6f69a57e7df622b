package dev.crossfade.proof;

import dev.crossfade.proof.Trial.Verdict;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What became of random statements, by their shapes. Safe for use by several threads. */
final class Coverage {

  /** How many runs of one shape ended how. */
  static final class Count {
    int ran;
    int rows;
    int failed;
    int refused;
    int meaningless;
    final Map<String, Integer> refusals = new TreeMap<>();

    int all() {
      return ran + failed + refused + meaningless;
    }
  }

  private final Map<String, Count> counts = new TreeMap<>();
  private final Map<String, String> examples = new TreeMap<>();
  private final Map<KnownFault, Integer> known = new EnumMap<>(KnownFault.class);
  private final Map<String, Integer> invalid = new TreeMap<>();

  synchronized void count(RandomStatement statement, Verdict verdict) {
    add("(all)", verdict);
    statement.kinds().forEach(kind -> add(kind, verdict));
    String refusal = verdict.got().refusal();
    if (refusal != null) {
      examples.putIfAbsent(refusal, statement.fixture().statements().sql());
    }
    if (isInvalid(verdict)) {
      String error = verdict.meant().sqlState() + " " + verdict.meant().error();
      invalid.merge(error.replaceAll("(?s)\\n.*|\"[^\"]*\"", ""), 1, Integer::sum);
    }
  }

  synchronized void count(KnownFault fault) {
    known.merge(fault, 1, Integer::sum);
  }

  private void add(String kind, Verdict verdict) {
    Count count = counts.computeIfAbsent(kind, k -> new Count());
    if (verdict.got().refusal() != null) {
      count.refused++;
      count.refusals.merge(verdict.got().refusal(), 1, Integer::sum);
    } else if (isInvalid(verdict)) {
      count.meaningless++;
    } else if (verdict.meant().sqlState() != null) {
      count.failed++;
    } else {
      count.ran++;
      count.rows += verdict.meant().isVoid() ? 0 : 1;
    }
  }

  /** Whether the original is no statement of its schema: it shows only that both fail. */
  static boolean isInvalid(Verdict verdict) {
    String state = verdict.meant().sqlState();
    return state != null && (state.startsWith("42") || state.startsWith("0A"));
  }

  synchronized Count of(String kind) {
    return counts.getOrDefault(kind, new Count());
  }

  synchronized Set<String> kinds() {
    return Set.copyOf(counts.keySet());
  }

  @Override
  public synchronized String toString() {
    StringBuilder table = new StringBuilder();
    table.append(
        "%-30s %7s %7s %7s %7s %8s%n"
            .formatted("shape", "ran", "w/ rows", "failed", "refused", "invalid"));
    counts.forEach(
        (kind, c) ->
            table.append(
                "%-30s %7d %7d %7d %7d %8d  %s%n"
                    .formatted(
                        kind,
                        c.ran,
                        c.rows,
                        c.failed,
                        c.refused,
                        c.meaningless,
                        c.refusals.isEmpty() ? "" : c.refusals)));
    known.forEach((fault, n) -> table.append("known fault " + fault + ": " + n + "\n"));
    table.append("refused for example:\n");
    examples.forEach((id, sql) -> table.append("  " + id + ": " + sql + "\n"));
    invalid.forEach((error, n) -> table.append("  " + n + " x " + error + "\n"));
    return table.toString();
  }
}
