package dev.crossfade.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.sql.Marker;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * Writes the constructor that composes the statements' texts: once for each combination of phases,
 * so that executing one composes nothing.
 */
final class StatementTexts {

  private final Layout layout;

  StatementTexts(Layout layout) {
    this.layout = layout;
  }

  MethodSpec constructor() {
    CodeBlock.Builder code = CodeBlock.builder().addStatement("this.snapshot = snapshot");
    for (Slot slot : layout.slots) {
      Moving moving = slot.moving();
      if (moving != null) {
        pieces(code, slot, moving);
      }
    }
    code.add("\n");
    marker(code);
    code.addStatement("selectList = $L", selectList());
    code.addStatement("selectById = $L", selectById());
    if (!layout.inserted().isEmpty()) {
      code.addStatement("insert = $L", insert());
    }
    if (!layout.updated().isEmpty()) {
      code.addStatement("update = $L", update());
    }
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PRIVATE)
        .addParameter(PhaseSnapshot.class, "snapshot")
        .addCode(code.build())
        .build();
  }

  /** The parts of the texts that the phase of one transition decides. */
  private static void pieces(CodeBlock.Builder code, Slot slot, Moving moving) {
    String old = moving.oldColumn();
    String now = moving.newColumn();
    code.add("\n")
        .addStatement("$N = snapshot.of($N)", moving.phase(), moving.constant())
        .add("String $N =$>$>\nswitch ($N.readOfNew()) {$>\n", moving.readList(), moving.phase())
        .add("case OLD -> $S;\n", old)
        .add("case NEW -> $S;\n", now)
        .add("case NEW_ELSE_OLD -> $S;$<\n};$<$<\n", now + ", " + old);
    if (slot.use().inserted()) {
      piece(code, moving, moving.writeList(), now + ", " + old, now, old);
      code.addStatement(
          "String $N = $N.dualWrites() ? $S : $S", moving.values(), moving.phase(), "?, ?", "?");
    }
    if (slot.use().updated()) {
      piece(
          code,
          moving,
          moving.assignments(),
          now + " = ?, " + old + " = ?",
          now + " = ?",
          old + " = ?");
    }
  }

  private static void piece(
      CodeBlock.Builder code,
      Moving moving,
      String variable,
      String both,
      String onlyNew,
      String onlyOld) {
    code.add("String $N =$>$>\n", variable)
        .add("$N.dualWrites()$>$>\n? $S\n", moving.phase(), both)
        .add(": $N.writesNew() ? $S : $S;$<$<$<$<\n", moving.phase(), onlyNew, onlyOld);
  }

  private void marker(CodeBlock.Builder code) {
    CodeBlock steps =
        layout.moving().stream()
            .map(
                moving ->
                    CodeBlock.of(
                        "new $T($N.id(), $N)",
                        Marker.Step.class,
                        moving.constant(),
                        moving.phase()))
            .collect(CodeBlock.joining(",$W"));
    code.addStatement(
        "marker = new $T($T.of($L),$W$T.of()).render()",
        Marker.class,
        List.class,
        steps,
        List.class);
  }

  private CodeBlock selectList() {
    return list(new Sql(), layout.slots, Slot::column, Moving::readList).build();
  }

  private CodeBlock selectById() {
    return new Sql()
        .text("SELECT ")
        .variable("selectList")
        .text(" FROM " + layout.table)
        .text(where())
        .variable("marker")
        .build();
  }

  private CodeBlock insert() {
    Sql sql = new Sql().text("INSERT INTO " + layout.table + " (");
    list(sql, layout.inserted(), Slot::column, Moving::writeList).text(") VALUES (");
    return list(sql, layout.inserted(), slot -> "?", Moving::values)
        .text(") ")
        .variable("marker")
        .build();
  }

  private CodeBlock update() {
    Sql sql = new Sql().text("UPDATE " + layout.table + " SET ");
    return list(sql, layout.updated(), slot -> slot.column() + " = ?", Moving::assignments)
        .text(where())
        .variable("marker")
        .build();
  }

  private String where() {
    StringBuilder where = new StringBuilder();
    for (Slot key : layout.keys) {
      where.append(where.length() == 0 ? " WHERE " : " AND ").append(key.column()).append(" = ?");
    }
    return where.append(' ').toString();
  }

  private static Sql list(
      Sql sql, List<Slot> slots, Function<Slot, String> text, Function<Moving, String> variable) {
    String comma = "";
    for (Slot slot : slots) {
      Moving moving = slot.moving();
      if (moving == null) {
        sql.text(comma + text.apply(slot));
      } else {
        sql.text(comma).variable(variable.apply(moving));
      }
      comma = ", ";
    }
    return sql;
  }
}
