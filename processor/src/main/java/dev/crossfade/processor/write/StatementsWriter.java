package dev.crossfade.processor.write;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Phase.ReadSource;
import dev.crossfade.phase.PhaseSnapshot;
import java.lang.reflect.Type;
import javax.lang.model.element.Modifier;

/** Writes the nested class that holds the statements for one combination of phases. */
final class StatementsWriter {

  private final Layout layout;

  StatementsWriter(Layout layout) {
    this.layout = layout;
  }

  TypeSpec write() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(layout.statementsType)
            .addJavadoc(
                """
                The statements for the phases of one moment, with the code that binds and reads them:
                a statement fits only the binder and the reader of the same object. Immutable.
                """)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
    field(type, PhaseSnapshot.class, "snapshot");
    layout.moving().forEach(moving -> field(type, Phase.class, moving.phase()));
    type.addMethod(new StatementTexts(layout).constructor());
    text(
        type,
        "selectList",
        """
        The columns to select, for {@link #read}. Your own query ends with {@link #marker()}.
        """);
    text(type, "selectById", "Selects the row with a key, for {@link #read}.\n");
    if (!layout.inserted().isEmpty()) {
      text(type, "insert", "Inserts a row, for {@link #bindInsert}.\n");
    }
    if (!layout.updated().isEmpty()) {
      text(type, "update", "Updates the row with the entity's key, for {@link #bindUpdate}.\n");
    }
    text(
        type,
        "marker",
        """
        The comment by which agent and proxy know the transition's own statements. Append it only to
        text whose columns in transition all come from this object: a use that you write by hand
        would not be recorded.
        """);
    layout.moving().forEach(moving -> type.addMethod(columnMethod(moving)));
    BinderWriter binder = new BinderWriter(layout);
    if (!layout.inserted().isEmpty()) {
      type.addMethod(binder.insert());
    }
    if (!layout.updated().isEmpty()) {
      type.addMethod(binder.update());
    }
    return type.addMethod(new ReaderWriter(layout).read()).build();
  }

  /** A field with a method that returns it. */
  private static void text(TypeSpec.Builder type, String name, String javadoc) {
    field(type, String.class, name);
    type.addMethod(
        MethodSpec.methodBuilder(name)
            .addJavadoc(javadoc)
            .addModifiers(Modifier.PUBLIC)
            .returns(String.class)
            .addStatement("return $N", name)
            .build());
  }

  private static void field(TypeSpec.Builder type, Type fieldType, String name) {
    type.addField(FieldSpec.builder(fieldType, name, Modifier.PRIVATE, Modifier.FINAL).build());
  }

  private static MethodSpec columnMethod(Moving moving) {
    return MethodSpec.methodBuilder(moving.columnMethod())
        .addJavadoc(
            """
            The column to compare and sort by: the old one as long as every writer fills it, so that
            its index serves.
            """)
        .addModifiers(Modifier.PUBLIC)
        .returns(String.class)
        .addStatement(
            "return $N.readOfNew() == $T.NEW ? $S : $S",
            moving.phase(),
            ReadSource.class,
            moving.newColumn(),
            moving.oldColumn())
        .build();
  }
}
