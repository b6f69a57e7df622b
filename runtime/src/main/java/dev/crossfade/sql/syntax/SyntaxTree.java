package dev.crossfade.sql.syntax;

import java.util.List;

/**
 * A text and its statements. Immutable (nobody writes to {@code parameters}).
 *
 * @param sql the text as it was given
 * @param parameters the offsets of the {@code ?} that are parameters, ascending
 * @param doubtful whether a plain literal holds a backslash before a quote, which {@code
 *     standard_conforming_strings = off} reads differently
 */
public record SyntaxTree(String sql, List<Statement> statements, int[] parameters, boolean doubtful)
    implements Parsed {

  /** The original text of {@code node}. */
  public String text(Node node) {
    return sql.substring(node.start(), node.end());
  }
}
