package dev.crossfade.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.crossfade.generated.RowValue;
import dev.crossfade.model.Phase.ReadSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Writes the method that makes an entity of a row, with the fallback read. */
final class ReaderWriter {

  private static final CodeBlock NEXT = CodeBlock.of("at++");
  private static final CodeBlock OLD = CodeBlock.of("old");

  private final Layout layout;

  ReaderWriter(Layout layout) {
    this.layout = layout;
  }

  MethodSpec read() {
    CodeBlock.Builder code = CodeBlock.builder().addStatement("int at = 1");
    layout.slots.forEach(slot -> read(code, slot));
    make(code);
    return MethodSpec.methodBuilder("read")
        .addJavadoc(
            "Reads the row that {@code row} stands on, of a query for {@link #selectList()} of this"
                + " object.\n")
        .addModifiers(Modifier.PUBLIC)
        .addParameter(ResultSet.class, "row")
        .returns(layout.entityType)
        .addException(SQLException.class)
        .addCode(code.build())
        .build();
  }

  private void read(CodeBlock.Builder code, Slot slot) {
    code.addStatement("$T $N = $L", slot.type().raw(), slot.local(), slot.type().read("row", NEXT));
    if (slot.type().isPrimitive()) {
      primitive(code, slot);
      return;
    }
    nullIfWasNull(code, slot);
    Moving moving = slot.moving();
    if (moving != null) {
      fallsBack(code, moving)
          .beginControlFlow("if ($N == null)", slot.local())
          .addStatement("$N = $L", slot.local(), slot.type().read("row", OLD));
      if (slot.type().asksWasNull()) {
        code.beginControlFlow("if (row.wasNull())")
            .addStatement("$N = null", slot.local())
            .nextControlFlow("else")
            .addStatement("$N.record()", moving.fallbacks())
            .endControlFlow();
      } else {
        code.beginControlFlow("if ($N != null)", slot.local())
            .addStatement("$N.record()", moving.fallbacks())
            .endControlFlow();
      }
      code.endControlFlow().endControlFlow();
    }
  }

  private static void primitive(CodeBlock.Builder code, Slot slot) {
    Moving moving = slot.moving();
    if (moving == null) {
      code.beginControlFlow("if (row.wasNull())");
    } else {
      code.addStatement("boolean $N = row.wasNull()", moving.isNull());
      fallsBack(code, moving)
          .beginControlFlow("if ($N)", moving.isNull())
          .addStatement("$N = $L", slot.local(), slot.type().read("row", OLD))
          .addStatement("$N = row.wasNull()", moving.isNull())
          .beginControlFlow("if (!$N)", moving.isNull())
          .addStatement("$N.record()", moving.fallbacks())
          .endControlFlow()
          .endControlFlow()
          .endControlFlow()
          .beginControlFlow("if ($N)", moving.isNull());
    }
    code.addStatement(
            "throw $T.unexpectedNull($S, $S)",
            RowValue.class,
            slot.path(),
            slot.type().raw().toString())
        .endControlFlow();
  }

  private static void nullIfWasNull(CodeBlock.Builder code, Slot slot) {
    if (slot.type().asksWasNull()) {
      code.beginControlFlow("if (row.wasNull())")
          .addStatement("$N = null", slot.local())
          .endControlFlow();
    }
  }

  /** Opens the block in which the old column's value is at position {@code old}. */
  private static CodeBlock.Builder fallsBack(CodeBlock.Builder code, Moving moving) {
    return code.beginControlFlow(
            "if ($N.readOfNew() == $T.NEW_ELSE_OLD)", moving.phase(), ReadSource.class)
        .addStatement("int old = at++");
  }

  private void make(CodeBlock.Builder code) {
    if (layout.isRecord) {
      CodeBlock arguments =
          layout.slots.stream().map(this::converted).collect(CodeBlock.joining(",$W"));
      code.addStatement("return new $T($L)", layout.entityType, arguments);
      return;
    }
    code.addStatement(
        "$T $N = new $T()", layout.entityType, layout.entityVariable, layout.entityType);
    for (Slot slot : layout.slots) {
      var setter = Objects.requireNonNull(slot.setter());
      code.addStatement("$L", setter.set(layout.entityVariable, converted(slot)));
    }
    code.addStatement("return $N", layout.entityVariable);
  }

  private CodeBlock converted(Slot slot) {
    return slot.type().fromRaw(slot.local(), layout::enumArray, slot.path());
  }
}
