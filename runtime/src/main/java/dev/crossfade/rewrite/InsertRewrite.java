package dev.crossfade.rewrite;

import dev.crossfade.model.Identifier;
import dev.crossfade.model.Transition;
import dev.crossfade.sql.Relation;
import dev.crossfade.sql.internal.Finding;
import dev.crossfade.sql.internal.Rte;
import dev.crossfade.sql.syntax.ColumnList;
import dev.crossfade.sql.syntax.DataStatement;
import dev.crossfade.sql.syntax.DefaultValues;
import dev.crossfade.sql.syntax.MergeWhen;
import dev.crossfade.sql.syntax.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
  private final @Nullable ColumnList list;
  private final StringBuilder addedColumns = new StringBuilder();
  private boolean spelled;

  private InsertRewrite(Statement statement, Rte target, @Nullable ColumnList list, Rows rows) {
    this.statement = statement;
    this.target = target;
    this.list = list;
    this.rows = rows;
    this.columns = new ArrayList<>();
  }

  static void insert(Finding.Insert finding, Statement statement) {
    DataStatement.Insert insert = finding.statement();
    int listAt = insert.alias() != null ? insert.alias().end() : insert.table().end();
    Rows rows = insert.query() == null ? Rows.none(statement) : Rows.of(statement, insert.query());
    new InsertRewrite(statement, finding.target(), insert.columns(), rows)
        .apply(listAt, insert.defaults());
  }

  static void merge(Finding.MergeInsert finding, Statement statement) {
    MergeWhen.Insert clause = finding.clause();
    Rows rows =
        clause.values() == null ? Rows.none(statement) : Rows.ofOne(statement, clause.values());
    new InsertRewrite(statement, finding.target(), clause.columns(), rows)
        .apply(clause.listAt(), clause.defaults());
  }

  private void apply(int listAt, @Nullable DefaultValues defaults) {
    List<Transition> transitions = statement.of(target.watched());
    readColumns(transitions);
    for (Transition transition : transitions) {
      apply(transition);
    }
    if (list != null) {
      if (addedColumns.length() > 0) {
        statement.splicer().insert(list.end() - 1).text(addedColumns.toString());
      }
    } else if (addedColumns.length() > 0 || spelled) {
      spellOut(listAt);
    }
    if (defaults != null && addedColumns.length() > 0) {
      // DEFAULT VALUES becomes a row of what the defaults would have to be.
      statement.splicer().replace(defaults).text("VALUES (" + rows.added() + ")");
    } else {
      rows.finish(
          new InsertTarget(columns, list == null ? null : list.columns(), target.relation()));
    }
  }

  private void readColumns(List<Transition> transitions) {
    if (list != null) {
      for (Target column : list.columns()) {
        columns.add(column.name().value());
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
    if (list != null && !list.columns().get(index).steps().isEmpty()) {
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
    columns.set(index, other);
    if (list == null) {
      spelled = true;
    } else {
      statement.splicer().replace(list.columns().get(index).name()).text(Identifier.render(other));
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
