package dev.crossfade.sql;

import dev.crossfade.model.ColumnName;
import dev.crossfade.sql.internal.Finding;
import dev.crossfade.sql.internal.FindingVisitor;
import dev.crossfade.sql.internal.Rte;
import dev.crossfade.sql.internal.Targets;
import dev.crossfade.sql.internal.Watched;
import dev.crossfade.sql.internal.Words;
import dev.crossfade.sql.syntax.Assignment;
import dev.crossfade.sql.syntax.ColumnList;
import dev.crossfade.sql.syntax.Expr;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what the resolver found into usages, each (column, kind) once. */
final class Usages implements FindingVisitor {

  private final String text;
  private final Set<Usage> usages = new LinkedHashSet<>();

  Usages(String text) {
    this.text = text;
  }

  List<Usage> list() {
    return List.copyOf(usages);
  }

  /** A text that the parser does not accept but that names a tracked table or column. */
  void unparsed(List<Watched> watched) {
    for (Watched table : watched) {
      if (Words.contains(text, table.table().name())) {
        every(table, UsageKind.POSSIBLE);
        continue;
      }
      for (String column : table.columns()) {
        if (Words.contains(text, column)) {
          one(table, column, UsageKind.POSSIBLE);
        }
      }
    }
  }

  @Override
  public void ref(Finding.Ref ref) {
    one(ref.rte().watched(), ref.column(), UsageKind.READ);
  }

  @Override
  public void elsewhere(Finding.Elsewhere name) {}

  @Override
  public void through(Finding.Through column) {
    one(column.watched(), column.column(), UsageKind.READ);
  }

  @Override
  public void star(Finding.Star star) {
    for (Rte leaf : star.leaves()) {
      every(leaf.watched(), star.used() ? UsageKind.READ : UsageKind.STAR);
    }
  }

  @Override
  public void tableCommand(Finding.TableCommand table) {
    every(table.rte().watched(), UsageKind.STAR);
  }

  @Override
  public void wholeRow(Finding.WholeRow row) {
    every(row.rte().watched(), UsageKind.WHOLE_ROW);
  }

  @Override
  public void rowType(Finding.RowType type) {
    every(type.watched(), UsageKind.WHOLE_ROW);
  }

  @Override
  public void field(Finding.Field field) {
    one(field.watched(), field.column(), UsageKind.READ);
  }

  @Override
  public void merged(Finding.Merged merged) {
    one(
        merged.rte().watched(),
        merged.column(),
        merged.natural() ? UsageKind.POSSIBLE : UsageKind.READ);
  }

  /** Who wrote the name does not have the column, but may run where it is. */
  @Override
  public void hidden(Finding.Hidden hidden) {
    one(hidden.rte().watched(), hidden.column(), UsageKind.POSSIBLE);
  }

  @Override
  public void renamed(Finding.Renamed renamed) {
    every(renamed.rte().watched(), UsageKind.POSSIBLE);
  }

  @Override
  public void insert(Finding.Insert insert) {
    if (insert.statement().query() != null) {
      inserted(insert.target(), insert.statement().columns());
    }
  }

  @Override
  public void mergeInsert(Finding.MergeInsert insert) {
    if (insert.clause().values() != null) {
      inserted(insert.target(), insert.clause().columns());
    }
  }

  private void inserted(Rte target, @Nullable ColumnList columns) {
    listed(target.watched(), columns, UsageKind.WRITE, UsageKind.POSITIONAL);
  }

  @Override
  public void update(Finding.Update update) {
    for (Assignment item : update.items()) {
      for (String column : Targets.columns(item.targets())) {
        one(update.target().watched(), column, UsageKind.WRITE);
      }
    }
  }

  @Override
  public void copy(Finding.Copy copy) {
    boolean to = copy.statement().to();
    listed(
        copy.target().watched(),
        copy.statement().columns(),
        to ? UsageKind.READ : UsageKind.WRITE,
        to ? UsageKind.READ : UsageKind.POSITIONAL);
  }

  @Override
  public void conflictTarget(Finding.ConflictTarget conflict) {
    Watched watched = conflict.target().watched();
    for (Expr.ColumnRef name : Targets.inferred(conflict.clause())) {
      one(watched, name.last().value(), UsageKind.READ);
    }
    if (conflict.clause().constraint() == null || watched == null) {
      return;
    }
    Relation relation = conflict.target().relation();
    if (relation == null) {
      every(watched, UsageKind.POSSIBLE);
      return;
    }
    for (Relation.Unique unique : relation.uniques()) {
      if (unique.name().equals(conflict.clause().constraint().name().value())) {
        for (String column : unique.columns()) {
          one(watched, column, UsageKind.READ);
        }
        return;
      }
    }
  }

  @Override
  public void ambiguous(Finding.Ambiguous name) {}

  @Override
  public void besideAliases(Finding.BesideAliases name) {}

  @Override
  public void indirectRead(Finding.IndirectRead read) {
    one(read.watched(), read.column(), UsageKind.READ);
  }

  @Override
  public void indirectWrite(Finding.IndirectWrite write) {
    for (String column : write.columns()) {
      one(write.watched(), column, UsageKind.POSSIBLE);
    }
  }

  @Override
  public void opaque(Finding.Opaque opaque) {
    if (opaque.column() != null) {
      one(opaque.watched(), opaque.column(), opaque.ddl() ? UsageKind.DDL : UsageKind.POSSIBLE);
    } else if (!opaque.ddl() || text.indexOf('*') >= 0) {
      every(opaque.watched(), UsageKind.POSSIBLE);
    }
  }

  private void listed(
      @Nullable Watched watched, @Nullable ColumnList columns, UsageKind named, UsageKind unnamed) {
    if (columns == null) {
      every(watched, unnamed);
      return;
    }
    for (String column : Targets.columns(columns.columns())) {
      one(watched, column, named);
    }
  }

  private void every(@Nullable Watched watched, UsageKind kind) {
    if (watched != null) {
      for (String column : watched.columns()) {
        one(watched, column, kind);
      }
    }
  }

  private void one(@Nullable Watched watched, String column, UsageKind kind) {
    if (watched != null && watched.columns().contains(column)) {
      usages.add(new Usage(new ColumnName(watched.table(), column), kind));
    }
  }
}
