package dev.crossfade.processor.type;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/**
 * How one Java type is read from a row and bound to a statement. JDBC sees the <em>raw</em> value
 * ({@code OffsetDateTime} for an {@code Instant}, {@code String} for an enum); the entity sees the
 * converted one. Immutable.
 */
public sealed interface ColumnType
    permits Reference, Primitive, Wrapper, InstantColumn, EnumByName, EnumByOrdinal {

  /** The type of the raw value. */
  TypeName raw();

  /** The entity's type. */
  default TypeName declared() {
    return raw();
  }

  /** The expression that reads the raw value at {@code position} of {@code row}. */
  CodeBlock read(String row, CodeBlock position);

  /** The statement that binds the raw {@code value} at {@code position}. */
  CodeBlock bind(String statement, CodeBlock position, CodeBlock value);

  /** The raw value of the entity's {@code value}. */
  default CodeBlock toRaw(CodeBlock value) {
    return value;
  }

  /** The entity's value for the raw {@code local} that {@code column} held. */
  default CodeBlock fromRaw(String local, EnumArrays enums, String column) {
    return CodeBlock.of("$N", local);
  }

  /** Whether only {@code wasNull()} tells a NULL. */
  default boolean asksWasNull() {
    return false;
  }

  /** Whether the raw value can not be null. */
  default boolean isPrimitive() {
    return false;
  }

  /** Where a generated class keeps an enum's constants, so that no row clones them. */
  interface EnumArrays {
    /** The name of the array of all constants of {@code enumType}. */
    String of(TypeName enumType);
  }
}
