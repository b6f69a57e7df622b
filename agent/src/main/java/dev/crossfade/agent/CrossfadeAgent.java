package dev.crossfade.agent;

import dev.crossfade.agent.hook.BootBridge;
import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * Where the JVM enters: {@code -javaagent:crossfade-agent.jar=service=web,reports=/var/crossfade}.
 * Refers to no class that refers to the bridge, before that is in place.
 */
public final class CrossfadeAgent {

  private CrossfadeAgent() {}

  /** Called before the application's {@code main}. */
  public static void premain(@Nullable String options, Instrumentation instrumentation) {
    start(options, instrumentation, false);
  }

  /** Called when the agent is attached to a running JVM. */
  public static void agentmain(@Nullable String options, Instrumentation instrumentation) {
    start(options, instrumentation, true);
  }

  private static void start(
      @Nullable String options, Instrumentation instrumentation, boolean late) {
    try {
      OptionsReader reader = new OptionsReader(System::getProperty, System::getenv);
      if (reader.enabled()) {
        BootBridge.define(instrumentation);
        AgentStart.start(reader.read(options), instrumentation, late);
      }
    } catch (Throwable e) {
      // The application must start, whatever is wrong here.
      System.err.println("crossfade-agent: not started, nothing is recorded: " + e);
    }
  }
}
