package dev.crossfade.agent.hook;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.pool.TypePool;

/**
 * Advice by its class file. The advice is never loaded as a class: it names the driver's types,
 * which the agent's own class loader may not see.
 */
final class Advices {

  private final TypePool types;
  private final ClassFileLocator classFiles;

  Advices(TypePool types, ClassFileLocator classFiles) {
    this.types = types;
    this.classFiles = classFiles;
  }

  /**
   * {@code advice} on the methods of {@code type} that match.
   *
   * @throws MissingHook if none does
   */
  AsmVisitorWrapper on(
      TypeDescription type,
      String what,
      ElementMatcher<? super MethodDescription> methods,
      Class<?> advice) {
    if (type.getDeclaredMethods().filter(methods).isEmpty()) {
      throw new MissingHook(type.getName() + " has no " + what);
    }
    return Advice.to(types.describe(advice.getName()).resolve(), classFiles).on(methods);
  }
}
