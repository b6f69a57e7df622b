package com.acme;

import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;

/** An application with a driver whose classes lack the methods that the agent listens at. */
public final class OldDriver {

  private OldDriver() {}

  public static void main(String[] arguments) throws Exception {
    for (String name :
        new String[] {
          "org.postgresql.core.v3.QueryExecutorImpl",
          "org.postgresql.jdbc.PgResultSet",
          "com.acme.shaded.pg.core.v3.QueryExecutorImpl",
          "io.vertx.pgclient.PgConnection",
        }) {
      new ByteBuddy()
          .subclass(Object.class)
          .name(name)
          .make()
          .load(OldDriver.class.getClassLoader(), ClassLoadingStrategy.Default.CHILD_FIRST)
          .getLoaded()
          .getDeclaredConstructor()
          .newInstance();
    }
    Workload.main(arguments);
  }
}
