package dev.crossfade.sql.syntax;

import java.util.List;

/** A part of an SQL text. Immutable; offsets are those of the original text. */
public interface Node {

  /** Where it starts. */
  int start();

  /** Where it ends, exclusive. */
  int end();

  /** The nodes that it is made of, in the order of the text; key words are not among them. */
  List<Node> children();
}
