package dev.crossfade.migrate;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Problem;
import dev.crossfade.model.Transition;
import dev.crossfade.server.Catalog;
import dev.crossfade.server.ColumnFacts;
import dev.crossfade.server.Sql;
import dev.crossfade.server.TableFacts;
import org.jspecify.annotations.Nullable;

/**
 * A transition and what its table is now. Immutable.
 *
 * @param transition the transition
 * @param table its table
 * @param old the old column
 * @param replacement the new column, or null where it does not exist yet
 */
record LiveTransition(
    Transition transition, TableFacts table, ColumnFacts old, @Nullable ColumnFacts replacement) {

  /**
   * Finds both columns.
   *
   * @throws CrossfadeException {@code no-such-table}, {@code no-such-column}
   */
  static LiveTransition find(Catalog catalog, Transition transition) {
    TableFacts table = catalog.table(transition.table());
    ColumnFacts old = table.column(transition.oldColumn());
    if (old == null) {
      throw new CrossfadeException(
          new Problem(
              "no-such-column",
              "There is no column " + transition.tracked() + ".",
              table.tableName().toString(),
              table.column(transition.newColumn()) == null
                  ? "the table has neither the old nor the new column"
                  : "only the new column exists: the transition is contracted already",
              "check the name and that --url names the right database"));
    }
    return new LiveTransition(transition, table, old, table.column(transition.newColumn()));
  }

  /**
   * The new column, which expand must have added or adopted: without its mark, a misspelt name
   * would make backfill overwrite a column of somebody else's.
   *
   * @throws CrossfadeException {@code not-expanded}, {@code column-not-ours}
   */
  ColumnFacts expanded() {
    ColumnFacts found = replacement;
    if (found == null) {
      throw new CrossfadeException(
          new Problem(
              "not-expanded",
              "The new column " + transition.id() + " does not exist yet.",
              transition.describe(),
              "there is nothing to write to",
              "crossfade expand " + spelled()));
    }
    if (!found.takesThePlaceOf(old.name())) {
      throw notOurs(found);
    }
    return found;
  }

  CrossfadeException notOurs(ColumnFacts found) {
    return new CrossfadeException(
        new Problem(
            "column-not-ours",
            transition.id() + " exists and was not added by crossfade.",
            transition.describe(),
            "its values would be overwritten by those of " + old.name(),
            "check the name; if it was added for this transition, crossfade expand --adopt "
                + spelled()));
  }

  /**
   * Whether the old column is out of date, or may be: the transition was in AFTER, or on its way
   * there, and has not gone back.
   */
  boolean superseded() {
    return old.supersededBy(transition.newColumn());
  }

  /** The condition, over the alias {@code t}, that old and new differ. */
  String differ() {
    return Sql.differ("t", old.name(), expanded().name());
  }

  /** The transition as a command takes it: {@code users.full_name:display_name}. */
  String spelled() {
    return Spelling.of(transition);
  }
}
