package dev.crossfade.sql.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item of FROM or USING; the span covers its alias. */
public sealed interface FromItem extends Node {

  /**
   * A table, view or WITH query by its name.
   *
   * @param sample the values of {@code TABLESAMPLE method (…) [REPEATABLE (…)]}, or null without it
   */
  record Table(
      int start, int end, TableRef table, @Nullable Alias alias, @Nullable List<Expr> sample)
      implements FromItem {
    @Override
    public List<Node> children() {
      return Parts.of(table, alias, sample);
    }
  }

  /** {@code [LATERAL] (SELECT …) [alias]}. */
  record Derived(int start, int end, boolean lateral, Query query, @Nullable Alias alias)
      implements FromItem {
    @Override
    public List<Node> children() {
      return Parts.of(query, alias);
    }
  }

  /** {@code [LATERAL] f(…) [WITH ORDINALITY] [alias]}, or ROWS FROM with several functions. */
  record Function(
      int start,
      int end,
      boolean lateral,
      boolean rowsFrom,
      List<Source> functions,
      boolean ordinality,
      @Nullable Alias alias)
      implements FromItem {

    /** {@code f(…) [AS (a int, …)]} within ROWS FROM; the call is a Call, SpecialCall or Cast. */
    public record Source(int start, int end, Expr call, List<Alias.ColumnDefinition> definitions)
        implements Node {
      @Override
      public List<Node> children() {
        return Parts.of(call, definitions);
      }
    }

    @Override
    public List<Node> children() {
      return Parts.of(functions, alias);
    }
  }

  /**
   * XMLTABLE or JSON_TABLE.
   *
   * @param json which of the two
   * @param values its expressions, in the order of the text
   * @param columns the names of its columns, nested ones too
   */
  record TableFunction(
      int start,
      int end,
      boolean lateral,
      boolean json,
      List<Expr> values,
      List<Name> columns,
      List<TypeName> types,
      @Nullable Alias alias)
      implements FromItem {
    @Override
    public List<Node> children() {
      return Parts.of(values, columns, types, alias);
    }
  }

  /**
   * A join.
   *
   * @param kind LEFT, RIGHT, FULL are outer; CROSS has no condition
   * @param on the condition of ON, or null
   * @param using the names of USING
   * @param usingAlias {@code j} of {@code USING (id) AS j}
   */
  record Join(
      int start,
      int end,
      Kind kind,
      boolean natural,
      FromItem left,
      FromItem right,
      @Nullable Expr on,
      List<Name> using,
      @Nullable Name usingAlias)
      implements FromItem {
    public enum Kind {
      INNER,
      LEFT,
      RIGHT,
      FULL,
      CROSS
    }

    @Override
    public List<Node> children() {
      return Parts.of(left, right, on, using, usingAlias);
    }
  }

  /** {@code (a JOIN b …) [alias]}. */
  record Parens(int start, int end, FromItem inner, @Nullable Alias alias) implements FromItem {
    @Override
    public List<Node> children() {
      return Parts.of(inner, alias);
    }
  }
}
