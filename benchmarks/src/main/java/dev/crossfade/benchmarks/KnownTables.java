package dev.crossfade.benchmarks;

import dev.crossfade.model.ColumnName;
import dev.crossfade.model.TableName;
import dev.crossfade.sql.Catalog;
import dev.crossfade.sql.Relation;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A catalog that has been read already. Thread-safe. */
final class KnownTables implements Catalog {

  private final Map<String, Relation> relations =
      Map.of(
          "users", relation("users", "id", "full_name", "age", "display_name"),
          "orders", relation("orders", "id", "note", "amount"));

  private static Relation relation(String name, String... columns) {
    return new Relation(
        new TableName("public", name),
        Relation.Kind.TABLE,
        false,
        Arrays.stream(columns).map(KnownTables::column).toList(),
        List.of(new Relation.Unique(name + "_pkey", List.of("id"))));
  }

  private static Relation.Column column(String name) {
    return new Relation.Column(name, "text", null, true, false);
  }

  @Override
  public @Nullable Relation relation(TableName name) {
    return relations.get(name.name());
  }

  @Override
  public boolean steady(Collection<String> routinesAndOperators) {
    return true;
  }

  @Override
  public Set<String> reaching(TableName table) {
    return Set.of();
  }

  @Override
  public Set<String> viewsReading(ColumnName column) {
    return Set.of();
  }
}
