package dev.crossfade.sql.syntax;

import java.util.List;

/**
 * A name that may be qualified: {@code users}, {@code public.users}, {@code db.public.users}.
 *
 * @param parts one or more
 */
public record NamePath(List<Name> parts) implements Node {

  /** The last part: what is named, its schema aside. */
  public Name last() {
    return parts.get(parts.size() - 1);
  }

  @Override
  public int start() {
    return parts.get(0).start();
  }

  @Override
  public int end() {
    return last().end();
  }

  @Override
  public List<Node> children() {
    return Parts.of(parts);
  }
}
