package dev.crossfade.sql.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type, written as a name or with key words. It covers SETOF, modifiers and array bounds.
 *
 * @param name the name, also {@code a.b.c} of {@code a.b.c%TYPE}; null if key words spell it
 * @param system for a type spelled with key words the name in {@code pg_catalog}: {@code int4},
 *     {@code timestamptz}
 * @param modifiers {@code 10, 2} of {@code numeric(10, 2)}
 * @param array whether it is an array of the type
 */
public record TypeName(
    int start,
    int end,
    @Nullable NamePath name,
    @Nullable String system,
    List<Expr> modifiers,
    boolean array)
    implements Node {

  @Override
  public List<Node> children() {
    return Parts.of(name, modifiers);
  }
}
