package dev.crossfade.sql.syntax;

import java.util.Arrays;

/** Reads SQL texts. Stateless; safe for use by several threads. */
public final class Parser {

  private Parser() {}

  /**
   * The tree of {@code sql}, which may hold several statements, or none.
   *
   * @param placeholders whether {@code ?} is a parameter and {@code ??} an operator's question
   *     mark, as in a PreparedStatement; else both are operators
   * @throws StackOverflowError if it nests too deep for this thread; run it under {@code DeepStack}
   */
  public static Parsed parse(String sql, boolean placeholders) {
    try {
      Tokens tokens = Lexer.read(sql, placeholders);
      Cursor cursor = new Cursor(sql, placeholders, tokens);
      return new SyntaxTree(
          sql,
          new Rules(cursor).statements.all(),
          Arrays.copyOf(tokens.parameters, tokens.parameterCount),
          tokens.doubtful);
    } catch (Rejected rejected) {
      return rejected.reason();
    }
  }
}
