package dev.crossfade.rewrite;

import dev.crossfade.model.Identifier;
import dev.crossfade.model.Transition;
import dev.crossfade.phase.PhaseSnapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * A query whose result the driver may update: after the application's columns it lists those that
 * the phase writes, by which an update reaches them all.
 *
 * <pre>{@code
 * before: SELECT id, display_name FROM users
 * after:  SELECT id, users.full_name AS display_name, users.full_name, users.display_name
 *         FROM users                                                            -- DUAL_WRITE
 * }</pre>
 *
 * In FALLBACK_READ the old column is read, which is authoritative then: the driver can read a row
 * again only by plain columns.
 *
 * @param rewritten the text
 * @param columns what is listed after the application's columns, in order
 */
public record Updatable(Rewritten rewritten, List<Column> columns) {

  /** A column that {@code transition} writes in the text's phase. */
  public record Column(Transition transition, String name) {}

  public Updatable {
    columns = List.copyOf(columns);
  }

  /** The columns to add for a table. */
  static List<Column> columns(List<Transition> transitions, PhaseSnapshot phases) {
    List<Column> columns = new ArrayList<>();
    for (Transition transition : transitions) {
      if (phases.of(transition).writesOld()) {
        columns.add(new Column(transition, transition.oldColumn()));
      }
      if (phases.of(transition).writesNew()) {
        columns.add(new Column(transition, transition.newColumn()));
      }
    }
    return columns;
  }

  static String list(List<Column> columns, String alias) {
    StringBuilder text = new StringBuilder();
    for (Column column : columns) {
      text.append(", ").append(alias).append('.').append(Identifier.render(column.name()));
    }
    return text.toString();
  }
}
