package dev.crossfade.rewrite;

import dev.crossfade.sql.Relation;
import dev.crossfade.sql.syntax.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an INSERT stores its values in.
 *
 * @param columns the columns' names, as the statement names them or in their physical order
 * @param list the columns as they are written, or null without a list
 * @param relation the table, if the catalog knows it
 */
record InsertTarget(
    List<String> columns, @Nullable List<Target> list, @Nullable Relation relation) {

  Relation.@Nullable Column column(int index) {
    boolean whole = list == null || list.get(index).steps().isEmpty();
    return relation == null || !whole ? null : relation.column(columns.get(index));
  }
}
