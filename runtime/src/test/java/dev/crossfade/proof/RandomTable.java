package dev.crossfade.proof;

import dev.crossfade.model.Identifier;
import dev.crossfade.model.Rename;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table or view of a random schema.
 *
 * @param name its name
 * @param columns its columns in their order, {@code id} first
 * @param tables names under which all or a part of its rows can be reached, itself first
 * @param isView whether it can not be written
 */
record RandomTable(String name, List<Column> columns, List<String> tables, boolean isView) {

  /**
   * A column.
   *
   * @param name its name, the old one if it is renamed
   * @param type its type
   * @param rename its rename, or null
   * @param unique whether a unique index covers it alone
   */
  record Column(String name, RandomType type, @Nullable Rename rename, boolean unique) {}

  String sql() {
    return Identifier.render(name);
  }

  List<Rename> renames() {
    List<Rename> renames = new ArrayList<>();
    for (Column column : columns) {
      if (column.rename() != null) {
        renames.add(column.rename());
      }
    }
    return renames;
  }
}
