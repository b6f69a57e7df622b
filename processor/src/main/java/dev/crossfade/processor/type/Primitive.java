package dev.crossfade.processor.type;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/** {@code long} by {@code getLong} and {@code setLong}, and so on. */
record Primitive(TypeName raw, String name) implements ColumnType {

  @Override
  public CodeBlock read(String row, CodeBlock position) {
    return CodeBlock.of("$N.get$L($L)", row, name, position);
  }

  @Override
  public CodeBlock bind(String statement, CodeBlock position, CodeBlock value) {
    return CodeBlock.of("$N.set$L($L, $L)", statement, name, position, value);
  }

  @Override
  public boolean asksWasNull() {
    return true;
  }

  @Override
  public boolean isPrimitive() {
    return true;
  }
}
