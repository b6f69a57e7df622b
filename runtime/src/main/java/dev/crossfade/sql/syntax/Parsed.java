package dev.crossfade.sql.syntax;

import org.jspecify.annotations.Nullable;

/** What {@link Parser} says of a text. */
public sealed interface Parsed permits SyntaxTree, NotAccepted {

  /** The tree, or null if the text was not accepted. */
  default @Nullable SyntaxTree tree() {
    return this instanceof SyntaxTree tree ? tree : null;
  }
}
