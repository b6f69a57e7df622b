package dev.crossfade.sql;

import dev.crossfade.model.ColumnName;
import dev.crossfade.sql.internal.Finding;
import dev.crossfade.sql.internal.FromNode;
import dev.crossfade.sql.internal.ParsedSql;
import dev.crossfade.sql.internal.Rte;
import dev.crossfade.sql.internal.Targets;
import dev.crossfade.sql.internal.Watched;
import dev.crossfade.sql.internal.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what the resolver found into usages, each (column, kind) once. */
final class Usages {

  private final String text;
  private final Set<Usage> usages = new LinkedHashSet<>();

  Usages(String text) {
    this.text = text;
  }

  List<Usage> list() {
    return List.copyOf(usages);
  }

  void add(Finding finding, ParsedSql sql) {
    if (finding instanceof Finding.Ref ref) {
      one(ref.rte().watched(), ref.column(), UsageKind.READ);
    } else if (finding instanceof Finding.Through through) {
      one(through.watched(), through.column(), UsageKind.READ);
    } else if (finding instanceof Finding.Star star) {
      star(star);
    } else if (finding instanceof Finding.TableCommand table) {
      every(table.rte().watched(), UsageKind.STAR);
    } else if (finding instanceof Finding.WholeRow row) {
      every(row.rte().watched(), UsageKind.WHOLE_ROW);
    } else if (finding instanceof Finding.RowType type) {
      every(type.watched(), UsageKind.WHOLE_ROW);
    } else if (finding instanceof Finding.Field field) {
      one(field.watched(), field.column(), UsageKind.READ);
    } else if (finding instanceof Finding.Merged merged) {
      one(
          merged.rte().watched(),
          merged.column(),
          merged.natural() ? UsageKind.POSSIBLE : UsageKind.READ);
    } else if (finding instanceof Finding.Renamed renamed) {
      every(renamed.rte().watched(), UsageKind.POSSIBLE);
    } else if (finding instanceof Finding.ConflictTarget conflict) {
      conflict(conflict, sql);
    } else if (finding instanceof Finding.CopyTo copy) {
      List<String> columns = Targets.of(sql, copy.statement().table_cols());
      listed(copy.target().watched(), columns, UsageKind.READ, UsageKind.READ);
    } else if (finding instanceof Finding.IndirectRead read) {
      one(read.watched(), read.column(), UsageKind.READ);
    } else if (finding instanceof Finding.IndirectWrite write) {
      every(write.watched(), UsageKind.POSSIBLE);
    } else if (finding instanceof Finding.Opaque opaque) {
      opaque(opaque);
    } else {
      write(finding, sql);
    }
  }

  private void write(Finding finding, ParsedSql sql) {
    if (finding instanceof Finding.Insert insert) {
      if (insert.statement().select_stmt() != null) {
        listed(
            insert.target().watched(),
            Targets.of(sql, insert.statement().insert_columns()),
            UsageKind.WRITE,
            UsageKind.POSITIONAL);
      }
    } else if (finding instanceof Finding.MergeInsert insert) {
      if (insert.clause().values_stmt() != null) {
        listed(
            insert.target().watched(),
            Targets.of(sql, insert.clause().insert_columns()),
            UsageKind.WRITE,
            UsageKind.POSITIONAL);
      }
    } else if (finding instanceof Finding.Update update) {
      for (var item : update.items()) {
        for (String column : Targets.columns(sql, item)) {
          one(update.target().watched(), column, UsageKind.WRITE);
        }
      }
    } else if (finding instanceof Finding.CopyFrom copy) {
      listed(
          copy.target().watched(),
          Targets.of(sql, copy.statement().table_cols()),
          UsageKind.WRITE,
          UsageKind.POSITIONAL);
    }
  }

  /** A text that the grammar does not accept but that names a tracked table. */
  void unparsed(List<Watched> watched) {
    for (Watched table : watched) {
      if (Words.contains(text, table.table().name())) {
        every(table, UsageKind.POSSIBLE);
      }
    }
  }

  private void star(Finding.Star star) {
    List<Rte> leaves = new ArrayList<>();
    for (FromNode node : star.from()) {
      node.leaves(leaves);
    }
    for (Rte leaf : leaves) {
      every(leaf.watched(), star.used() ? UsageKind.READ : UsageKind.STAR);
    }
  }

  private void conflict(Finding.ConflictTarget conflict, ParsedSql sql) {
    for (String column : Targets.inferred(sql, conflict.clause())) {
      one(conflict.target().watched(), column, UsageKind.READ);
    }
    String constraint = Targets.constraint(sql, conflict.clause());
    Watched watched = conflict.target().watched();
    if (constraint == null || watched == null) {
      return;
    }
    Relation relation = conflict.target().relation();
    if (relation == null) {
      every(watched, UsageKind.POSSIBLE);
      return;
    }
    for (Relation.Unique unique : relation.uniques()) {
      if (unique.name().equals(constraint)) {
        for (String column : unique.columns()) {
          one(watched, column, UsageKind.READ);
        }
        return;
      }
    }
  }

  private void opaque(Finding.Opaque opaque) {
    if (opaque.column() != null) {
      one(opaque.watched(), opaque.column(), opaque.ddl() ? UsageKind.DDL : UsageKind.POSSIBLE);
    } else if (!opaque.ddl() || text.indexOf('*') >= 0) {
      every(opaque.watched(), UsageKind.POSSIBLE);
    }
  }

  private void listed(
      @Nullable Watched watched,
      @Nullable List<String> columns,
      UsageKind named,
      UsageKind unnamed) {
    if (columns == null) {
      every(watched, unnamed);
      return;
    }
    for (String column : columns) {
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
