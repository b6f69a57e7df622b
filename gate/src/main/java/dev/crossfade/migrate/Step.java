package dev.crossfade.migrate;

import java.util.List;

/**
 * One change of the schema. Immutable.
 *
 * @param title what it does, for people
 * @param statements its SQL; several run in one transaction
 * @param concurrently whether it is a single statement that must run outside a transaction
 */
public record Step(String title, List<String> statements, boolean concurrently) {

  public Step {
    statements = List.copyOf(statements);
    if (statements.isEmpty() || (concurrently && statements.size() > 1)) {
      throw new IllegalArgumentException(title);
    }
  }

  static Step inTransaction(String title, String... statements) {
    return new Step(title, List.of(statements), false);
  }

  static Step concurrently(String title, String statement) {
    return new Step(title, List.of(statement), true);
  }
}
