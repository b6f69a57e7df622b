package dev.crossfade.migrate;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Transition;
import dev.crossfade.server.Catalog;
import dev.crossfade.server.ColumnFacts;
import dev.crossfade.server.Database;
import dev.crossfade.server.Dependent;
import dev.crossfade.server.ServerError;
import dev.crossfade.server.Sql;
import dev.crossfade.server.TableFacts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Drops the old column and takes our mark off the new one, in one transaction under lock_timeout.
 * Asks no gate: whoever calls this has. Immutable.
 */
public final class Contract {

  private final Database database;
  private final Transition transition;

  /**
   * What contract did, or would do.
   *
   * @param done whether the column is gone
   * @param before whether it was gone before
   * @param steps what is left to do
   * @param along what goes with the column
   */
  public record Result(boolean done, boolean before, List<Step> steps, List<String> along) {}

  public Contract(Database database, Transition transition) {
    this.database = database;
    this.transition = transition;
  }

  /** What is left to do; changes nothing. */
  public Result plan() {
    try (Connection connection = database.open()) {
      return plan(new Catalog(connection));
    } catch (SQLException e) {
      throw ServerError.problem(e, transition.describe());
    }
  }

  /**
   * Drops, and looks whether the column is gone.
   *
   * @throws CrossfadeException before anything is changed, if the new column is not the old one's
   */
  public Result run(DdlPolicy policy, Progress progress) {
    try (Connection connection = database.open()) {
      Catalog catalog = new Catalog(connection);
      Result first = plan(catalog);
      if (first.done()) {
        return first;
      }
      long table = catalog.table(transition.table()).oid();
      try (MigrationLock lock = MigrationLock.ofDatabase(database);
          MigrationLock rows = MigrationLock.ofTable(database, table);
          SafeDdl ddl = new SafeDdl(database, policy, progress)) {
        int unused = new StepRunner(ddl, policy, progress).run(() -> plan(catalog).steps());
      }
      return new Result(true, false, List.of(), first.along());
    } catch (SQLException e) {
      throw ServerError.problem(e, transition.describe());
    }
  }

  private Result plan(Catalog catalog) {
    TableFacts table = catalog.table(transition.table());
    ColumnFacts replacement = table.column(transition.newColumn());
    if (table.column(transition.oldColumn()) == null && replacement != null) {
      return new Result(true, true, List.of(), List.of());
    }
    LiveTransition live = LiveTransition.find(catalog, transition);
    ColumnFacts kept = live.expanded();
    String plain = kept.plainComment();
    Step drop =
        Step.inTransaction(
            "drop column " + transition.tracked(),
            // No CASCADE: what still needs the column must refuse the drop.
            "ALTER TABLE " + table.quoted() + " DROP COLUMN " + live.old().quoted() + " RESTRICT",
            "COMMENT ON COLUMN "
                + table.quoted()
                + "."
                + kept.quoted()
                + " IS "
                + (plain == null ? "NULL" : Sql.literal(plain)));
    List<String> along =
        catalog.dependents(table, live.old()).stream()
            .filter(
                dependent ->
                    dependent.effect() == Dependent.Effect.GOES_ALONG
                        || dependent.effect() == Dependent.Effect.TAKEN_AWAY)
            .map(dependent -> dependent.kind().text() + " " + dependent.name())
            .toList();
    return new Result(false, false, List.of(drop), along);
  }
}
