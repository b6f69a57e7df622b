package dev.crossfade.agent.hook;

import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.DynamicType;

/**
 * pgjdbc's parsed statement, which a connection keeps for all executions of one text: the note on
 * it spares each of them the look-up of that text.
 */
final class SimpleQueryInstrumentation implements TypeInstrumentation {

  @Override
  public String typeName() {
    return "org.postgresql.core.v3.SimpleQuery";
  }

  @Override
  public DynamicType.Builder<?> weave(
      DynamicType.Builder<?> builder, TypeDescription type, Advices advices, boolean changeable) {
    return changeable ? NoteField.add(builder) : builder;
  }
}
