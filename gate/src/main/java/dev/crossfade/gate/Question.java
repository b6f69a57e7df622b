package dev.crossfade.gate;

import dev.crossfade.model.ColumnName;
import dev.crossfade.model.Transition;
import dev.crossfade.model.Transitions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * May this column be dropped? Immutable.
 *
 * @param column the column to drop
 * @param transition the transition that replaces it, or null where the operator named none
 * @param known all transitions the operator told of, {@code transition} among them
 * @param window how long nothing may have used the column; longer than zero
 * @param now the end of the window
 * @param expectedServices the services that use the database, each of which must have reported
 * @param accepted what the operator takes on themselves, each with a reason
 * @param clockTolerance how far a clock may be ahead
 */
public record Question(
    ColumnName column,
    @Nullable Transition transition,
    Transitions known,
    Duration window,
    Instant now,
    List<String> expectedServices,
    Acceptances accepted,
    Duration clockTolerance) {

  public Question {
    expectedServices = List.copyOf(expectedServices);
    if (window.isZero() || window.isNegative() || clockTolerance.isNegative()) {
      throw new IllegalArgumentException("a window must be longer than zero");
    }
  }

  /** The start of the window, itself inside it. */
  public Instant windowStart() {
    return now.minus(window);
  }

  /** Whether something last seen at {@code last} was seen in the window, or after it. */
  boolean inWindow(Instant last) {
    return !last.isBefore(windowStart());
  }

  /** Whether evidence about {@code used} may be about the asked column. */
  boolean concerns(ColumnName used) {
    return column.mayBe(used);
  }

  /**
   * Whether watching {@code watched} means watching the asked column: a watch on {@code app.users}
   * says nothing about {@code users}, which may be another schema's.
   */
  boolean covers(ColumnName watched) {
    return watched.equals(column) || (watched.table().schema() == null && watched.mayBe(column));
  }

  /**
   * Whether a transition named in a report may be the one that replaces the asked column. Only a
   * transition that the operator told of, and that has another old column, is surely another: a
   * misspelt name must not make its evidence vanish.
   */
  boolean mayBeOurs(ColumnName reported) {
    if (!reported.table().mayBe(column.table())) {
      return false;
    }
    for (Transition other : known.all()) {
      if (!column.mayBe(other.tracked()) && other.id().mayBe(reported)) {
        return false;
      }
    }
    return true;
  }

  /** {@code users.display_name} if known, for messages. */
  String replacement() {
    return transition == null ? "the column that replaces it" : transition.id().toString();
  }
}
