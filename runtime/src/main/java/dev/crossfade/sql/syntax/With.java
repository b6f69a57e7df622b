package dev.crossfade.sql.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code WITH [RECURSIVE] …}. */
public record With(int start, int end, boolean recursive, List<Entry> entries) implements Node {

  /** {@code name (columns) AS [[NOT] MATERIALIZED] (statement) [SEARCH …] [CYCLE …]}. */
  public record Entry(
      int start,
      int end,
      Name name,
      List<Name> columns,
      DataStatement statement,
      @Nullable Search search,
      @Nullable Cycle cycle)
      implements Node {
    @Override
    public List<Node> children() {
      return Parts.of(name, columns, statement, search, cycle);
    }
  }

  /** {@code SEARCH DEPTH FIRST BY by SET sequence}. */
  public record Search(int start, int end, List<Name> by, Name sequence) implements Node {
    @Override
    public List<Node> children() {
      return Parts.of(by, sequence);
    }
  }

  /** {@code CYCLE columns SET mark [TO value DEFAULT otherwise] USING path}. */
  public record Cycle(
      int start,
      int end,
      List<Name> columns,
      Name mark,
      @Nullable Expr value,
      @Nullable Expr otherwise,
      Name path)
      implements Node {
    @Override
    public List<Node> children() {
      return Parts.of(columns, mark, value, otherwise, path);
    }
  }

  @Override
  public List<Node> children() {
    return Parts.of(entries);
  }
}
