package dev.crossfade.sql.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One WHEN of a MERGE. */
public record MergeWhen(int start, int end, Match match, @Nullable Expr condition, Action action)
    implements Node {

  /** Which rows are there. */
  public enum Match {
    MATCHED,
    /** Only the source's: NOT MATCHED [BY TARGET]. */
    NOT_MATCHED_BY_TARGET,
    /** Only the target's. */
    NOT_MATCHED_BY_SOURCE
  }

  /** What is done. */
  public sealed interface Action extends Node {}

  /** {@code UPDATE SET …}. */
  public record Update(int start, int end, List<Assignment> set) implements Action {
    @Override
    public List<Node> children() {
      return Parts.of(set);
    }
  }

  /** {@code DELETE}. */
  public record Delete(int start, int end) implements Action {
    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /** {@code DO NOTHING}. */
  public record Nothing(int start, int end) implements Action {
    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /**
   * {@code INSERT [(columns)] VALUES (…)} or {@code DEFAULT VALUES}.
   *
   * @param columns the list with its parentheses, or null
   * @param listAt where a list may be put if there is none: behind the word INSERT
   * @param values one row; null with {@code defaults}
   */
  public record Insert(
      int start,
      int end,
      int listAt,
      @Nullable ColumnList columns,
      Body.@Nullable Values values,
      @Nullable DefaultValues defaults)
      implements Action {
    @Override
    public List<Node> children() {
      return Parts.of(columns, values, defaults);
    }
  }

  @Override
  public List<Node> children() {
    return Parts.of(condition, action);
  }
}
