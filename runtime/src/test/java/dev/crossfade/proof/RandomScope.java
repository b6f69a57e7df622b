package dev.crossfade.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * What expressions may refer to.
 *
 * @param sources the FROM items
 * @param outer the enclosing query's, or null
 */
record RandomScope(List<Source> sources, RandomScope outer) {

  /** A visible column; {@code owner} empty if it is merged by USING. */
  record Visible(String owner, String name, RandomType type) {}

  /**
   * A FROM item.
   *
   * @param sql its text
   * @param alias the name by which its columns are qualified
   * @param columns its columns
   * @param isKeyed whether its column {@code id} tells its rows apart
   * @param rowsShow whether its whole row is that of a table in which both columns show
   */
  record Source(
      String sql, String alias, List<Visible> columns, boolean isKeyed, boolean rowsShow) {}

  RandomScope(Source only) {
    this(List.of(only), null);
  }

  RandomScope within(RandomScope outer) {
    return new RandomScope(sources, outer);
  }

  List<Visible> columns() {
    List<Visible> columns = new ArrayList<>();
    sources.forEach(source -> columns.addAll(source.columns()));
    return columns;
  }

  List<Visible> columns(RandomType type) {
    return columns().stream().filter(column -> column.type() == type).toList();
  }

  /** Whether the bare name means one column. */
  boolean isUnique(String name) {
    return columns().stream().filter(column -> column.name().equals(name)).count() == 1;
  }
}
