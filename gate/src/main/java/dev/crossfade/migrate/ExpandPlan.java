package dev.crossfade.migrate;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.server.Catalog;
import dev.crossfade.server.ColumnFacts;
import dev.crossfade.server.Dependent;
import dev.crossfade.server.TableFacts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is missing until the new column has what the old one has (practice E1, E3, E8). Made afresh
 * from the catalog before each step, so that it needs no record of what was done. Immutable.
 *
 * @param pending the steps that are left, in order
 * @param decisions what is left to the operator
 */
record ExpandPlan(List<Step> pending, List<Decision> decisions) {

  ExpandPlan {
    pending = List.copyOf(pending);
    decisions = List.copyOf(decisions);
  }

  /**
   * Plans for what the catalog holds now.
   *
   * @param adopt whether a new column that somebody else added is taken as ours
   * @throws CrossfadeException where the transition can not be, before anything is changed
   */
  static ExpandPlan of(Catalog catalog, LiveTransition live, boolean adopt) {
    ExpandChecks.check(live, adopt);
    TableFacts table = live.table();
    ColumnFacts old = live.old();
    ColumnFacts added = live.replacement();
    List<Step> pending = new ArrayList<>();
    List<Decision> decisions = new ArrayList<>();
    if (added == null || !added.takesThePlaceOf(old.name())) {
      pending.add(addOrAdopt(live, added));
    }
    if (added != null) {
      settings(table, old, added, pending, decisions);
      new IndexPlan(catalog, table, old, added).add(pending, decisions);
    }
    if (old.notNull()) {
      decisions.add(
          new Decision(
              "NOT NULL of " + old.name(),
              "the new column must allow NULL until it is backfilled",
              notNullSuggestion(table, live.transition().newColumn())));
    }
    for (Dependent dependent : catalog.dependents(table, old)) {
      Decision decision = decision(dependent, live.transition().newColumn());
      if (decision != null) {
        decisions.add(decision);
      }
    }
    return new ExpandPlan(pending, decisions);
  }

  /** One transaction, so that a column of ours never stands there without its mark. */
  private static Step addOrAdopt(LiveTransition live, @Nullable ColumnFacts found) {
    TableFacts table = live.table();
    ColumnFacts old = live.old();
    String name = dev.crossfade.model.Identifier.quote(live.transition().newColumn());
    String plain = found == null || found.comment() == null ? old.plainComment() : found.comment();
    String mark =
        "COMMENT ON COLUMN "
            + table.quoted()
            + "."
            + name
            + " IS "
            + dev.crossfade.server.Sql.literal(ColumnFacts.marked(plain, old.name()));
    if (found != null) {
      return Step.inTransaction("adopt " + live.transition().id(), mark);
    }
    // No DEFAULT here: it would fill every row at once, and a fallback read would then show the
    // default in place of the old column's value.
    return Step.inTransaction(
        "add column " + live.transition().id() + " " + old.typeSql(),
        "ALTER TABLE " + table.quoted() + " ADD COLUMN " + name + " " + old.typeSql(),
        mark);
  }

  private static void settings(
      TableFacts table,
      ColumnFacts old,
      ColumnFacts added,
      List<Step> pending,
      List<Decision> decisions) {
    String alter = "ALTER TABLE " + table.quoted() + " ALTER COLUMN " + added.quoted();
    String wanted = old.defaultExpression();
    if (wanted != null && old.volatileDefault()) {
      decisions.add(
          new Decision(
              "DEFAULT " + wanted,
              "it gives another value each time, so that the two columns would differ",
              "let the application give the value, or set it on the new column when the phase is"
                  + " AFTER"));
    } else if (wanted != null && added.defaultExpression() == null) {
      pending.add(
          Step.inTransaction("default of " + added.name(), alter + " SET DEFAULT " + wanted));
    } else if (added.defaultExpression() != null && !added.defaultExpression().equals(wanted)) {
      decisions.add(
          new Decision(
              "DEFAULT of " + added.name(),
              "it is not the old column's default",
              "make them equal, or inserts that omit the column give two values"));
    }
    if (old.statisticsTarget() >= 0 && added.statisticsTarget() != old.statisticsTarget()) {
      pending.add(
          Step.inTransaction(
              "statistics target of " + added.name(),
              alter + " SET STATISTICS " + old.statisticsTarget()));
    }
    for (ColumnFacts.Grant grant : old.grants()) {
      if (!added.grants().contains(grant)) {
        pending.add(
            Step.inTransaction(
                "grant " + grant.privilege() + " to " + grant.role(),
                "GRANT "
                    + grant.privilege()
                    + " ("
                    + added.quoted()
                    + ") ON "
                    + table.quoted()
                    + " TO "
                    + grant.role()
                    + (grant.grantable() ? " WITH GRANT OPTION" : "")));
      }
    }
  }

  private static @Nullable Decision decision(Dependent dependent, String newColumn) {
    String what = dependent.kind().text() + " " + dependent.name();
    return switch (dependent.kind()) {
      case INDEX, UNIQUE, PRIMARY_KEY -> null;
      case CHECK, FOREIGN_KEY, EXCLUSION ->
          new Decision(
              what,
              "it holds for the old column only",
              "add one on " + newColumn + " NOT VALID, and VALIDATE it after the backfill");
      case INCOMING_FOREIGN_KEY ->
          new Decision(
              what,
              "another table refers to the old column",
              "let it refer to " + newColumn + " before the drop");
      case SEQUENCE ->
          new Decision(
              what,
              "the sequence would be dropped with the old column",
              "ALTER SEQUENCE " + dependent.name() + " OWNED BY the new column before the drop");
      default ->
          new Decision(
              what, "it uses the old column", "change it to use " + newColumn + " before the drop");
    };
  }

  private static String notNullSuggestion(TableFacts table, String newColumn) {
    String name = dev.crossfade.model.Identifier.render(newColumn);
    String alter = "ALTER TABLE " + table.tableName();
    // Sooner, an instance that goes back to BEFORE could not insert any more.
    return "in AFTER, when you will not go back: "
        + alter
        + " ADD CHECK ("
        + name
        + " IS NOT NULL) NOT VALID; then VALIDATE it, ALTER COLUMN "
        + name
        + " SET NOT NULL, and drop the CHECK";
  }
}
