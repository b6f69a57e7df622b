package dev.crossfade.sql.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query with what stands before and after its body; parentheses around it are outside.
 *
 * @param limit the count of LIMIT or FETCH, null without one and for LIMIT ALL
 * @param withTies FETCH … WITH TIES
 * @param locking FOR UPDATE and its like
 */
public record Query(
    int start,
    int end,
    @Nullable With with,
    Body body,
    List<SortKey> orderBy,
    @Nullable Expr limit,
    @Nullable Expr offset,
    boolean withTies,
    List<Locking> locking)
    implements DataStatement {

  /** {@code FOR UPDATE [OF …] [NOWAIT | SKIP LOCKED]}. */
  public record Locking(int start, int end, List<NamePath> of) implements Node {
    @Override
    public List<Node> children() {
      return Parts.of(of);
    }
  }

  /** Whether nothing but the body is there. */
  public boolean isPlain() {
    return with == null
        && orderBy.isEmpty()
        && limit == null
        && offset == null
        && !withTies
        && locking.isEmpty();
  }

  @Override
  public List<Node> children() {
    return Parts.of(with, body, orderBy, limit, offset, locking);
  }
}
