package dev.crossfade.agent.hook;

import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.DynamicType;

/** How one class is woven. Implementations are stateless. */
interface TypeInstrumentation {

  /** The class's binary name. */
  String typeName();

  /**
   * Weaves {@code type}.
   *
   * @param changeable whether fields and interfaces may be added, which the JVM allows only while
   *     the class is being loaded
   * @throws MissingHook if the class is not as this expects
   */
  DynamicType.Builder<?> weave(
      DynamicType.Builder<?> builder, TypeDescription type, Advices advices, boolean changeable);
}
