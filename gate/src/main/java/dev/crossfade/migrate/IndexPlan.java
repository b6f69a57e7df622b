package dev.crossfade.migrate;

import dev.crossfade.model.Identifier;
import dev.crossfade.server.Catalog;
import dev.crossfade.server.ColumnFacts;
import dev.crossfade.server.IndexFacts;
import dev.crossfade.server.TableFacts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The indexes that the new column lacks (practice E3): each built concurrently from its parts. */
final class IndexPlan {

  private final Catalog catalog;
  private final TableFacts table;
  private final ColumnFacts old;
  private final ColumnFacts added;

  IndexPlan(Catalog catalog, TableFacts table, ColumnFacts old, ColumnFacts added) {
    this.catalog = catalog;
    this.table = table;
    this.old = old;
    this.added = added;
  }

  void add(List<Step> pending, List<Decision> decisions) {
    for (IndexFacts index : table.indexes()) {
      if (index.mentions(old.number())) {
        decisions.add(
            new Decision(
                "index " + index.name(),
                "its expression or predicate names " + old.name() + ": " + index.definition(),
                "create its counterpart on " + added.name() + " concurrently"));
      } else if (index.holds(old.number())) {
        counterpart(index, pending, decisions);
      }
    }
  }

  private void counterpart(IndexFacts index, List<Step> pending, List<Decision> decisions) {
    IndexFacts.Constraint constraint = index.constraint();
    if (!index.valid()) {
      decisions.add(
          new Decision(
              "index " + index.name(),
              "it is invalid, so that nobody knows whether it is wanted",
              "REINDEX INDEX CONCURRENTLY it, or drop it, and run expand again"));
      return;
    }
    if (constraint != null && constraint.type() == 'x') {
      return; // The exclusion constraint is told among the dependents.
    }
    IndexFacts found = find(index);
    if (found == null && index.makesUnique(old.number()) && index.nullsNotDistinct()) {
      decisions.add(
          new Decision(
              "unique index " + index.name(),
              "with NULLS NOT DISTINCT it can not be built while many rows are NULL",
              "create its counterpart on " + added.name() + " concurrently after the backfill"));
    } else if (found == null) {
      pending.add(Step.concurrently("index like " + index.name(), create(index)));
    } else if (!found.valid()) {
      // What an interrupted CREATE INDEX CONCURRENTLY leaves: it costs every write and serves no
      // query.
      pending.add(
          Step.concurrently(
              "drop the invalid index " + found.name(),
              "DROP INDEX CONCURRENTLY "
                  + Identifier.quote(found.schema())
                  + "."
                  + Identifier.quote(found.name())));
    } else if (constraint != null && found.constraint() == null) {
      pending.add(
          Step.inTransaction(
              "unique constraint like " + constraint.name(), constrain(found, constraint)));
    }
  }

  /** The best counterpart there is: a valid one before an invalid one. */
  private @Nullable IndexFacts find(IndexFacts index) {
    IndexFacts invalid = null;
    for (IndexFacts other : table.indexes()) {
      if (other.isCounterpartOf(index, old, added)) {
        if (other.valid()) {
          return other;
        }
        invalid = other;
      }
    }
    return invalid;
  }

  private String create(IndexFacts index) {
    List<IndexFacts.Part> parts = index.partsWith(old, added);
    String carried =
        parts.stream()
            .filter(IndexFacts.Part::included)
            .map(IndexFacts.Part::expression)
            .collect(Collectors.joining(", "));
    return "CREATE "
        + (index.unique() ? "UNIQUE " : "")
        + "INDEX CONCURRENTLY "
        + Identifier.quote(freeName(index))
        + " ON "
        + table.quoted()
        + " USING "
        + Identifier.quote(index.method())
        + " ("
        + parts.stream()
            .filter(part -> !part.included())
            .map(part -> part.expression() + part.suffix())
            .collect(Collectors.joining(", "))
        + ")"
        + (carried.isEmpty() ? "" : " INCLUDE (" + carried + ")")
        + (index.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "")
        + (index.storage().isEmpty() ? "" : " WITH (" + index.storage() + ")")
        + (index.tablespace() == null ? "" : " TABLESPACE " + Identifier.quote(index.tablespace()))
        + (index.predicate() == null ? "" : " WHERE " + index.predicate());
  }

  private String constrain(IndexFacts found, IndexFacts.Constraint like) {
    return "ALTER TABLE "
        + table.quoted()
        + " ADD CONSTRAINT "
        + Identifier.quote(found.name())
        + " UNIQUE USING INDEX "
        + Identifier.quote(found.name())
        + (like.deferrable() ? " DEFERRABLE" : "")
        + (like.deferred() ? " INITIALLY DEFERRED" : "");
  }

  /** A name as the server would have chosen it: table, columns, then {@code idx} or {@code key}. */
  private String freeName(IndexFacts index) {
    String columns =
        index.partsWith(old, added).stream()
            .filter(part -> !part.included())
            .map(part -> part.column() == 0 ? "expr" : columnName(part.column()))
            .collect(Collectors.joining("_"));
    String suffix = index.constraint() == null ? "_idx" : "_key";
    for (int i = 0; ; i++) {
      String end = i == 0 ? suffix : suffix + i;
      String name = cut(table.name() + "_" + columns, end.length()) + end;
      if (!catalog.taken(table.schema(), name)) {
        return name;
      }
    }
  }

  private String columnName(int number) {
    return table.columns().stream()
        .filter(column -> column.number() == number)
        .map(ColumnFacts::name)
        .findFirst()
        .orElse("expr");
  }

  /** The text, short enough that the server would not cut the name and lose its end. */
  private static String cut(String text, int room) {
    StringBuilder kept = new StringBuilder(text);
    while (kept.toString().getBytes(StandardCharsets.UTF_8).length > Identifier.MAX_BYTES - room) {
      kept.setLength(
          kept.length() - (Character.isLowSurrogate(kept.charAt(kept.length() - 1)) ? 2 : 1));
    }
    return kept.toString();
  }
}
