package dev.crossfade.processor.type;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/**
 * A class that JDBC reads and binds by methods of its own ({@code getString}, {@code setString})
 * or, if {@code name} is Object, by {@code getObject(at, type)}. Both directions know null.
 */
record Reference(TypeName raw, String name) implements ColumnType {

  private static final String OBJECT = "Object";

  static Reference byObject(TypeName raw) {
    return new Reference(raw, OBJECT);
  }

  @Override
  public CodeBlock read(String row, CodeBlock position) {
    return name.equals(OBJECT)
        ? CodeBlock.of("$N.getObject($L, $T.class)", row, position, raw)
        : CodeBlock.of("$N.get$L($L)", row, name, position);
  }

  @Override
  public CodeBlock bind(String statement, CodeBlock position, CodeBlock value) {
    return CodeBlock.of("$N.set$L($L, $L)", statement, name, position, value);
  }
}
