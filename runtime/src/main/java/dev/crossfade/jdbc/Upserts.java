package dev.crossfade.jdbc;

import dev.crossfade.model.Transition;
import dev.crossfade.sql.Relation;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * INSERT … ON CONFLICT while both columns are unique. PostgreSQL decides by one index; a row that
 * another session inserts at the same moment may be met in the other one first, and that is
 * reported as a violation. Executed again the statement meets the row in both.
 */
final class Upserts {

  /** Each try loses to another session's row at most once, unless that row is deleted again. */
  static final int MOST_TRIES = 10;

  private static final Pattern TARGET =
      Pattern.compile("\\bon\\s+conflict\\s*\\(([^)]*)\\)", Pattern.CASE_INSENSITIVE);

  /**
   * Whether {@code failure} is such a race.
   *
   * @param text what was sent
   * @param path the names it was resolved with
   */
  static boolean raced(
      SQLException failure,
      @Nullable String text,
      @Nullable PathCatalog path,
      Iterable<Transition> transitions) {
    Throwable cause = failure instanceof PSQLException ? failure : failure.getCause();
    if (text == null
        || path == null
        || !"23505".equals(failure.getSQLState())
        || !(cause instanceof PSQLException violation)) {
      return false;
    }
    ServerErrorMessage message = violation.getServerErrorMessage();
    Matcher target = TARGET.matcher(text);
    if (message == null || message.getConstraint() == null || !target.find()) {
      return false;
    }
    for (Transition transition : transitions) {
      boolean decides =
          target.group(1).contains(transition.oldColumn())
              || target.group(1).contains(transition.newColumn());
      if (decides && isUniqueOver(transition, message, path)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUniqueOver(
      Transition transition, ServerErrorMessage violated, PathCatalog path) {
    for (Optional<Relation> relation : path.relations.values()) {
      if (relation.isPresent() && relation.get().name().name().equals(violated.getTable())) {
        for (Relation.Unique unique : relation.get().uniques()) {
          if (unique.name().equals(violated.getConstraint())
              && (unique.columns().contains(transition.oldColumn())
                  || unique.columns().contains(transition.newColumn()))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private Upserts() {}
}
