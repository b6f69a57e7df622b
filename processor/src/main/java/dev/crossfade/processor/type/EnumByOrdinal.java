package dev.crossfade.processor.type;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.crossfade.generated.RowValue;

/** An enum in an integer column, by the constant's ordinal, as JPA does by default. */
record EnumByOrdinal(TypeName enumType) implements ColumnType {

  private static final Wrapper INTEGER =
      new Wrapper(ClassName.get(Integer.class), "Int", "INTEGER");

  @Override
  public TypeName raw() {
    return INTEGER.raw();
  }

  @Override
  public TypeName declared() {
    return enumType;
  }

  @Override
  public CodeBlock read(String row, CodeBlock position) {
    return INTEGER.read(row, position);
  }

  @Override
  public CodeBlock bind(String statement, CodeBlock position, CodeBlock value) {
    return INTEGER.bind(statement, position, value);
  }

  @Override
  public CodeBlock toRaw(CodeBlock value) {
    return CodeBlock.of("$T.ordinal($L)", RowValue.class, value);
  }

  @Override
  public CodeBlock fromRaw(String local, EnumArrays enums, String column) {
    return CodeBlock.of(
        "$T.numbered($N, $N, $S)", RowValue.class, enums.of(enumType), local, column);
  }

  @Override
  public boolean asksWasNull() {
    return true;
  }
}
