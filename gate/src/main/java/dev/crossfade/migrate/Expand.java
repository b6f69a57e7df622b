package dev.crossfade.migrate;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Transition;
import dev.crossfade.server.Catalog;
import dev.crossfade.server.Database;
import dev.crossfade.server.ServerError;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Adds the new column and gives it what the old one has, breaking nobody. Running it again
 * continues, or finds that nothing is left. Immutable.
 */
public final class Expand {

  private final Database database;
  private final Transition transition;
  private final boolean adopt;

  /**
   * What expand did, or would do.
   *
   * @param ran how many steps were run
   * @param pending the steps that are left; none after a run
   * @param decisions what is left to the operator
   */
  public record Result(int ran, List<Step> pending, List<Decision> decisions) {}

  /**
   * An expand of {@code transition}.
   *
   * @param adopt whether a new column that another tool added is taken as ours
   */
  public Expand(Database database, Transition transition, boolean adopt) {
    this.database = database;
    this.transition = transition;
    this.adopt = adopt;
  }

  /** What is left to do; changes nothing. */
  public Result plan() {
    try (Connection connection = database.open()) {
      ExpandPlan plan = plan(new Catalog(connection));
      return new Result(0, plan.pending(), plan.decisions());
    } catch (SQLException e) {
      throw ServerError.problem(e, transition.describe());
    }
  }

  /**
   * Does what is left.
   *
   * @throws CrossfadeException what can not be is refused before anything is changed
   */
  public Result run(DdlPolicy policy, Progress progress) {
    try (Connection connection = database.open()) {
      Catalog catalog = new Catalog(connection);
      plan(catalog);
      try (MigrationLock lock = MigrationLock.ofDatabase(database);
          SafeDdl ddl = new SafeDdl(database, policy, progress)) {
        int ran = new StepRunner(ddl, policy, progress).run(() -> plan(catalog).pending());
        return new Result(ran, List.of(), plan(catalog).decisions());
      }
    } catch (SQLException e) {
      throw ServerError.problem(e, transition.describe());
    }
  }

  private ExpandPlan plan(Catalog catalog) {
    return ExpandPlan.of(catalog, LiveTransition.find(catalog, transition), adopt);
  }
}
