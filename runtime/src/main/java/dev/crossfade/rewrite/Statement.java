package dev.crossfade.rewrite;

import dev.crossfade.model.Identifier;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Transition;
import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.sql.Catalog;
import dev.crossfade.sql.internal.Rte;
import dev.crossfade.sql.internal.Watched;
import dev.crossfade.sql.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One text being rewritten: what every rewrite reads, and the splicer it writes to. For one text,
 * one thread.
 *
 * @param sql the text and its tree
 * @param phases the phases it is rewritten for
 * @param catalog what the database says
 * @param splicer takes the edits
 * @param met the transitions that the text turned out to touch
 * @param substituted the entries that a subquery with the promised columns took the place of
 * @param hidden the columns that such a subquery must leave out
 * @param dual whether it writes both columns of a transition, in its only element
 */
record Statement(
    SyntaxTree sql,
    PhaseSnapshot phases,
    Catalog catalog,
    Splicer splicer,
    Set<Transition> met,
    Set<Rte> substituted,
    Map<Rte, Set<String>> hidden,
    boolean[] dual) {

  static Statement of(SyntaxTree sql, PhaseSnapshot phases, Catalog catalog) {
    return new Statement(
        sql,
        phases,
        catalog,
        new Splicer(sql),
        new LinkedHashSet<>(),
        new HashSet<>(),
        new HashMap<>(),
        new boolean[1]);
  }

  /** The transitions of a table, which the statement thereby touches. */
  List<Transition> of(@Nullable Watched table) {
    List<Transition> found = new ArrayList<>();
    if (table != null) {
      for (Transition transition : phases.transitions().all()) {
        if (transition.table().equals(table.table())) {
          found.add(transition);
          met.add(transition);
        }
      }
    }
    return found;
  }

  /** The transition that {@code column} of {@code table} belongs to. */
  Transition of(@Nullable Watched table, String column) {
    for (Transition transition : of(table)) {
      if (transition.oldColumn().equals(column) || transition.newColumn().equals(column)) {
        return transition;
      }
    }
    throw new IllegalStateException("not watched: " + column);
  }

  Phase phase(Transition transition) {
    return phases.of(transition);
  }

  /**
   * The physical column that holds what a name asks for; for a fallback read the old one, which is
   * then authoritative.
   */
  String physical(Transition transition, String name) {
    return switch (source(transition, name)) {
      case OLD, NEW_ELSE_OLD -> transition.oldColumn();
      case NEW -> transition.newColumn();
    };
  }

  Phase.ReadSource source(Transition transition, String name) {
    Phase phase = phase(transition);
    return name.equals(transition.newColumn()) ? phase.readOfNew() : phase.readOfOld();
  }

  /**
   * What to read for {@code name}: the one place that knows the expressions of a phase.
   *
   * @param before what qualifies the column, its dot included
   * @param plain as in {@code Finding.Ref}
   */
  String value(String before, Transition transition, String name, boolean plain) {
    if (plain && source(transition, name) == Phase.ReadSource.NEW_ELSE_OLD) {
      return "COALESCE("
          + before
          + Identifier.render(transition.newColumn())
          + ", "
          + before
          + Identifier.render(transition.oldColumn())
          + ")";
    }
    return before + Identifier.render(physical(transition, name));
  }

  /** The transition's other column. */
  static String other(Transition transition, String name) {
    return name.equals(transition.newColumn()) ? transition.oldColumn() : transition.newColumn();
  }

  /** Whether a write in the phase stores {@code column}. */
  boolean stores(Transition transition, String column) {
    Phase phase = phase(transition);
    return column.equals(transition.newColumn()) ? phase.writesNew() : phase.writesOld();
  }

  /** Whether {@code column} of the entry is not to be seen in the statement. */
  boolean hides(Rte rte, String column) {
    return hidden.getOrDefault(rte, Set.of()).contains(column);
  }

  /** Notes that the statement writes both columns. */
  void writesBoth() {
    dual[0] = true;
  }
}
