package dev.crossfade.processor.model;

import dev.crossfade.processor.type.ColumnType;
import java.util.List;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * A persistent field, property or record component. Immutable.
 *
 * @param name its name
 * @param element what to point at
 * @param javaType its type, for messages
 * @param column the column it maps
 * @param renaming the transition of that column, or null
 * @param use what the column is to a row
 * @param type how it is read and bound, or null if it can not be
 * @param unsupported the annotation that generated code can not honour, or null
 * @param getter how to read it, or null if generated code can not
 * @param setter how to set it, or null if generated code can not (and need not, for a record)
 * @param accessorNames names of methods that a misspelt accessor could have
 */
public record Attribute(
    String name,
    Element element,
    String javaType,
    StatedName column,
    @Nullable Renaming renaming,
    Use use,
    @Nullable ColumnType type,
    @Nullable String unsupported,
    @Nullable Accessor getter,
    @Nullable Accessor setter,
    List<String> accessorNames) {

  public Attribute {
    accessorNames = List.copyOf(accessorNames);
  }

  /**
   * What a column is to a row.
   *
   * @param key part of the primary key
   * @param generated its value comes from the database
   * @param inserted an INSERT names it
   * @param updated an UPDATE sets it
   */
  public record Use(boolean key, boolean generated, boolean inserted, boolean updated) {}
}
