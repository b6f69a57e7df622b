package dev.crossfade.sql.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that reads or writes rows and may stand in WITH. */
public sealed interface DataStatement extends Statement
    permits Query,
        DataStatement.Insert,
        DataStatement.Update,
        DataStatement.Delete,
        DataStatement.Merge {

  /**
   * INSERT: {@code query} (VALUES too) or {@code defaults} is there.
   *
   * @param columns the list with its parentheses, or null
   */
  record Insert(
      int start,
      int end,
      @Nullable With with,
      NamePath table,
      @Nullable Name alias,
      @Nullable ColumnList columns,
      @Nullable Query query,
      @Nullable DefaultValues defaults,
      @Nullable OnConflict conflict,
      @Nullable Returning returning)
      implements DataStatement {
    @Override
    public List<Node> children() {
      return Parts.of(with, table, alias, columns, query, defaults, conflict, returning);
    }
  }

  /** UPDATE. */
  record Update(
      int start,
      int end,
      @Nullable With with,
      TableRef table,
      @Nullable Name alias,
      List<Assignment> set,
      List<FromItem> from,
      @Nullable Expr where,
      @Nullable Returning returning)
      implements DataStatement {
    @Override
    public List<Node> children() {
      return Parts.of(with, table, alias, set, from, where, returning);
    }
  }

  /** DELETE. */
  record Delete(
      int start,
      int end,
      @Nullable With with,
      TableRef table,
      @Nullable Name alias,
      List<FromItem> using,
      @Nullable Expr where,
      @Nullable Returning returning)
      implements DataStatement {
    @Override
    public List<Node> children() {
      return Parts.of(with, table, alias, using, where, returning);
    }
  }

  /** MERGE. */
  record Merge(
      int start,
      int end,
      @Nullable With with,
      TableRef table,
      @Nullable Name alias,
      FromItem source,
      Expr on,
      List<MergeWhen> whens,
      @Nullable Returning returning)
      implements DataStatement {
    @Override
    public List<Node> children() {
      return Parts.of(with, table, alias, source, on, whens, returning);
    }
  }
}
