package dev.crossfade.agent.hook;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import dev.crossfade.agent.bridge.Bridge;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.DynamicType;

/** The counter of fallback reads in the application's own Crossfade runtime, of any version. */
final class FallbacksInstrumentation implements TypeInstrumentation {

  @Override
  public String typeName() {
    return "dev.crossfade.generated.Fallbacks";
  }

  @Override
  public DynamicType.Builder<?> weave(
      DynamicType.Builder<?> builder, TypeDescription type, Advices advices, boolean changeable) {
    return builder.visit(
        advices.on(
            type, "method record()", named("record").and(takesNoArguments()), RecordAdvice.class));
  }

  static final class RecordAdvice {
    private RecordAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.FieldValue("transition") String transition) {
      Bridge.fellBack(transition);
    }
  }
}
