package dev.crossfade.processor.type;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.crossfade.generated.RowValue;

/** An enum in a text column, by the constant's name. */
record EnumByName(TypeName enumType) implements ColumnType {

  private static final ClassName RAW = ClassName.get(String.class);

  @Override
  public TypeName raw() {
    return RAW;
  }

  @Override
  public TypeName declared() {
    return enumType;
  }

  @Override
  public CodeBlock read(String row, CodeBlock position) {
    return CodeBlock.of("$N.getString($L)", row, position);
  }

  @Override
  public CodeBlock bind(String statement, CodeBlock position, CodeBlock value) {
    return CodeBlock.of("$N.setString($L, $L)", statement, position, value);
  }

  @Override
  public CodeBlock toRaw(CodeBlock value) {
    return CodeBlock.of("$T.name($L)", RowValue.class, value);
  }

  @Override
  public CodeBlock fromRaw(String local, EnumArrays enums, String column) {
    return CodeBlock.of("$T.named($N, $N, $S)", RowValue.class, enums.of(enumType), local, column);
  }
}
