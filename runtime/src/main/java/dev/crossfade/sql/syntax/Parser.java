package dev.crossfade.sql.syntax;

/** Reads SQL texts. Stateless; safe for use by several threads. */
public final class Parser {

  private Parser() {}

  /**
   * The tree of {@code sql}, which may hold several statements.
   *
   * @param placeholders whether {@code ?} is a parameter and {@code ??} an operator's question
   *     mark, as in a PreparedStatement; else both are operators
   * @throws StackOverflowError if it nests too deep for this thread; run it under {@code DeepStack}
   */
  public static Parsed parse(String sql, boolean placeholders) {
    return new NotAccepted(0, "a parser");
  }
}
