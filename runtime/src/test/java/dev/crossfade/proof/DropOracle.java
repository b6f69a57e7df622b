package dev.crossfade.proof;

import dev.crossfade.model.Identifier;
import dev.crossfade.model.Rename;
import dev.crossfade.sql.UsageKind;
import java.sql.SQLException;
import java.util.Set;

/**
 * What ran, and does not once the column is dropped with all that depends on it, used the column. A
 * star, a whole row and positions do not fail, and so are not told.
 */
final class DropOracle implements Oracle {

  /** No such column, table, constraint, index for ON CONFLICT, function; too many values. */
  private static final Set<String> GONE =
      Set.of("42703", "42P01", "42704", "42P10", "42883", "42601");

  @Override
  public Answer ask(Fixture fixture, Session session, Rename rename) throws SQLException {
    if (session.tried(fixture, "SELECT 1").startsWith("42")) {
      return null;
    }
    String drop =
        "ALTER TABLE "
            + Setting.qualified(rename.table())
            + " DROP COLUMN "
            + Identifier.render(rename.oldColumn())
            + " CASCADE";
    String state = session.tried(fixture, drop);
    return new Answer(
        null,
        null,
        GONE.contains(state),
        Set.of(UsageKind.STAR, UsageKind.WHOLE_ROW, UsageKind.POSITIONAL));
  }
}
