package dev.crossfade.processor.type;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/**
 * {@code Long} by {@code getLong} and {@code wasNull}; bound with its SQL type, so that null is a
 * typed NULL.
 */
record Wrapper(TypeName raw, String name, String sqlType) implements ColumnType {

  private static final ClassName TYPES = ClassName.get("java.sql", "Types");

  @Override
  public CodeBlock read(String row, CodeBlock position) {
    return CodeBlock.of("$N.get$L($L)", row, name, position);
  }

  @Override
  public CodeBlock bind(String statement, CodeBlock position, CodeBlock value) {
    return CodeBlock.of("$N.setObject($L, $L, $T.$L)", statement, position, value, TYPES, sqlType);
  }

  @Override
  public boolean asksWasNull() {
    return true;
  }
}
