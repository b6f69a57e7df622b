package dev.crossfade.agent;

import java.util.List;

/** The JVM's own arguments. */
final class JvmArguments {

  private JvmArguments() {}

  /**
   * They, wherever they were written, or none if the JVM does not say. Not from the management
   * beans, which take longer to load than all of the agent.
   */
  static List<String> read() {
    try {
      // The bridge has opened this package for the agent.
      Object arguments =
          Class.forName("jdk.internal.misc.VM").getMethod("getRuntimeArguments").invoke(null);
      return arguments instanceof String[] read ? List.of(read) : List.of();
    } catch (ReflectiveOperationException | RuntimeException e) {
      return ProcessHandle.current().info().arguments().map(List::of).orElse(List.of());
    }
  }
}
