package dev.crossfade.agent.hook;

import dev.crossfade.agent.bridge.Noted;
import dev.crossfade.agent.usage.BlindSpots;
import dev.crossfade.agent.usage.Blindness;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * Weaves the few classes the agent listens at, in every class loader, and notices other drivers.
 * Byte Buddy is not touched before the first of them is loaded, so that a JVM that never talks to
 * PostgreSQL pays one look-up a class. Thread-safe.
 */
public final class HookTransformer implements ClassFileTransformer {

  private final Map<String, TypeInstrumentation> byInternalName = new HashMap<>();
  private final BlindSpots blindSpots;
  private final Runnable driverSeen;
  private final Runnable resultsUnwatched;

  /**
   * Weaves nothing yet.
   *
   * @param driverSeen called whenever a class is woven
   * @param resultsUnwatched called if result sets can not be woven
   */
  public HookTransformer(BlindSpots blindSpots, Runnable driverSeen, Runnable resultsUnwatched) {
    this.blindSpots = blindSpots;
    this.driverSeen = driverSeen;
    this.resultsUnwatched = resultsUnwatched;
    for (TypeInstrumentation hook :
        List.of(
            new QueryExecutorInstrumentation(),
            new SimpleQueryInstrumentation(),
            new ResultSetInstrumentation(),
            new FallbacksInstrumentation())) {
      byInternalName.put(hook.typeName().replace('.', '/'), hook);
    }
  }

  /** Starts to weave, the classes that the JVM has already loaded among them. */
  public void install(Instrumentation instrumentation) {
    instrumentation.addTransformer(this, true);
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      String internalName = loaded.getName().replace('.', '/');
      if (byInternalName.containsKey(internalName)) {
        try {
          instrumentation.retransformClasses(loaded);
        } catch (Exception | LinkageError e) {
          blindSpots.saw(Blindness.HOOK_FAILED, loaded.getName() + ": " + e.getClass().getName());
        }
      } else {
        notice(internalName);
      }
    }
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable Module module,
      @Nullable ClassLoader loader,
      @Nullable String internalName,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (internalName == null) {
      return null;
    }
    TypeInstrumentation hook = byInternalName.get(internalName);
    if (hook == null) {
      notice(internalName);
      return null;
    }
    try {
      driverSeen.run();
      // Another agent's retransformation of a class that we gave a field must give it one again.
      boolean changeable = redefined == null || Noted.class.isAssignableFrom(redefined);
      return weave(hook, loader, classFile, changeable);
    } catch (MissingHook e) {
      failed(hook, String.valueOf(e.getMessage()));
    } catch (Throwable e) {
      failed(hook, hook.typeName() + ": " + e.getClass().getName());
    }
    return null;
  }

  private void failed(TypeInstrumentation hook, String detail) {
    blindSpots.saw(Blindness.HOOK_FAILED, detail);
    if (hook instanceof ResultSetInstrumentation) {
      resultsUnwatched.run();
    }
  }

  private static byte[] weave(
      TypeInstrumentation hook,
      @Nullable ClassLoader loader,
      byte[] classFile,
      boolean changeable) {
    ClassFileLocator classFiles =
        new ClassFileLocator.Compound(
            ClassFileLocator.Simple.of(hook.typeName(), classFile),
            ClassFileLocator.ForClassLoader.of(HookTransformer.class.getClassLoader()),
            ClassFileLocator.ForClassLoader.of(loader));
    TypePool types = TypePool.Default.WithLazyResolution.of(classFiles);
    TypeDescription type = types.describe(hook.typeName()).resolve();
    return hook.weave(
            new ByteBuddy()
                .with(TypeValidation.DISABLED)
                .with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE)
                .redefine(type, classFiles),
            type,
            new Advices(types, classFiles),
            changeable)
        .make()
        .getBytes();
  }

  private void notice(String internalName) {
    String driver = OtherDrivers.recognize(internalName);
    if (driver != null) {
      blindSpots.saw(Blindness.UNHOOKED_DRIVER, driver);
    }
  }
}
