package dev.crossfade.sql.internal;

import dev.crossfade.sql.syntax.Body;
import dev.crossfade.sql.syntax.Expr;
import dev.crossfade.sql.syntax.FromItem;
import dev.crossfade.sql.syntax.Query;
import dev.crossfade.sql.syntax.SelectItem;
import dev.crossfade.sql.syntax.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query of plain columns of one table, each row of which is a row of that table: {@code SELECT
 * id, full_name FROM users u WHERE … ORDER BY …}.
 *
 * @param table where its table starts
 * @param listEnd where its list of columns ends
 */
public record SimpleSelect(int table, int listEnd) {

  /** The simple query that {@code statement} is, or null. */
  public static @Nullable SimpleSelect of(Statement statement) {
    if (!(statement instanceof Query query
        && query.with() == null
        && query.body() instanceof Body.Select select)) {
      return null;
    }
    if (select.into() != null
        || select.distinct()
        || select.groupBy() != null
        || select.having() != null
        || !select.windows().isEmpty()
        || select.from().size() != 1
        || !(select.from().get(0) instanceof FromItem.Table table)) {
      return null;
    }
    List<SelectItem> items = select.items();
    for (SelectItem item : items) {
      if (!(item.value() instanceof Expr.Star || item.value() instanceof Expr.ColumnRef)) {
        return null;
      }
    }
    return items.isEmpty()
        ? null
        : new SimpleSelect(table.start(), items.get(items.size() - 1).end());
  }
}
