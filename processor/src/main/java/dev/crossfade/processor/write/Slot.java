package dev.crossfade.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.crossfade.processor.model.Accessor;
import dev.crossfade.processor.model.Attribute.Use;
import dev.crossfade.processor.type.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * An attribute as generated code sees it; what the checks asked for is there. Immutable.
 *
 * @param local the variable that holds its raw value
 * @param column the column, as SQL writes it
 * @param path {@code users.display_name}, for errors
 * @param type how it is read and bound
 * @param getter how it is read from the entity
 * @param setter how it is set, or null for a record
 * @param use what the column is to a row
 * @param moving its transition, or null
 */
record Slot(
    String local,
    String column,
    String path,
    ColumnType type,
    Accessor getter,
    @Nullable Accessor setter,
    Use use,
    @Nullable Moving moving) {

  /** The raw value of the entity in the variable {@code entity}. */
  CodeBlock rawOf(String entity) {
    return type.toRaw(getter.get(entity));
  }
}
