package dev.crossfade.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes the methods that bind an entity: its attributes in the order of the statement, each asked
 * for once, the one in transition bound twice where both columns are written.
 */
final class BinderWriter {

  private static final CodeBlock NEXT = CodeBlock.of("at++");

  private final Layout layout;

  BinderWriter(Layout layout) {
    this.layout = layout;
  }

  MethodSpec insert() {
    return method("bindInsert", "insert", layout.inserted(), List.of());
  }

  MethodSpec update() {
    return method("bindUpdate", "update", layout.updated(), layout.keys);
  }

  private MethodSpec method(String name, String statement, List<Slot> slots, List<Slot> keys) {
    CodeBlock.Builder code = CodeBlock.builder().addStatement("int at = 1");
    slots.forEach(slot -> bind(code, statement, slot));
    keys.forEach(slot -> bind(code, statement, slot));
    return MethodSpec.methodBuilder(name)
        .addJavadoc(
            "Binds {@code $N} to a statement prepared from {@link #$N()} of this object.\n",
            layout.entityVariable,
            statement)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(PreparedStatement.class, statement)
        .addParameter(layout.entityType, layout.entityVariable)
        .addException(SQLException.class)
        .addCode(code.build())
        .build();
  }

  private void bind(CodeBlock.Builder code, String statement, Slot slot) {
    CodeBlock value = slot.rawOf(layout.entityVariable);
    Moving moving = slot.moving();
    if (moving == null) {
      code.addStatement("$L", slot.type().bind(statement, NEXT, value));
      return;
    }
    CodeBlock local = CodeBlock.of("$N", slot.local());
    code.addStatement("$T $N = $L", slot.type().raw(), slot.local(), value)
        .addStatement("$L", slot.type().bind(statement, NEXT, local))
        .beginControlFlow("if ($N.dualWrites())", moving.phase())
        .addStatement("$L", slot.type().bind(statement, NEXT, local))
        .endControlFlow();
  }
}
