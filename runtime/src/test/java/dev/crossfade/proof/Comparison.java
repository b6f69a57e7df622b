package dev.crossfade.proof;

import dev.crossfade.model.Phase;
import dev.crossfade.model.Rename;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What differs between a statement's meaning and what its rewriting did in a world. */
final class Comparison {

  private static final int MOST_SHOWN = 6;
  private static final String DIVISION_BY_ZERO = "22012";

  /** For a trigger, MERGE sets in each row what any of its actions sets. */
  private static final Pattern SEVERAL_ACTIONS =
      Pattern.compile("(?is)\\bmerge\\b.*\\bwhen\\b.*\\bupdate\\b.*\\bwhen\\b.*\\bupdate\\b");

  private final Outcome meant;
  private final Setting meantIn;
  private final Outcome got;
  private final Setting gotIn;
  private final List<String> differences = new ArrayList<>();
  private boolean tells;

  private Comparison(Outcome meant, Setting meantIn, Outcome got, Setting gotIn) {
    this.meant = meant;
    this.meantIn = meantIn;
    this.got = got;
    this.gotIn = gotIn;
  }

  /** Each difference in one line; empty if the two mean the same. */
  static List<String> differences(
      Statements statements, Outcome meant, Setting meantIn, Outcome got, Setting gotIn) {
    Comparison comparison = new Comparison(meant, meantIn, got, gotIn);
    comparison.compare(statements);
    List<String> found = comparison.differences;
    return found.size() <= MOST_SHOWN ? found : new ArrayList<>(found.subList(0, MOST_SHOWN));
  }

  private void compare(Statements statements) {
    if (violatesSomething(meant) && violatesSomething(got)) {
      // Which of two constraints is violated first depends on where the rows lie.
      return;
    }
    if (DIVISION_BY_ZERO.equals(meant.sqlState()) || DIVISION_BY_ZERO.equals(got.sqlState())) {
      // Which conditions are computed for which rows is the planner's choice.
      return;
    }
    if (!Objects.equals(meant.sqlState(), got.sqlState())) {
      differences.add("error: expected " + error(meant) + ", got " + error(got));
      return;
    }
    if (meant.sqlState() != null) {
      return;
    }
    results(statements.ordered());
    if (!meant.after().sequences().equals(got.after().sequences())) {
      differences.add(
          "sequences: expected " + meant.after().sequences() + ", got " + got.after().sequences());
    }
    tables(statements.random());
    tells = !SEVERAL_ACTIONS.matcher(statements.sql()).find();
    gotIn.schema().renames().forEach(this::invariants);
  }

  private static boolean violatesSomething(Outcome outcome) {
    return outcome.sqlState() != null && outcome.sqlState().startsWith("23");
  }

  private static String error(Outcome outcome) {
    return outcome.sqlState() == null ? "none" : outcome.sqlState() + " " + outcome.error();
  }

  private void results(boolean ordered) {
    if (meant.results().size() != got.results().size()) {
      differences.add(
          "results: expected " + meant.results().size() + ", got " + got.results().size());
      return;
    }
    for (int i = 0; i < meant.results().size(); i++) {
      Result expected = meant.results().get(i);
      Result actual = got.results().get(i);
      differ("count", expected.count(), actual.count());
      differ("labels", expected.labels(), actual.labels());
      differ("types", expected.types(), actual.types());
      differ("rows", rows(expected, ordered), rows(actual, ordered));
    }
  }

  private static List<String> rows(Result result, boolean ordered) {
    List<String> rows = new ArrayList<>(result.rows().stream().map(List::toString).toList());
    if (!ordered) {
      rows.sort(null);
    }
    return rows;
  }

  private void differ(String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      differences.add(what + ": expected " + expected + ", got " + actual);
    }
  }

  private void tables(boolean random) {
    Map<String, String> expected = seen(meant.after(), meantIn, random);
    Map<String, String> actual = seen(got.after(), gotIn, random);
    Map<String, String> all = new TreeMap<>(expected);
    all.putAll(actual);
    for (String key : all.keySet()) {
      if (!Objects.equals(expected.get(key), actual.get(key))) {
        differences.add(
            "stored: " + key + ": expected " + expected.get(key) + ", got " + actual.get(key));
      }
    }
  }

  /** The rows as the application sees them in that setting. */
  private static Map<String, String> seen(Stored stored, Setting setting, boolean random) {
    Map<String, World> worlds = new LinkedHashMap<>();
    setting.worlds().forEach((rename, world) -> worlds.put(rename.tracked().toString(), world));
    Map<String, String> seen = new TreeMap<>();
    stored
        .rows()
        .forEach(
            (key, row) -> {
              Map<String, String> values = new TreeMap<>();
              for (String id : row.old().keySet()) {
                values.put(id, (worlds.get(id).valueIsNew() ? row.fresh() : row.old()).get(id));
              }
              seen.put(key, row.rest() + (random ? "" : values));
            });
    return seen;
  }

  /** What must hold between the two columns after a write in this phase. */
  private void invariants(Rename rename) {
    String id = rename.tracked().toString();
    String table =
        (rename.table().schema() == null ? "public" : rename.table().schema())
            + "."
            + rename.table().name()
            + " ";
    got.after()
        .rows()
        .forEach(
            (key, row) -> {
              if (key.startsWith(table)) {
                Stored.Row before = got.before().rows().get(key);
                boolean set =
                    tells ? witnessed(id, key.substring(table.length())) : changed(id, key);
                row(key, id, gotIn.of(rename), before, row, set);
              }
            });
  }

  private boolean witnessed(String id, String row) {
    return meant.witnessed().contains(id + " " + row);
  }

  private boolean changed(String id, String key) {
    Stored.Row before = meant.before().rows().get(key);
    Stored.Row after = meant.after().rows().get(key);
    return !Objects.equals(before, after)
        && (before == null
            || after == null
            || !Objects.equals(before.old().get(id), after.old().get(id))
            || !Objects.equals(before.fresh().get(id), after.fresh().get(id)));
  }

  private void row(
      String key, String id, World world, Stored.Row before, Stored.Row row, boolean set) {
    String old = row.old().get(id);
    String fresh = row.fresh().get(id);
    String was = before == null ? null : before.old().get(id) + " / " + before.fresh().get(id);
    String is = old + " / " + fresh;
    if (world.phase.dualWrites()) {
      if (before == null || set) {
        if (!Objects.equals(old, fresh)) {
          differences.add("diverged: " + key + ": old / new is " + is + " (was " + was + ")");
        }
      } else if (!is.equals(was) && (tells || !Objects.equals(old, fresh))) {
        differences.add("touched: " + key + ": old / new is " + is + " (was " + was + ")");
      }
    } else if (world.phase == Phase.BEFORE && before != null) {
      if (!Objects.equals(fresh, before.fresh().get(id))) {
        differences.add("BEFORE wrote the new column: " + key + ": " + is + " (was " + was + ")");
      }
    } else if (world.phase == Phase.AFTER) {
      if (!Objects.equals(old, before == null ? null : before.old().get(id))) {
        differences.add("AFTER wrote the old column: " + key + ": " + is + " (was " + was + ")");
      }
    }
  }
}
