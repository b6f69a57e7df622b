package dev.crossfade.agent.hook;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.crossfade.agent.bridge.Bridge;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.DynamicType;
import org.postgresql.core.Query;

/**
 * pgjdbc's one way to the server. Every execution of every kind of statement, each entry of a batch
 * and each part of a multi-statement text passes {@code sendOneQuery}; COPY alone passes {@code
 * startCopy}.
 */
final class QueryExecutorInstrumentation implements TypeInstrumentation {

  @Override
  public String typeName() {
    return "org.postgresql.core.v3.QueryExecutorImpl";
  }

  @Override
  public DynamicType.Builder<?> weave(
      DynamicType.Builder<?> builder, TypeDescription type, Advices advices, boolean changeable) {
    return builder
        .visit(
            advices.on(
                type,
                "method sendOneQuery(SimpleQuery, …)",
                named("sendOneQuery")
                    .and(takesArgument(0, named("org.postgresql.core.v3.SimpleQuery"))),
                SendAdvice.class))
        .visit(
            advices.on(
                type,
                "method startCopy(String, …)",
                named("startCopy").and(takesArgument(0, String.class)),
                CopyAdvice.class));
  }

  static final class SendAdvice {
    private SendAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(0) Object query) {
      Bridge.sent(query, ((Query) query).getNativeSql());
    }
  }

  static final class CopyAdvice {
    private CopyAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(0) String sql) {
      Bridge.copied(sql);
    }
  }
}
