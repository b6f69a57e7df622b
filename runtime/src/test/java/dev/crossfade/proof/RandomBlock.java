package dev.crossfade.proof;

import dev.crossfade.model.Rename;
import dev.crossfade.proof.Trial.Verdict;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Consecutive seeds that share a random schema, and the settings of it in which their statements
 * are tried. Everything follows from the seed. For one thread.
 */
final class RandomBlock implements AutoCloseable {

  /** How many seeds share a schema. */
  static final long SEEDS = 500;

  private static final int MOST_TRIES = 500;
  private static final int SETTINGS_EACH = 3;
  private static final int REFERENCES_KEPT = 100;

  /** A statement that does not mean the same. */
  record Failure(String signature, String report) {}

  private final RandomSchema.Made made;
  private final Rewriting rewriting;
  private final Sessions sessions = new Sessions();
  private final List<Setting> settings = new ArrayList<>();
  private Trial trial;
  private int tried;
  private boolean shown;

  RandomBlock(long seed, Rewriting rewriting) {
    long block = Math.floorDiv(seed, SEEDS);
    this.made = RandomSchema.make(block);
    this.rewriting = rewriting;
    this.trial = new Trial(sessions, rewriting);
    sessions.add(made.schema());
    List<World> worlds = new ArrayList<>();
    for (World world : World.values()) {
      if (!world.isReference()) {
        worlds.add(world);
      }
    }
    Choices choices = Choices.random(~block);
    for (int i = 0; i < 3; i++) {
      settings.add(Setting.of(made.schema(), worlds.remove(choices.pick(worlds.size()))));
    }
    for (int i = 0; i < 4; i++) {
      Map<Rename, World> mixed = new LinkedHashMap<>();
      for (Rename rename : made.schema().renames()) {
        mixed.put(rename, World.values()[4 + choices.pick(World.values().length - 4)]);
      }
      settings.add(Setting.of(made.schema(), mixed));
    }
  }

  /**
   * Tries the statement of {@code seed}; returns how it failed, in each setting in which it did.
   */
  List<Failure> run(long seed, Coverage coverage) throws Exception {
    if (++tried % REFERENCES_KEPT == 0) {
      trial = new Trial(sessions, rewriting);
    }
    Choices choices = Choices.random(seed);
    RandomStatement statement = RandomStatement.make(choices, made, "seed " + seed);
    Choices where = Choices.random(~seed);
    List<Failure> failures = new ArrayList<>();
    for (int i = 0; i < SETTINGS_EACH; i++) {
      Setting setting = where.from(settings);
      if (statement.fixture().runsIn(setting)) {
        Verdict verdict;
        try {
          verdict = verdict(statement.fixture(), setting);
        } catch (SQLException e) {
          throw new IllegalStateException(
              "seed "
                  + seed
                  + " in "
                  + setting
                  + ": "
                  + e.getMessage()
                  + ": "
                  + statement.fixture().render(setting),
              e);
        }
        coverage.count(statement, verdict);
        KnownFault known = KnownFault.of(verdict);
        if (known != null && !verdict.differences().isEmpty()) {
          coverage.count(known);
          continue;
        }
        if (!verdict.differences().isEmpty()) {
          failures.add(failure(seed, choices.made(), statement, setting, verdict));
        }
      }
    }
    return failures;
  }

  private Verdict verdict(Fixture fixture, Setting setting) throws SQLException {
    Verdict verdict = trial.verdict(fixture, setting, true);
    // Where both names show, a bare one may mean two columns: that is no statement.
    boolean ambiguous =
        fixture.names().startsWith("star")
            && verdict.meant().sqlState() != null
            && verdict.meant().sqlState().startsWith("42");
    return ambiguous ? new Verdict(verdict.meant(), verdict.got(), List.of()) : verdict;
  }

  private Failure failure(
      long seed,
      List<Integer> choices,
      RandomStatement statement,
      Setting setting,
      Verdict verdict) {
    String first = verdict.differences().get(0).replaceAll("(?s):.*", "");
    return new Failure(
        first + " " + String.join(",", statement.kinds()), report(seed, choices, setting));
  }

  private String report(long seed, List<Integer> choices, Setting setting) {
    return seed + "|" + choices + "|" + settings.indexOf(setting);
  }

  /** The failure as a small fixture, with its schema. */
  String shrunk(Failure failure) throws Exception {
    String[] parts = failure.report().split("\\|");
    List<Integer> choices = new ArrayList<>();
    for (String choice : parts[1].replaceAll("[\\[\\] ]", "").split(",")) {
      choices.add(Integer.valueOf(choice));
    }
    Setting setting = settings.get(Integer.parseInt(parts[2]));
    List<Integer> few =
        new Shrinker(decisions -> fails(decisions, setting), MOST_TRIES).shrink(choices);
    Fixture small = RandomStatement.make(Choices.of(few), made, "seed " + parts[0]).fixture();
    Verdict verdict = trial(small, setting);
    return "seed %s in %s%n%s%n  %s%n"
        .formatted(
            parts[0], setting, small.render(setting), String.join("\n  ", verdict.differences()));
  }

  private boolean fails(List<Integer> decisions, Setting setting) throws SQLException {
    Fixture fixture = RandomStatement.make(Choices.of(decisions), made, "shrinking").fixture();
    if (!fixture.runsIn(setting)) {
      return false;
    }
    Verdict verdict = trial(fixture, setting);
    return !verdict.differences().isEmpty()
        && !Coverage.isInvalid(verdict)
        && KnownFault.of(verdict) == null;
  }

  private Verdict trial(Fixture fixture, Setting setting) throws SQLException {
    // A trial remembers references by title, which all of these share.
    return new Trial(sessions, rewriting).verdict(fixture, setting, true);
  }

  /** The schema's file, the first time. */
  String schema() {
    String text = shown ? "" : "with the schema " + made.schema().name() + "\n" + made.text();
    shown = true;
    return text;
  }

  @Override
  public void close() throws SQLException {
    sessions.close();
  }
}
