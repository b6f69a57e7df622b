package dev.crossfade.sql.internal;

import dev.crossfade.model.TableName;
import dev.crossfade.sql.syntax.ColumnList;
import dev.crossfade.sql.syntax.Expr;
import dev.crossfade.sql.syntax.NamePath;
import dev.crossfade.sql.syntax.OnConflict;
import dev.crossfade.sql.syntax.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the names and column lists of tables. */
public final class Targets {

  private Targets() {}

  /**
   * The table named; a database part before the schema, which must be the current one, is left out.
   */
  static TableName table(NamePath path) {
    int last = path.parts().size() - 1;
    String schema = last == 0 ? null : path.parts().get(last - 1).value();
    return new TableName(schema, path.last().value());
  }

  /** The columns of an INSERT or COPY, or null if it has no list. */
  public static @Nullable List<String> columns(@Nullable ColumnList list) {
    return list == null ? null : columns(list.columns());
  }

  /** The columns that are written. */
  public static List<String> columns(List<Target> targets) {
    List<String> columns = new ArrayList<>();
    for (Target target : targets) {
      columns.add(target.name().value());
    }
    return columns;
  }

  /** The bare names of ON CONFLICT's inference clause. */
  public static List<Expr.ColumnRef> inferred(OnConflict conflict) {
    List<Expr.ColumnRef> names = new ArrayList<>();
    if (conflict.inference() != null) {
      for (OnConflict.Element element : conflict.inference().elements()) {
        Expr.ColumnRef name = bare(element.value());
        if (name != null) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /** The unqualified name that {@code value} is, or null. */
  static Expr.@Nullable ColumnRef bare(Expr value) {
    return value instanceof Expr.ColumnRef ref && ref.names().size() == 1 && !ref.star()
        ? ref
        : null;
  }
}
