package dev.crossfade.model;

/**
 * A rename: the new column has the old one's type and, migrated, its value.
 *
 * @param table the table
 * @param oldColumn the column that will be dropped
 * @param newColumn the column that takes its place
 * @param declaredPhase the phase in which a service starts that has no other configuration
 */
public record Rename(TableName table, String oldColumn, String newColumn, Phase declaredPhase)
    implements Transition {

  public Rename {
    if (oldColumn.equals(newColumn)) {
      throw problem(
          "same-column", oldColumn, newColumn, table, "a rename needs two different names");
    }
    if (Identifier.isTooLong(oldColumn) || Identifier.isTooLong(newColumn)) {
      throw problem(
          "identifier-too-long",
          oldColumn,
          newColumn,
          table,
          "PostgreSQL cuts names after " + Identifier.MAX_BYTES + " bytes without an error");
    }
  }

  private static CrossfadeException problem(
      String id, String oldColumn, String newColumn, TableName table, String why) {
    return new CrossfadeException(
        new Problem(
            id,
            "The rename of " + oldColumn + " to " + newColumn + " can not be.",
            table.toString(),
            why,
            "correct the names"));
  }
}
