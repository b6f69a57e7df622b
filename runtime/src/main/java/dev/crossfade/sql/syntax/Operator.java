package dev.crossfade.sql.syntax;

import java.util.List;

/**
 * An operator that {@code pg_operator} knows: {@code ||}, {@code OPERATOR(pg_catalog.+)}; also the
 * LIKE of {@code LIKE ANY}, by its symbol.
 *
 * @param symbol without its schema, {@code !=} as {@code <>}, JDBC's {@code ??} as {@code ?}
 */
public record Operator(int start, int end, String symbol) implements Node {

  @Override
  public List<Node> children() {
    return List.of();
  }
}
