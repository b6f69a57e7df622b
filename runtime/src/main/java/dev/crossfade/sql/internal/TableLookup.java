package dev.crossfade.sql.internal;

import dev.crossfade.model.TableName;
import dev.crossfade.sql.Catalog;
import dev.crossfade.sql.Relation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds watched tables by name: through the catalog where it knows, else by the name alone.
 * Thread-safe if the catalog is.
 */
public final class TableLookup implements Watched.Lookup {

  private final List<Watched> watched;
  private final NameScan tables;
  private final Catalog catalog;

  /**
   * @param tables finds the names of the watched tables
   */
  public TableLookup(List<Watched> watched, NameScan tables, Catalog catalog) {
    this.watched = watched;
    this.tables = tables;
    this.catalog = catalog;
  }

  @Override
  public @Nullable Watched find(TableName written, @Nullable Relation relation) {
    for (Watched candidate : watched) {
      if (relation == null ? candidate.table().mayBe(written) : is(candidate, relation)) {
        return candidate;
      }
    }
    return null;
  }

  private boolean is(Watched candidate, Relation relation) {
    if (relation.temporary()) {
      return false;
    }
    Relation own = catalog.relation(candidate.table());
    if (own == null || own.temporary()) {
      return candidate.table().mayBe(relation.name());
    }
    return own.name().equals(relation.name())
        || relation.kind() != Relation.Kind.VIEW
            && catalog.reaching(candidate.table()).contains(relation.name().name());
  }

  @Override
  public List<Watched> all() {
    return watched;
  }

  /** Whether {@code sql} may name one of the tables, or something through which one is reached. */
  public boolean mayTouch(String sql) {
    return tables.maybeIn(sql) || mayReach(sql);
  }

  /** Whether {@code sql} may name something through which one of the tables is reached. */
  public boolean mayReach(String sql) {
    for (Watched candidate : watched) {
      for (String other : catalog.reaching(candidate.table())) {
        if (Words.contains(sql, other)) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public boolean isNamed(Watched table, String text) {
    if (Words.contains(text, table.table().name())) {
      return true;
    }
    for (String other : catalog.reaching(table.table())) {
      if (Words.contains(text, other)) {
        return true;
      }
    }
    return false;
  }
}
