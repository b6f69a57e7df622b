package dev.crossfade.agent.hook;

import static net.bytebuddy.matcher.ElementMatchers.isArray;
import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.crossfade.agent.bridge.Bridge;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.DynamicType;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.Field;

/**
 * pgjdbc's result set. Every getter, by index or by label, ends in {@code getRawValue(int)} ({@code
 * checkResultSet(int)} before 42.3), except {@code getObject(int, Class)} for some types.
 */
final class ResultSetInstrumentation implements TypeInstrumentation {

  @Override
  public String typeName() {
    return "org.postgresql.jdbc.PgResultSet";
  }

  @Override
  public DynamicType.Builder<?> weave(
      DynamicType.Builder<?> builder, TypeDescription type, Advices advices, boolean changeable) {
    if (!changeable) {
      throw new MissingHook(
          type.getName()
              + " was loaded before the agent: every column fetched by * counts as consumed");
    }
    return NoteField.add(builder)
        .visit(
            advices.on(
                type,
                "constructor (Query, BaseStatement, Field[], …)",
                isConstructor()
                    .and(takesArgument(0, named("org.postgresql.core.Query")))
                    .and(takesArgument(2, isArray())),
                MadeAdvice.class))
        .visit(
            advices.on(
                type,
                "method getRawValue(int)",
                named("getRawValue").or(named("checkResultSet")).and(takesArguments(int.class)),
                AskedAdvice.class))
        .visit(
            advices.on(
                type,
                "method getObject(int, Class)",
                named("getObject").and(takesArguments(int.class, Class.class)),
                AskedAdvice.class));
  }

  static final class MadeAdvice {
    private MadeAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object resultSet,
        @Advice.Argument(0) Object query,
        @Advice.Argument(2) Object fields) {
      if (Bridge.watches(query)) {
        Field[] columns = (Field[]) fields;
        String[] labels = new String[columns.length];
        for (int i = 0; i < labels.length; i++) {
          labels[i] = columns[i].getColumnLabel();
        }
        Bridge.returned(resultSet, query, labels);
      }
    }
  }

  static final class AskedAdvice {
    private AskedAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
        @Advice.This Object resultSet,
        @Advice.Argument(0) int column,
        @Advice.FieldValue(NoteField.NAME) @Nullable Object note) {
      if (note != null) {
        Bridge.asked(resultSet, column);
      }
    }
  }
}
