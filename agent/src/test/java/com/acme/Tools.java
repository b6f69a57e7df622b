package com.acme;

import dev.crossfade.generated.Fallbacks;
import dev.crossfade.model.ColumnName;
import net.bytebuddy.ByteBuddy;

/**
 * An application with its own Crossfade runtime and its own Byte Buddy, which must both be the ones
 * on its class path.
 */
public final class Tools {

  private Tools() {}

  public static void main(String[] arguments) throws Exception {
    Fallbacks fallbacks = new Fallbacks("users.display_name");
    fallbacks.record();
    fallbacks.record();
    fallbacks.record();
    if (fallbacks.count() != 3) {
      throw new AssertionError(fallbacks.count());
    }
    System.out.println(ColumnName.parse("users.full_name"));
    System.out.println(ColumnName.class.getProtectionDomain().getCodeSource().getLocation());
    Class<?> made =
        new ByteBuddy()
            .subclass(Object.class)
            .name("com.acme.Made")
            .make()
            .load(new ClassLoader(Tools.class.getClassLoader()) {})
            .getLoaded();
    System.out.println(made.getDeclaredConstructor().newInstance().getClass().getName());
    Workload.main(arguments);
  }
}
