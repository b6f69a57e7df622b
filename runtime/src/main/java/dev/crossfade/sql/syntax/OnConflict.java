package dev.crossfade.sql.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ON CONFLICT [target] DO …}.
 *
 * @param inference the target {@code (columns) [WHERE …]}, or null
 * @param constraint the target {@code ON CONSTRAINT name}, or null
 * @param set the items of DO UPDATE SET
 * @param where the condition of DO UPDATE or DO SELECT
 */
public record OnConflict(
    int start,
    int end,
    @Nullable Inference inference,
    @Nullable Constraint constraint,
    Action action,
    List<Assignment> set,
    @Nullable Expr where)
    implements Node {

  /** What is done with the row that is there. */
  public enum Action {
    NOTHING,
    UPDATE,
    SELECT
  }

  /** {@code ON CONSTRAINT name}. */
  public record Constraint(int start, int end, Name name) implements Node {
    @Override
    public List<Node> children() {
      return List.of(name);
    }
  }

  /** {@code (elements) [WHERE where]}. */
  public record Inference(int start, int end, List<Element> elements, @Nullable Expr where)
      implements Node {
    @Override
    public List<Node> children() {
      return Parts.of(elements, where);
    }
  }

  /**
   * {@code value [COLLATE collation] [operator class]}.
   *
   * @param value a {@link Expr.ColumnRef} of one name, a call, or {@link Expr.Parens}
   */
  public record Element(
      int start,
      int end,
      Expr value,
      @Nullable NamePath collation,
      @Nullable NamePath operatorClass)
      implements Node {
    @Override
    public List<Node> children() {
      return Parts.of(value, collation, operatorClass);
    }
  }

  @Override
  public List<Node> children() {
    return Parts.of(inference, constraint, set, where);
  }
}
