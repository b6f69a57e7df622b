package com.acme;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;

/** Another vendor's agent, which transforms the driver's classes again once they are in use. */
public final class OtherAgent {

  private static Instrumentation instrumentation;

  private OtherAgent() {}

  public static void premain(String options, Instrumentation given) throws Exception {
    instrumentation = given;
    if ("load".equals(options)) {
      Class.forName("org.postgresql.jdbc.PgResultSet");
      Class.forName("org.postgresql.core.v3.SimpleQuery");
    }
  }

  public static void main(String[] arguments) throws Exception {
    Workload.main(arguments);
    Instrumentation given =
        (Instrumentation)
            ClassLoader.getSystemClassLoader()
                .loadClass("com.acme.OtherAgent")
                .getDeclaredField("instrumentation")
                .get(null);
    given.addTransformer(new ClassFileTransformer() {}, true);
    for (Class<?> type : given.getAllLoadedClasses()) {
      if (type.getName().startsWith("org.postgresql.") && given.isModifiableClass(type)) {
        given.retransformClasses(type);
      }
    }
    Workload.main(arguments);
  }
}
