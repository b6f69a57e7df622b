package dev.crossfade.jdbc;

import dev.crossfade.model.ColumnName;
import dev.crossfade.model.TableName;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Through which other names tables and columns are reached. Immutable.
 *
 * @param tables for each table, see {@link dev.crossfade.sql.Catalog#reaching}
 * @param views for each column, see {@link dev.crossfade.sql.Catalog#viewsReading}
 * @param moving see {@link CatalogQueries#MOVING}; null if that was never asked
 */
record Reached(
    Map<TableName, Set<String>> tables,
    Map<ColumnName, Set<String>> views,
    @Nullable Set<String> moving) {

  static final Reached NOTHING = new Reached(Map.of(), Map.of(), null);

  Reached {
    tables = Map.copyOf(tables);
    views = Map.copyOf(views);
  }

  Reached with(TableName table, Set<String> names) {
    Map<TableName, Set<String>> all = new HashMap<>(tables);
    all.put(table, Set.copyOf(names));
    return new Reached(all, views, moving);
  }

  Reached with(ColumnName column, Set<String> names) {
    Map<ColumnName, Set<String>> all = new HashMap<>(views);
    all.put(column, Set.copyOf(names));
    return new Reached(tables, all, moving);
  }

  Reached withMoving(Set<String> names) {
    return new Reached(tables, views, Set.copyOf(names));
  }
}
