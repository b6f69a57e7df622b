package dev.crossfade.sql.internal;

import dev.crossfade.sql.syntax.Parsed;
import dev.crossfade.sql.syntax.Parser;
import dev.crossfade.sql.syntax.SyntaxTree;

/** Reads a text without knowing whether a driver will look for parameters in it. */
public final class Reading {

  private Reading() {}

  /** The tree of {@code sql}: with {@code ?} as parameters, or else as operators. */
  public static Parsed of(String sql) {
    Parsed parsed = Parser.parse(sql, true);
    if (parsed instanceof SyntaxTree || sql.indexOf('?') < 0) {
      return parsed;
    }
    Parsed operators = Parser.parse(sql, false);
    return operators instanceof SyntaxTree ? operators : parsed;
  }
}
