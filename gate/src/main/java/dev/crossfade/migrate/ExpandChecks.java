package dev.crossfade.migrate;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Problem;
import dev.crossfade.server.ColumnFacts;
import dev.crossfade.server.IndexFacts;
import dev.crossfade.server.TableFacts;

/** What must be so before expand changes anything. */
final class ExpandChecks {

  private ExpandChecks() {}

  static void check(LiveTransition live, boolean adopt) {
    TableFacts table = live.table();
    ColumnFacts old = live.old();
    if (table.kind() != 'r' || table.related()) {
      throw refuse(
          "unsupported-table",
          table.tableName() + " is not a plain table.",
          live,
          table.kind() == 'r'
              ? "it is a partition, or has or is an inheritance child"
              : "it is a partitioned table, a view or a foreign table",
          "migrate it by hand; partitioned tables are not supported yet");
    }
    if (old.identity() || old.generated()) {
      throw refuse(
          "unsupported-column",
          live.transition().tracked()
              + (old.identity() ? " is an identity column." : " is a generated column."),
          live,
          "its values come from the server, and two columns can not both have them",
          "turn it into a plain column first, or migrate it by hand");
    }
    for (IndexFacts index : table.indexes()) {
      IndexFacts.Constraint constraint = index.constraint();
      if (constraint != null && constraint.type() == 'p' && index.holds(old.number())) {
        throw refuse(
            "unsupported-column",
            live.transition().tracked() + " is part of the primary key.",
            live,
            "DROP COLUMN would drop the key, and rows would lose their name",
            "give the table another primary key first");
      }
    }
    clash(live);
    ColumnFacts found = live.replacement();
    if (found == null) {
      return;
    }
    if (!found.typeSql().equals(old.typeSql()) || found.generated() || found.identity()) {
      throw refuse(
          "column-type-differs",
          live.transition().id() + " exists with another type.",
          live,
          "it is " + found.typeSql() + ", and " + old.name() + " is " + old.typeSql(),
          "check the name; if it is meant, drop it or choose another");
    }
    if (!found.takesThePlaceOf(old.name()) && !adopt) {
      throw live.notOurs(found);
    }
  }

  private static void clash(LiveTransition live) {
    ColumnFacts old = live.old();
    for (ColumnFacts other : live.table().columns()) {
      boolean sameNew = other.name().equals(live.transition().newColumn());
      if (!sameNew && other.takesThePlaceOf(old.name())) {
        throw clashing(live, other.name() + " takes the place of " + old.name() + " already");
      }
      if (old.takesThePlaceOf(other.name())) {
        throw clashing(
            live,
            old.name() + " itself takes the place of " + other.name() + ", which still exists");
      }
      if (sameNew
          && !java.util.Objects.equals(other.comment(), other.plainComment())
          && !other.takesThePlaceOf(old.name())) {
        throw clashing(live, other.name() + " takes the place of another column");
      }
    }
  }

  private static CrossfadeException clashing(LiveTransition live, String why) {
    return refuse(
        "column-in-transition",
        "Two transitions use the same column.",
        live,
        why,
        "finish that transition first (crossfade status), or correct the name");
  }

  private static CrossfadeException refuse(
      String id, String message, LiveTransition live, String why, String remedy) {
    return new CrossfadeException(
        new Problem(id, message, live.transition().describe(), why, remedy));
  }
}
