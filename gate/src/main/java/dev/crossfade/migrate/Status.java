package dev.crossfade.migrate;

import dev.crossfade.model.Phase;
import dev.crossfade.model.Transition;
import dev.crossfade.server.Catalog;
import dev.crossfade.server.ColumnFacts;
import dev.crossfade.server.Database;
import dev.crossfade.server.ServerError;
import dev.crossfade.server.TableFacts;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Where a transition stands, and the next command to type. Immutable.
 *
 * @param transition the transition
 * @param phase its phase in the phases file, or null without a file or an entry
 * @param oldExists whether the old column exists
 * @param newExists whether the new column exists
 * @param marked whether the new column carries our mark
 * @param pending how many steps of expand are left
 * @param differing how many rows differ, or -1 where not counted
 * @param next the next command
 */
public record Status(
    Transition transition,
    @Nullable Phase phase,
    boolean oldExists,
    boolean newExists,
    boolean marked,
    int pending,
    long differing,
    String next) {

  /**
   * Looks.
   *
   * @param count whether to count the rows that differ, which reads the table
   */
  public static Status of(
      Database database,
      Transition transition,
      @Nullable PhasesFile file,
      boolean count,
      Progress progress) {
    Phase phase = file == null ? null : file.phase(transition);
    try (Connection connection = database.open()) {
      Catalog catalog = new Catalog(connection);
      TableFacts table = catalog.table(transition.table());
      ColumnFacts old = table.column(transition.oldColumn());
      ColumnFacts found = table.column(transition.newColumn());
      if (old == null) {
        return new Status(
            transition,
            phase,
            false,
            found != null,
            false,
            0,
            -1,
            found == null
                ? "check the names: the table has neither column"
                : "nothing: it is contracted; drop the annotation");
      }
      LiveTransition live = new LiveTransition(transition, table, old, found);
      boolean marked = found != null && found.takesThePlaceOf(old.name());
      int pending = marked ? ExpandPlan.of(catalog, live, false).pending().size() : 0;
      long differing =
          count && marked
              ? Verify.scan(live, live.differ(), 0, connection, progress).matching()
              : -1;
      return new Status(
          transition,
          phase,
          true,
          found != null,
          marked,
          pending,
          differing,
          next(live, marked, pending, phase));
    } catch (SQLException e) {
      throw ServerError.problem(e, transition.describe());
    }
  }

  private static String next(
      LiveTransition live, boolean marked, int pending, @Nullable Phase phase) {
    String name = live.spelled();
    if (!marked || pending > 0) {
      return "crossfade expand " + name;
    }
    if (live.superseded() && phase == Phase.NEW_READ) {
      return "crossfade advance "
          + name
          + " --to AFTER, or on the way back crossfade backfill "
          + name
          + " --reverse";
    }
    if (live.superseded() && phase != null && phase.compareTo(Phase.NEW_READ) < 0) {
      return "crossfade advance "
          + name
          + " --to NEW_READ at once: "
          + live.transition().tracked()
          + " lacks what was written in AFTER";
    }
    Phase now = phase == null ? live.transition().declaredPhase() : phase;
    return switch (now) {
      case BEFORE -> "crossfade advance " + name + " --to DUAL_WRITE";
      case DUAL_WRITE -> "crossfade backfill " + name + ", then advance --to FALLBACK_READ";
      case FALLBACK_READ -> "crossfade verify " + name + ", then advance --to NEW_READ";
      case NEW_READ -> "crossfade advance " + name + " --to AFTER";
      case AFTER -> "crossfade gate " + name + ", then crossfade contract " + name;
    };
  }
}
