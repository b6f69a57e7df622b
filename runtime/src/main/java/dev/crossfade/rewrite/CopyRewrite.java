package dev.crossfade.rewrite;

import dev.crossfade.model.Identifier;
import dev.crossfade.model.Transition;
import dev.crossfade.sql.Relation;
import dev.crossfade.sql.internal.Finding;
import dev.crossfade.sql.internal.ParsedSql;
import dev.crossfade.sql.internal.Rte;
import dev.crossfade.sql.internal.Targets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.IdentifierContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_colsContext;

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

  static void to(Finding.CopyTo copy, Statement statement) {
    Table_colsContext table = copy.statement().table_cols();
    Rte rte = copy.target();
    List<Transition> transitions = statement.of(rte.watched());
    List<String> names = Targets.of(statement.sql(), table);
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
      String source = statement.sql().text(table.schema_qualified_name());
      statement
          .splicer()
          .replace(ParsedSql.start(table), ParsedSql.end(table))
          .text("(SELECT " + String.join(", ", columns) + " FROM " + source + ")");
    }
  }

  static void from(Finding.CopyFrom copy, Statement statement) {
    Table_colsContext table = copy.statement().table_cols();
    List<String> names = Targets.of(statement.sql(), table);
    for (Transition transition : statement.of(copy.target().watched())) {
      from(transition, names, table, copy.target().relation(), statement);
    }
  }

  private static void from(
      Transition transition,
      @Nullable List<String> names,
      Table_colsContext table,
      @Nullable Relation relation,
      Statement statement) {
    if (names == null) {
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
      IdentifierContext column = table.columns().identifier(index);
      statement
          .splicer()
          .replace(ParsedSql.start(column), ParsedSql.end(column))
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
