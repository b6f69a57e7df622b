package dev.crossfade.migrate;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Problem;
import dev.crossfade.model.Transition;
import dev.crossfade.server.Catalog;
import dev.crossfade.server.Database;
import dev.crossfade.server.RowScan;
import dev.crossfade.server.ServerError;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/**
 * Moves a transition one phase on or back in the phases file, after checking in the database what
 * the phase needs. It does not know which instances follow the file; the operator waits for them.
 * Immutable.
 */
public final class Advance {

  private final Database database;
  private final Transition transition;
  private final PhasesFile file;

  /**
   * What advance did.
   *
   * @param from the phase before
   * @param to the phase now
   * @param checked what was proven
   */
  public record Result(Phase from, Phase to, String checked) {}

  public Advance(Database database, Transition transition, PhasesFile file) {
    this.database = database;
    this.transition = transition;
    this.file = file;
  }

  /**
   * Moves to {@code to}.
   *
   * @throws CrossfadeException {@code phase-skipped}, {@code phase-not-ready}; the file is as it
   *     was then
   */
  public Result run(Phase to, DdlPolicy policy, Progress progress) {
    Phase from = Objects.requireNonNullElse(file.phase(transition), transition.declaredPhase());
    if (from == to) {
      return new Result(from, to, "it was there already");
    }
    if (!from.mayRunBeside(to)) {
      Phase neighbour = to.compareTo(from) > 0 ? from.next() : from.previous();
      throw new CrossfadeException(
          new Problem(
              "phase-skipped",
              transition.id() + " can not go from " + from + " to " + to + " in one step.",
              transition.describe() + ", " + file,
              "instances in " + from + " and in " + to + " would not see each other's writes",
              "crossfade advance " + Spelling.of(transition) + " --to " + neighbour));
    }
    String checked =
        to.compareTo(from) > 0 ? check(to, policy, progress) : checkBack(to, policy, progress);
    file.write(transition, to);
    return new Result(from, to, checked);
  }

  /**
   * Back to NEW_READ nothing is needed: it reads the new column as AFTER does, and writes both. Any
   * further back the old column is read again, which lacks what was written in AFTER.
   */
  private String checkBack(Phase to, DdlPolicy policy, Progress progress) {
    if (to == Phase.NEW_READ) {
      return "NEW_READ reads what AFTER wrote; before you go further back: crossfade backfill "
          + Spelling.of(transition)
          + " --reverse";
    }
    try (Connection connection = database.open()) {
      Catalog catalog = new Catalog(connection);
      LiveTransition live = LiveTransition.find(catalog, transition);
      if (!live.superseded()) {
        return "going back before AFTER loses nothing";
      }
      RowScan.Found found = Verify.scan(live, live.differ(), 0, connection, progress);
      if (found.matching() > 0) {
        throw notReady(
            found.matching() + " of " + found.scanned() + " rows are not ready.",
            "what was written to them in AFTER stands in the new column only, and "
                + to
                + " reads the old one",
            "when every instance is in NEW_READ: crossfade backfill "
                + live.spelled()
                + " --reverse");
      }
      try (MigrationLock lock = MigrationLock.ofDatabase(database);
          SafeDdl ddl = new SafeDdl(database, policy, progress)) {
        int unused =
            new StepRunner(ddl, policy, progress)
                .run(() -> Relax.restored(LiveTransition.find(catalog, transition)));
      }
      return "no row differs (" + found.scanned() + " compared): the old column is complete again";
    } catch (SQLException e) {
      throw ServerError.problem(e, transition.describe());
    }
  }

  private String check(Phase to, DdlPolicy policy, Progress progress) {
    try (Connection connection = database.open()) {
      Catalog catalog = new Catalog(connection);
      LiveTransition live = LiveTransition.find(catalog, transition);
      return switch (to) {
        case BEFORE -> throw new IllegalStateException("nothing advances to BEFORE");
        case DUAL_WRITE -> expanded(catalog, live);
        case FALLBACK_READ ->
            none(
                connection,
                live,
                "t." + live.expanded().quoted() + " IS NOT NULL AND " + live.differ(),
                "would show a stale value: a write in BEFORE changed the old column only",
                "no row has a stale value in the new column",
                progress);
        case NEW_READ ->
            none(
                connection,
                live,
                live.differ(),
                "differ: readers of the new column would see stale values",
                "no row differs",
                progress);
        case AFTER -> {
          String same =
              none(
                  connection,
                  live,
                  live.differ(),
                  "differ, and nothing would repair them in AFTER",
                  "no row differs",
                  progress);
          yield same + "; " + relax(connection, catalog, live, policy, progress);
        }
      };
    } catch (SQLException e) {
      throw ServerError.problem(e, transition.describe());
    }
  }

  private String expanded(Catalog catalog, LiveTransition live) {
    List<Step> pending = ExpandPlan.of(catalog, live, false).pending();
    if (!pending.isEmpty()) {
      throw notReady(
          "The expand is not complete; steps left: " + pending.size() + ".",
          "next: " + pending.get(0).title(),
          "crossfade expand " + live.spelled());
    }
    return "the new column has what the old one has";
  }

  private String none(
      Connection connection,
      LiveTransition live,
      String condition,
      String why,
      String proven,
      Progress progress) {
    RowScan.Found found = Verify.scan(live, condition, 0, connection, progress);
    if (found.matching() > 0) {
      throw notReady(
          found.matching() + " of " + found.scanned() + " rows are not ready.",
          "they " + why,
          "crossfade backfill " + live.spelled());
    }
    return proven + " (" + found.scanned() + " compared)";
  }

  private String relax(
      Connection connection,
      Catalog catalog,
      LiveTransition live,
      DdlPolicy policy,
      Progress progress) {
    Relax.check(connection, live);
    try (MigrationLock lock = MigrationLock.ofDatabase(database);
        SafeDdl ddl = new SafeDdl(database, policy, progress)) {
      int ran =
          new StepRunner(ddl, policy, progress)
              .run(() -> Relax.pending(LiveTransition.find(catalog, transition)));
      return ran == 0 ? "inserts may omit the old column" : "inserts may now omit the old column";
    }
  }

  private CrossfadeException notReady(String message, String why, String remedy) {
    return new CrossfadeException(
        new Problem("phase-not-ready", message, transition.describe(), why, remedy));
  }
}
