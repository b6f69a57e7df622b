package dev.crossfade.sql.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What gives a query's rows, before ORDER BY and LIMIT. */
public sealed interface Body extends Node {

  /**
   * SELECT.
   *
   * @param distinct whether DISTINCT is written, with or without ON
   * @param items empty for {@code SELECT FROM t}
   * @param into the table of SELECT INTO
   */
  record Select(
      int start,
      int end,
      boolean distinct,
      List<Expr> distinctOn,
      List<SelectItem> items,
      @Nullable NamePath into,
      List<FromItem> from,
      @Nullable Expr where,
      @Nullable GroupBy groupBy,
      @Nullable Expr having,
      List<NamedWindow> windows)
      implements Body {

    /** {@code GROUP BY [ALL | DISTINCT] items}. */
    public record GroupBy(int start, int end, boolean distinct, List<Expr> items) implements Node {
      @Override
      public List<Node> children() {
        return Parts.of(items);
      }
    }

    /** {@code name AS (…)} of WINDOW. */
    public record NamedWindow(int start, int end, Name name, WindowSpec window) implements Node {
      @Override
      public List<Node> children() {
        return List.of(name, window);
      }
    }

    @Override
    public List<Node> children() {
      return Parts.of(distinctOn, items, into, from, where, groupBy, having, windows);
    }
  }

  /** {@code VALUES (…), (…)}. */
  record Values(int start, int end, List<Row> rows) implements Body {

    /** One row with its parentheses: {@code end() - 1} is where the closing one stands. */
    public record Row(int start, int end, List<Expr> items) implements Node {
      @Override
      public List<Node> children() {
        return Parts.of(items);
      }
    }

    @Override
    public List<Node> children() {
      return Parts.of(rows);
    }
  }

  /** {@code TABLE users}. */
  record TableCommand(int start, int end, TableRef table) implements Body {
    @Override
    public List<Node> children() {
      return List.of(table);
    }
  }

  /** {@code left UNION [ALL] right}; left-associative, INTERSECT binding tighter. */
  record SetOperation(int start, int end, Kind kind, boolean all, Body left, Body right)
      implements Body {
    public enum Kind {
      UNION,
      INTERSECT,
      EXCEPT
    }

    @Override
    public List<Node> children() {
      return List.of(left, right);
    }
  }

  /** {@code (query)}; the span covers the parentheses. */
  record Parens(int start, int end, Query query) implements Body {
    @Override
    public List<Node> children() {
      return List.of(query);
    }
  }
}
