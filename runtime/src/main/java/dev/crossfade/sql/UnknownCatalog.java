package dev.crossfade.sql;

import dev.crossfade.model.ColumnName;
import dev.crossfade.model.TableName;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

enum UnknownCatalog implements Catalog {
  INSTANCE;

  @Override
  public @Nullable Relation relation(TableName name) {
    return null;
  }

  @Override
  public boolean steady(Collection<String> routinesAndOperators) {
    return routinesAndOperators.isEmpty();
  }

  @Override
  public Set<String> viewsReading(ColumnName column) {
    return Set.of();
  }

  @Override
  public Set<String> reaching(TableName table) {
    return Set.of();
  }
}
