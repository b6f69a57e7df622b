package dev.crossfade.sql.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value expression. */
public sealed interface Expr extends Node {

  /** Calls the visitor's method for this kind of expression. */
  <R> R accept(ExprVisitor<R> visitor);

  /**
   * A name where a value stands: {@code c}, {@code t.c}, {@code s.t.c}, {@code t.*}; whether it is
   * a column, a field or a whole row only the scope tells. Names after a subscript are steps.
   *
   * @param names one or more
   * @param star whether {@code .*} follows the names; it is within the span
   */
  record ColumnRef(int start, int end, List<Name> names, boolean star) implements Expr {
    public Name last() {
      return names.get(names.size() - 1);
    }

    @Override
    public List<Node> children() {
      return Parts.of(names);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.columnRef(this);
    }
  }

  /** The bare {@code *} of a select list. */
  record Star(int start, int end) implements Expr {
    @Override
    public List<Node> children() {
      return List.of();
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.star(this);
    }
  }

  /** A part of a value: {@code a[1]}, {@code (row).field}, {@code (u).*}, {@code $1.f}. */
  record Indirection(int start, int end, Expr base, List<Step> steps) implements Expr {
    @Override
    public List<Node> children() {
      return Parts.of(base, steps);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.indirection(this);
    }
  }

  /**
   * {@code ?} or {@code $1}.
   *
   * @param number which one, from 1: a {@code ?} by its place among them
   * @param numbered whether the text gives the number
   */
  record Parameter(int start, int end, int number, boolean numbered) implements Expr {
    @Override
    public List<Node> children() {
      return List.of();
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.parameter(this);
    }
  }

  /** A constant without a type of its own; a string's parts on further lines are within. */
  record Literal(int start, int end, Literal.Kind kind) implements Expr {
    public enum Kind {
      STRING,
      NUMBER,
      BITS,
      BOOLEAN,
      NULL
    }

    @Override
    public List<Node> children() {
      return List.of();
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.literal(this);
    }
  }

  /** The key word DEFAULT in place of a value. */
  record Default(int start, int end) implements Expr {
    @Override
    public List<Node> children() {
      return List.of();
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.defaultWord(this);
    }
  }

  /** {@code CURRENT OF cursor}, the whole of a WHERE; the cursor may be a parameter. */
  record CurrentOf(int start, int end, @Nullable Name cursor) implements Expr {
    @Override
    public List<Node> children() {
      return Parts.of(cursor);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.currentOf(this);
    }
  }

  /** {@code (value)}. */
  record Parens(int start, int end, Expr inner) implements Expr {
    @Override
    public List<Node> children() {
      return List.of(inner);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.parens(this);
    }
  }

  /**
   * Operators and what the grammar writes like them.
   *
   * @param operators what {@code pg_operator} knows. A {@link Kind#CHAIN} is left-associative and
   *     has one fewer than operands: {@code a - b + c} is one chain; {@link Kind#PREFIX} and {@link
   *     Kind#POSTFIX} have one; the others have none
   */
  record Operation(
      int start, int end, Operation.Kind kind, List<Expr> operands, List<Operator> operators)
      implements Expr {
    public enum Kind {
      CHAIN,
      PREFIX,
      /** PostgreSQL 13's {@code 5 !}. */
      POSTFIX,
      /** Of two or more operands. */
      AND,
      /** Of two or more operands. */
      OR,
      NOT,
      /** IS [NOT] NULL, TRUE, UNKNOWN, DOCUMENT, NORMALIZED, JSON; ISNULL, NOTNULL. */
      IS,
      /** IS [NOT] DISTINCT FROM. */
      DISTINCT,
      /** [NOT] LIKE, ILIKE, SIMILAR TO, with ESCAPE's operand if there is one. */
      LIKE,
      /** [NOT] BETWEEN [SYMMETRIC], three operands. */
      BETWEEN,
      /** Two rows. */
      OVERLAPS,
      /** AT TIME ZONE, two operands; AT LOCAL, one. */
      AT_TIME_ZONE
    }

    @Override
    public List<Node> children() {
      return Parts.of(operands, operators);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.operation(this);
    }
  }

  /** {@code value COLLATE name}. */
  record Collate(int start, int end, Expr value, NamePath collation) implements Expr {
    @Override
    public List<Node> children() {
      return List.of(value, collation);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.collate(this);
    }
  }

  /** A cast, in one of its three notations. */
  record Cast(int start, int end, Notation notation, Expr value, TypeName type) implements Expr {
    public enum Notation {
      /** {@code CAST(value AS type)} */
      CAST,
      /** {@code value::type} */
      COLONS,
      /** {@code date '2026-01-01'}, {@code interval '1' hour}: a constant of a type. */
      LITERAL
    }

    @Override
    public List<Node> children() {
      return Parts.of(value, type);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.cast(this);
    }
  }

  /** CASE; {@code operand} is that of {@code CASE operand WHEN …}. */
  record Case(
      int start, int end, @Nullable Expr operand, List<When> whens, @Nullable Expr otherwise)
      implements Expr {
    /** {@code WHEN condition THEN result}. */
    public record When(int start, int end, Expr condition, Expr result) implements Node {
      @Override
      public List<Node> children() {
        return List.of(condition, result);
      }
    }

    @Override
    public List<Node> children() {
      return Parts.of(operand, whens, otherwise);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.caseWhen(this);
    }
  }

  /**
   * {@code ROW(…)} or {@code (a, b)}.
   *
   * @param word whether ROW is written
   */
  record Row(int start, int end, boolean word, List<Expr> items) implements Expr {
    @Override
    public List<Node> children() {
      return Parts.of(items);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.row(this);
    }
  }

  /** {@code ARRAY[…]}, and the {@code […]} within one. */
  record Array(int start, int end, List<Expr> items) implements Expr {
    @Override
    public List<Node> children() {
      return Parts.of(items);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.array(this);
    }
  }

  /** A query as a value; the span covers its parentheses and the word before them. */
  record Subquery(int start, int end, Subquery.Kind kind, Query query) implements Expr {
    public enum Kind {
      /** {@code (SELECT …)}: a value, a row, or the right side of {@code (a, b) = (SELECT …)}. */
      VALUE,
      EXISTS,
      /** {@code ARRAY(SELECT …)} */
      ARRAY,
      /** The query of {@code JSON_ARRAY(SELECT …)}, without parentheses of its own. */
      JSON
    }

    @Override
    public List<Node> children() {
      return List.of(query);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.subquery(this);
    }
  }

  /** {@code left [NOT] IN (items)} or {@code left [NOT] IN (query)}: one of the two is there. */
  record In(int start, int end, boolean not, Expr left, List<Expr> items, @Nullable Query query)
      implements Expr {
    @Override
    public List<Node> children() {
      return Parts.of(left, items, query);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.in(this);
    }
  }

  /** {@code left = ANY (array)} or {@code left = ALL (query)}: one of the two is there. */
  record Quantified(
      int start,
      int end,
      Expr left,
      Operator operator,
      boolean all,
      @Nullable Expr array,
      @Nullable Query query)
      implements Expr {
    @Override
    public List<Node> children() {
      return Parts.of(left, operator, array, query);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.quantified(this);
    }
  }

  /**
   * A function called by its name.
   *
   * @param star {@code count(*)}
   * @param distinct whether DISTINCT is written before the arguments
   * @param orderBy ORDER BY within the parentheses
   * @param withinGroup the keys of WITHIN GROUP (ORDER BY …)
   * @param filter the condition of FILTER (WHERE …)
   */
  record Call(
      int start,
      int end,
      NamePath name,
      List<Argument> arguments,
      boolean star,
      boolean distinct,
      List<SortKey> orderBy,
      List<SortKey> withinGroup,
      @Nullable Expr filter,
      @Nullable WindowSpec over)
      implements Expr {

    /** {@code value}, {@code name => value}, {@code VARIADIC value}. */
    public record Argument(int start, int end, @Nullable Name name, boolean variadic, Expr value)
        implements Node {
      @Override
      public List<Node> children() {
        return Parts.of(name, value);
      }
    }

    @Override
    public List<Node> children() {
      return Parts.of(name, arguments, orderBy, withinGroup, filter, over);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.call(this);
    }
  }

  /**
   * A function that the grammar knows: CURRENT_DATE, COALESCE, EXTRACT, XMLFOREST, JSON_VALUE, ….
   *
   * @param word the key word in lower case: {@code "extract"}; XMLATTRIBUTES is an item of
   *     XMLELEMENT with the word {@code "xmlattributes"}; TRIM's is {@code "ltrim"}, {@code
   *     "rtrim"} or {@code "btrim"}, as its label
   * @param items its values in the order of the text; {@code label} is that of {@code AS label}
   * @param types the types that it names: {@code RETURNING type}, {@code AS type}
   */
  record SpecialCall(
      int start,
      int end,
      String word,
      List<Item> items,
      List<TypeName> types,
      List<SortKey> orderBy,
      @Nullable Expr filter,
      @Nullable WindowSpec over)
      implements Expr {

    /** A value with the label that {@code AS} gives it. */
    public record Item(int start, int end, Expr value, @Nullable Name label) implements Node {
      @Override
      public List<Node> children() {
        return Parts.of(value, label);
      }
    }

    @Override
    public List<Node> children() {
      return Parts.of(items, types, orderBy, filter, over);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.specialCall(this);
    }
  }

  /** In GROUP BY only. */
  record GroupingSet(int start, int end, GroupingSet.Kind kind, List<Expr> items) implements Expr {
    public enum Kind {
      /** {@code ()} */
      EMPTY,
      ROLLUP,
      CUBE,
      /** {@code GROUPING SETS (…)} */
      SETS
    }

    @Override
    public List<Node> children() {
      return Parts.of(items);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.groupingSet(this);
    }
  }
}
