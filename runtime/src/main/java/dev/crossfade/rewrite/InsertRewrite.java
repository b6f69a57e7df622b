package dev.crossfade.rewrite;

import dev.crossfade.model.Identifier;
import dev.crossfade.model.Transition;
import dev.crossfade.sql.Relation;
import dev.crossfade.sql.internal.Finding;
import dev.crossfade.sql.internal.ParsedSql;
import dev.crossfade.sql.internal.Rte;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Indirection_identifierContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Insert_columnsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Insert_stmt_for_psqlContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Merge_not_matchedContext;

/**
 * INSERT, its own or MERGE's: the value goes to the columns that the phase stores.
 *
 * <pre>{@code
 * before: INSERT INTO users (id, display_name) VALUES (?, ?)
 * after:  INSERT INTO users (id, display_name, full_name) VALUES (?, ?, ?)    -- the third bound as the second
 * }</pre>
 */
final class InsertRewrite {

  private final Statement statement;
  private final Rte target;
  private final Rows rows;
  private final List<String> columns;
  private final @Nullable Insert_columnsContext list;
  private final StringBuilder addedColumns = new StringBuilder();
  private boolean spelled;

  private InsertRewrite(
      Statement statement, Rte target, @Nullable Insert_columnsContext list, Rows rows) {
    this.statement = statement;
    this.target = target;
    this.list = list;
    this.rows = rows;
    this.columns = new ArrayList<>();
  }

  static void insert(Finding.Insert finding, Statement statement) {
    Insert_stmt_for_psqlContext insert = finding.statement();
    int listAt = ParsedSql.end(insert.alias != null ? insert.alias : insert.insert_table_name);
    Rows rows =
        insert.select_stmt() == null
            ? Rows.none(statement)
            : Rows.of(statement, insert.select_stmt());
    new InsertRewrite(statement, finding.target(), insert.insert_columns(), rows)
        .apply(
            listAt,
            insert.select_stmt() == null ? insert.VALUES().getSymbol() : null,
            insert.DEFAULT() == null ? null : insert.DEFAULT().getSymbol());
  }

  static void merge(Finding.MergeInsert finding, Statement statement) {
    Merge_not_matchedContext clause = finding.clause();
    Rows rows =
        clause.values_stmt() == null
            ? Rows.none(statement)
            : Rows.of(statement, clause.values_stmt());
    new InsertRewrite(statement, finding.target(), clause.insert_columns(), rows)
        .apply(
            clause.INSERT().getSymbol().getStopIndex() + 1,
            clause.values_stmt() == null ? clause.VALUES().getSymbol() : null,
            clause.DEFAULT() == null ? null : clause.DEFAULT().getSymbol());
  }

  private void apply(
      int listAt,
      org.antlr.v4.runtime.@Nullable Token values,
      org.antlr.v4.runtime.@Nullable Token defaults) {
    List<Transition> transitions = statement.of(target.watched());
    readColumns(transitions);
    for (Transition transition : transitions) {
      apply(transition);
    }
    if (list != null) {
      if (addedColumns.length() > 0) {
        statement.splicer().insert(ParsedSql.end(list) - 1).text(addedColumns.toString());
      }
    } else if (addedColumns.length() > 0 || spelled) {
      spellOut(listAt);
    }
    if (defaults != null && values != null && addedColumns.length() > 0) {
      // DEFAULT VALUES becomes a row of what the defaults would have to be.
      statement
          .splicer()
          .replace(defaults.getStartIndex(), values.getStopIndex() + 1)
          .text("VALUES (" + rows.added() + ")");
    } else {
      rows.finish();
    }
  }

  private void readColumns(List<Transition> transitions) {
    if (list != null) {
      for (Indirection_identifierContext column : list.indirection_identifier()) {
        columns.add(statement.sql().name(column.identifier()));
      }
      return;
    }
    Relation relation = target.relation();
    if (rows.isNone()) {
      return;
    }
    if (relation == null) {
      throw Refusal.CATALOG.of(statement, transitions);
    }
    int width = rows.width();
    if (width < 0 || width > relation.columns().size()) {
      throw Refusal.ARITY.of(statement, transitions);
    }
    for (Relation.Column column : relation.columns().subList(0, width)) {
      columns.add(column.name());
    }
  }

  private void apply(Transition transition) {
    int old = columns.indexOf(transition.oldColumn());
    int fresh = columns.indexOf(transition.newColumn());
    if (old >= 0 && fresh >= 0) {
      throw Refusal.BOTH.of(statement, transition);
    }
    boolean dual = statement.phase(transition).dualWrites();
    if (old < 0 && fresh < 0) {
      if (dual) {
        omitted(transition);
      }
      return;
    }
    int index = Math.max(old, fresh);
    String named = columns.get(index);
    String other = Statement.other(transition, named);
    if (!dual) {
      for (int i = 0; i < columns.size() && !statement.stores(transition, named); i++) {
        if (columns.get(i).equals(named)) {
          rename(i, other);
        }
      }
      return;
    }
    if (list != null && list.indirection_identifier(index).indirection_list() != null) {
      throw Refusal.PARTIAL.of(statement, transition);
    }
    statement.writesBoth();
    addedColumns.append(", ").append(Identifier.render(other));
    rows.repeat(index, columns.size(), transition, target.relation());
  }

  private void omitted(Transition transition) {
    String value = Defaults.forBoth(transition, target.relation(), statement);
    if (value != null) {
      statement.writesBoth();
      String separator = columns.isEmpty() && addedColumns.length() == 0 ? "" : ", ";
      addedColumns
          .append(separator)
          .append(Identifier.render(transition.oldColumn()))
          .append(", ")
          .append(Identifier.render(transition.newColumn()));
      rows.append(value, columns.size(), transition);
      rows.append(value, columns.size(), transition);
    }
  }

  private void rename(int index, String other) {
    if (list == null) {
      columns.set(index, other);
      spelled = true;
    } else {
      Indirection_identifierContext column = list.indirection_identifier(index);
      statement
          .splicer()
          .replace(ParsedSql.start(column.identifier()), ParsedSql.end(column.identifier()))
          .text(Identifier.render(other));
    }
  }

  private void spellOut(int at) {
    StringBuilder text = new StringBuilder(" (");
    for (int i = 0; i < columns.size(); i++) {
      text.append(i == 0 ? "" : ", ").append(Identifier.render(columns.get(i)));
    }
    statement.splicer().insert(at).text(text.append(addedColumns).append(")").toString());
  }
}
