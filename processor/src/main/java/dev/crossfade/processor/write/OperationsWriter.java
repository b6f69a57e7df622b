package dev.crossfade.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the methods that execute: insert, update and find, each one call. */
final class OperationsWriter {

  private final Layout layout;

  OperationsWriter(Layout layout) {
    this.layout = layout;
  }

  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    if (!layout.inserted().isEmpty()) {
      Slot key = layout.generatedKey();
      methods.add(key == null ? insert() : insertReturning(key));
    }
    if (!layout.updated().isEmpty()) {
      methods.add(update());
    }
    methods.add(find());
    return methods;
  }

  private MethodSpec insert() {
    return write("insert", "Inserts the row; returns how many, which a trigger may make 0.\n")
        .returns(int.class)
        .beginControlFlow(
            "try ($T insert = connection.prepareStatement(now.insert))", PreparedStatement.class)
        .addStatement("now.bindInsert(insert, $N)", layout.entityVariable)
        .addStatement("return insert.executeUpdate()")
        .endControlFlow()
        .build();
  }

  private MethodSpec insertReturning(Slot key) {
    return write("insert", "Inserts the row and returns the key that the database gave it.\n")
        .returns(key.type().declared())
        .beginControlFlow(
            "try ($T insert = connection.prepareStatement(now.insert, KEY_COLUMN))",
            PreparedStatement.class)
        .addStatement("now.bindInsert(insert, $N)", layout.entityVariable)
        .addStatement("insert.executeUpdate()")
        .beginControlFlow("try ($T key = insert.getGeneratedKeys())", ResultSet.class)
        .addStatement("key.next()")
        .addStatement("return $L", key.type().read("key", CodeBlock.of("1")))
        .endControlFlow()
        .endControlFlow()
        .build();
  }

  private MethodSpec update() {
    return write("update", "Updates the row with the entity's key; returns 0 if there is none.\n")
        .returns(int.class)
        .beginControlFlow(
            "try ($T update = connection.prepareStatement(now.update))", PreparedStatement.class)
        .addStatement("now.bindUpdate(update, $N)", layout.entityVariable)
        .addStatement("return update.executeUpdate()")
        .endControlFlow()
        .build();
  }

  private MethodSpec.Builder write(String name, String javadoc) {
    return start(name, javadoc)
        .addParameter(layout.entityType, layout.entityVariable)
        .addStatement("$T now = now()", layout.statementsType);
  }

  private MethodSpec find() {
    MethodSpec.Builder find =
        start("find", "The row with this key, or null if there is none.\n")
            .returns(layout.entityType);
    layout.keys.forEach(
        key ->
            find.addParameter(ParameterSpec.builder(key.type().declared(), key.local()).build()));
    find.addStatement("$T now = now()", layout.statementsType)
        .beginControlFlow(
            "try ($T select = connection.prepareStatement(now.selectById))",
            PreparedStatement.class);
    for (int i = 0; i < layout.keys.size(); i++) {
      Slot key = layout.keys.get(i);
      CodeBlock value = key.type().toRaw(CodeBlock.of("$N", key.local()));
      find.addStatement("$L", key.type().bind("select", CodeBlock.of("$L", i + 1), value));
    }
    return find.beginControlFlow("try ($T row = select.executeQuery())", ResultSet.class)
        .addStatement("return row.next() ? now.read(row) : null")
        .endControlFlow()
        .endControlFlow()
        .build();
  }

  private static MethodSpec.Builder start(String name, String javadoc) {
    return MethodSpec.methodBuilder(name)
        .addJavadoc(javadoc)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(Connection.class, "connection")
        .addException(SQLException.class);
  }
}
