package dev.crossfade.rewrite;

import dev.crossfade.model.Phase.ReadSource;
import dev.crossfade.model.Transition;
import dev.crossfade.sql.internal.Finding;

/**
 * A column read by name.
 *
 * <pre>{@code
 * before: SELECT display_name FROM users WHERE display_name = ?
 * after:  SELECT COALESCE(users.display_name, users.full_name) AS display_name
 *         FROM users WHERE users.full_name = ?                    -- FALLBACK_READ
 * }</pre>
 *
 * Predicates, sorting and grouping take the old column alone in FALLBACK_READ: old is authoritative
 * then, its index exists, and {@code COALESCE(new, old) = ?} could use none.
 */
final class ReadRewrite implements Rewrite<Finding.Ref> {

  @Override
  public void apply(Finding.Ref ref, Statement statement) {
    Transition transition = statement.of(ref.rte().watched(), ref.column());
    if (ref.qualified() && statement.hides(ref.rte(), ref.column())) {
      throw Refusal.UNCERTAIN.of(statement, transition);
    }
    if (Substitution.provides(ref.rte(), ref.column(), statement)
        || statement.hides(ref.rte(), ref.column())) {
      return;
    }
    boolean both =
        ref.plain() && statement.source(transition, ref.column()) == ReadSource.NEW_ELSE_OLD;
    String physical = statement.physical(transition, ref.column());
    if (!both && physical.equals(ref.column())) {
      return;
    }
    if (ref.uncertain()) {
      throw Refusal.UNCERTAIN.of(statement, transition);
    }
    if (!ref.qualified() && !ref.canQualify()) {
      throw Refusal.SHADOWED.of(statement, transition);
    }
    String text = statement.sql().sql();
    String qualifier =
        ref.qualified() ? text.substring(ref.start(), ref.nameStart()) : ref.rte().qualifier();
    String value = statement.value(qualifier, transition, ref.column(), ref.plain());
    statement.splicer().replace(ref.start(), ref.end()).text(value);
    if (ref.labelAt() >= 0) {
      statement
          .splicer()
          .insert(ref.labelAt())
          .text(" AS " + text.substring(ref.nameStart(), ref.end()));
    }
  }
}
