package dev.crossfade.rewrite;

import dev.crossfade.model.Identifier;
import dev.crossfade.model.TableName;
import dev.crossfade.model.Transition;
import dev.crossfade.sql.Relation;
import dev.crossfade.sql.internal.Finding;
import dev.crossfade.sql.internal.Rte;
import dev.crossfade.sql.internal.Targets;
import dev.crossfade.sql.syntax.ColumnList;
import dev.crossfade.sql.syntax.NamePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * COPY: one that reads becomes a query where the physical columns are not what the phase promises;
 * one that writes is refused while both columns are kept, and names the phase's column otherwise.
 *
 * <pre>{@code
 * before: COPY users (id, display_name) TO STDOUT
 * after:  COPY (SELECT users.id, users.full_name AS display_name FROM users) TO STDOUT    -- DUAL_WRITE
 * }</pre>
 */
final class CopyRewrite {

  private CopyRewrite() {}

  static void apply(Finding.Copy copy, Statement statement) {
    List<String> names = Targets.columns(copy.statement().columns());
    if (copy.statement().to()) {
      to(copy, names, statement);
      return;
    }
    for (Transition transition : statement.of(copy.target().watched())) {
      from(transition, names, copy, statement);
    }
  }

  private static void to(Finding.Copy copy, @Nullable List<String> names, Statement statement) {
    Rte rte = copy.target();
    List<Transition> transitions = statement.of(rte.watched());
    List<String> columns = new ArrayList<>();
    boolean needed = false;
    if (names == null) {
      needed = StarRewrite.needed(rte, statement);
      if (needed) {
        columns =
            StarRewrite.columns(rte, rte.aliasText(), new StarRewrite.Shape(true, true), statement);
      }
    } else {
      for (String name : names) {
        String value = rte.aliasText() + "." + Identifier.render(name);
        for (Transition transition : transitions) {
          if (name.equals(transition.oldColumn()) || name.equals(transition.newColumn())) {
            String promised = statement.value(rte.aliasText() + ".", transition, name, true);
            if (!promised.equals(value)) {
              needed = true;
              value = promised + " AS " + Identifier.render(name);
            }
          }
        }
        columns.add(value);
      }
    }
    if (needed) {
      NamePath table = Objects.requireNonNull(copy.statement().table());
      ColumnList list = copy.statement().columns();
      statement
          .splicer()
          .replace(table.start(), list == null ? table.end() : list.end())
          .text("(SELECT " + String.join(", ", columns) + " FROM " + only(rte, statement))
          .text(statement.sql().text(table) + ")");
    }
  }

  /** COPY leaves out the rows of tables that inherit from the one it names; a query does not. */
  private static String only(Rte rte, Statement statement) {
    Relation relation = rte.relation();
    if (relation == null || relation.kind() != Relation.Kind.TABLE) {
      return "";
    }
    for (String reaching : statement.catalog().reaching(relation.name())) {
      Relation other =
          statement.catalog().relation(new TableName(relation.name().schema(), reaching));
      if (other != null && other.kind() == Relation.Kind.TABLE) {
        return "ONLY ";
      }
    }
    return "";
  }

  private static void from(
      Transition transition, @Nullable List<String> names, Finding.Copy copy, Statement statement) {
    Relation relation = copy.target().relation();
    ColumnList list = copy.statement().columns();
    if (names == null || list == null) {
      positional(transition, relation, statement);
      return;
    }
    int old = names.indexOf(transition.oldColumn());
    int fresh = names.indexOf(transition.newColumn());
    if (statement.phase(transition).dualWrites()) {
      boolean omitted =
          old < 0 && fresh < 0 && Defaults.forBoth(transition, relation, statement) == null;
      if (!omitted) {
        throw Refusal.COPY.of(statement, transition);
      }
      return;
    }
    if (old >= 0 && fresh >= 0) {
      throw Refusal.BOTH.of(statement, transition);
    }
    int index = Math.max(old, fresh);
    if (index >= 0 && !statement.stores(transition, names.get(index))) {
      statement
          .splicer()
          .replace(list.columns().get(index).name())
          .text(Identifier.render(Statement.other(transition, names.get(index))));
    }
  }

  /**
   * Without a list the data has the physical columns, which fits as long as only the stored one
   * exists.
   */
  private static void positional(
      Transition transition, @Nullable Relation relation, Statement statement) {
    if (relation == null) {
      throw Refusal.CATALOG.of(statement, transition);
    }
    String unstored =
        statement.stores(transition, transition.oldColumn())
            ? transition.newColumn()
            : transition.oldColumn();
    if (statement.phase(transition).dualWrites() || relation.column(unstored) != null) {
      throw Refusal.COPY.of(statement, transition);
    }
  }
}
