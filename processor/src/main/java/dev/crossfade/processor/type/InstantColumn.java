package dev.crossfade.processor.type;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.crossfade.generated.RowValue;
import java.time.Instant;
import java.time.OffsetDateTime;

/** {@code Instant} as the {@code OffsetDateTime} that the driver maps to {@code timestamptz}. */
record InstantColumn() implements ColumnType {

  private static final ClassName RAW = ClassName.get(OffsetDateTime.class);

  @Override
  public TypeName raw() {
    return RAW;
  }

  @Override
  public TypeName declared() {
    return ClassName.get(Instant.class);
  }

  @Override
  public CodeBlock read(String row, CodeBlock position) {
    return CodeBlock.of("$N.getObject($L, $T.class)", row, position, RAW);
  }

  @Override
  public CodeBlock bind(String statement, CodeBlock position, CodeBlock value) {
    return CodeBlock.of("$N.setObject($L, $L)", statement, position, value);
  }

  @Override
  public CodeBlock toRaw(CodeBlock value) {
    return CodeBlock.of("$T.utc($L)", RowValue.class, value);
  }

  @Override
  public CodeBlock fromRaw(String local, EnumArrays enums, String column) {
    return CodeBlock.of("$T.instant($N)", RowValue.class, local);
  }
}
