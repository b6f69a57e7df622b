package dev.crossfade.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.crossfade.generated.Fallbacks;
import dev.crossfade.model.Identifier;
import dev.crossfade.model.Rename;
import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.phase.Phases;
import dev.crossfade.processor.model.Entity;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Writes an entity's access class: what a careful engineer would write with plain JDBC. */
public final class AccessWriter {

  private final Layout layout;
  private final Generated generated;

  /**
   * @param entity an entity that passed the checks
   */
  public AccessWriter(Entity entity, Generated generated) {
    this.layout = new Layout(entity);
    this.generated = generated;
  }

  public JavaFile write() {
    TypeSpec statements = new StatementsWriter(layout).write();
    TypeSpec.Builder type =
        TypeSpec.classBuilder(layout.accessType)
            .addJavadoc("$L", new ClassDoc(layout).text())
            .addModifiers(Modifier.FINAL)
            .addOriginatingElement(layout.entity.type());
    if (isPublic(layout.entity.type())) {
      type.addModifiers(Modifier.PUBLIC);
    }
    generated.mark(type);
    layout.moving().forEach(moving -> constants(type, moving));
    for (Map.Entry<TypeName, String> array : layout.enumArrays().entrySet()) {
      type.addField(enumArray(array.getKey(), array.getValue()));
    }
    Slot generatedKey = layout.generatedKey();
    if (generatedKey != null) {
      type.addField(keyColumn(generatedKey));
    }
    type.addField(
            FieldSpec.builder(Phases.class, "phases", Modifier.PRIVATE, Modifier.FINAL).build())
        .addField(FieldSpec.builder(layout.statementsType, "statements", Modifier.PRIVATE).build())
        .addMethod(constructor())
        .addMethod(now())
        .addMethods(new OperationsWriter(layout).methods())
        .addType(statements);
    return JavaFile.builder(layout.accessType.packageName(), type.build())
        .skipJavaLangImports(true)
        .build();
  }

  private static void constants(TypeSpec.Builder type, Moving moving) {
    type.addField(
        FieldSpec.builder(
                Rename.class, moving.constant(), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc("$L.\n", Doc.code(moving.transition().describe()))
            .initializer(TransitionCode.of(moving.transition()))
            .build());
    type.addField(
        FieldSpec.builder(
                Fallbacks.class,
                moving.fallbacks(),
                Modifier.PUBLIC,
                Modifier.STATIC,
                Modifier.FINAL)
            .addJavadoc(
                "Rows read that the backfill of {@link #$N} has not reached.\n", moving.constant())
            .initializer("new $T($Z$N.id().toString())", Fallbacks.class, moving.constant())
            .build());
  }

  private static FieldSpec enumArray(TypeName enumType, String name) {
    return FieldSpec.builder(
            ArrayTypeName.of(enumType), name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("$T.values()", enumType)
        .build();
  }

  private static FieldSpec keyColumn(Slot key) {
    return FieldSpec.builder(
            String[].class, "KEY_COLUMN", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("{$S}", Identifier.fold(key.column()))
        .build();
  }

  private static MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addJavadoc(
            """
            @param phases the service's phases, which must know these transitions
            @throws IllegalArgumentException if they do not
            """)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(Phases.class, "phases")
        .addStatement("this.phases = phases")
        .addStatement("this.statements = new Statements(phases.snapshot())")
        .build();
  }

  private MethodSpec now() {
    return MethodSpec.methodBuilder("now")
        .addJavadoc("The statements for the phases of this moment.\n")
        .addModifiers(Modifier.PUBLIC)
        .returns(layout.statementsType)
        .addStatement("$T snapshot = phases.snapshot()", PhaseSnapshot.class)
        .addComment(
            "Threads that race compose the texts twice; final fields publish either safely.")
        .addStatement("$T now = statements", layout.statementsType)
        .beginControlFlow("if (now.snapshot != snapshot)")
        .addStatement("now = new $T(snapshot)", layout.statementsType)
        .addStatement("statements = now")
        .endControlFlow()
        .addStatement("return now")
        .build();
  }

  private static boolean isPublic(TypeElement type) {
    for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
      if (!at.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }
}
