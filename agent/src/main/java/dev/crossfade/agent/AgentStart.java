package dev.crossfade.agent;

import dev.crossfade.agent.AgentOptions.Ignored;
import dev.crossfade.agent.bridge.Bridge;
import dev.crossfade.agent.hook.HookTransformer;
import dev.crossfade.agent.report.Identity;
import dev.crossfade.agent.report.Reporter;
import dev.crossfade.agent.usage.BlindSpots;
import dev.crossfade.agent.usage.Blindness;
import dev.crossfade.agent.usage.Recorder;
import dev.crossfade.model.Problem;
import dev.crossfade.sql.Analyzer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;

/** Connects hooks, recorder and reporter. */
final class AgentStart {

  private AgentStart() {}

  static void start(AgentOptions options, Instrumentation instrumentation, boolean late) {
    for (Ignored ignored : options.ignored()) {
      tell(ignored.problem());
    }
    Path reports = options.reports();
    if (reports == null) {
      tell(
          new Problem(
              "no-report-directory",
              "The agent records nothing: it has no directory for its report.",
              "-javaagent:crossfade-agent.jar",
              "a usage that nobody reports can not hold a drop back",
              "add reports=/a/directory to the agent's options"));
      return;
    }
    BlindSpots blindSpots = new BlindSpots(System::currentTimeMillis);
    Recorder recorder =
        new Recorder(
            options.track(),
            columns -> new Analyzer(columns)::analyze,
            System::currentTimeMillis,
            blindSpots);
    if (!Bridge.connect(recorder)) {
      tell(
          new Problem(
              "agent-attached-twice",
              "This agent records nothing: another one is already at work in this JVM.",
              "-javaagent:crossfade-agent.jar",
              "each usage would be counted twice",
              "attach the agent once"));
      return;
    }
    for (Ignored ignored : options.ignored()) {
      blindSpots.saw(Blindness.BAD_OPTION, ignored.option());
    }
    if (late) {
      blindSpots.saw(Blindness.ATTACHED_LATE, "what ran before is not in this report");
    }
    Problem danger =
        SharedArchive.problem(
            Runtime.version().feature(),
            JvmArguments.read(),
            "allowed".equals(System.getProperty("crossfade.agent.sharedArchive")));
    if (danger == null) {
      Runnable warmUp = new WarmUp(recorder);
      new HookTransformer(blindSpots, warmUp, recorder::resultsUnwatched).install(instrumentation);
    } else {
      tell(danger);
      blindSpots.saw(Blindness.HOOK_FAILED, danger.id());
    }
    new Reporter(identity(options, late), reports, recorder, blindSpots, System::currentTimeMillis)
        .start();
  }

  private static void tell(Problem problem) {
    System.err.println("crossfade-agent: " + problem.render());
  }

  private static Identity identity(AgentOptions options, boolean late) {
    String version = AgentStart.class.getPackage().getImplementationVersion();
    return new Identity(
        version == null ? "unknown" : version,
        options.service(),
        options.version(),
        options.instance(),
        Host.name(),
        ProcessHandle.current().pid(),
        System.currentTimeMillis(),
        late,
        options.flushSeconds());
  }
}
