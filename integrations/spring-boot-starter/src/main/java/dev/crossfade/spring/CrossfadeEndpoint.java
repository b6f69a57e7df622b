package dev.crossfade.spring;

import dev.crossfade.Crossfade;
import dev.crossfade.activity.Activity;
import dev.crossfade.activity.RewriteKind;
import dev.crossfade.activity.TransitionActivity;
import dev.crossfade.activity.UnprovenStatement;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Problem;
import dev.crossfade.model.Transition;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * {@code /actuator/crossfade}: where each transition stands, and what was rewritten and refused.
 * Shows names and normalised SQL, never a value. Reads only: phases are moved by the phases file.
 */
@Endpoint(id = "crossfade")
public class CrossfadeEndpoint {

  private final Settings settings;
  private final DataSourceWrapping wrapping;

  CrossfadeEndpoint(Settings settings, DataSourceWrapping wrapping) {
    this.settings = settings;
    this.wrapping = wrapping;
  }

  /** All of it. */
  @ReadOperation
  public Report report() {
    Activity activity = Crossfade.activity(settings.phases());
    Map<String, String> dataSources = new TreeMap<>();
    wrapping.outcomes().forEach((name, outcome) -> dataSources.put(name, slug(outcome)));
    return new Report(
        slug(activity.strictness()),
        activity.since().toString(),
        dataSources,
        activity.transitions().stream().map(TransitionReport::of).toList(),
        activity.refusals().stream().map(RefusalReport::of).toList());
  }

  private static String slug(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The whole answer.
   *
   * @param strictness strict or observe
   * @param since when counting began
   * @param dataSources what became of each DataSource bean
   * @param transitions each declared transition
   * @param refusals what could not be proven, the latest first
   */
  public record Report(
      String strictness,
      String since,
      Map<String, String> dataSources,
      List<TransitionReport> transitions,
      List<RefusalReport> refusals) {}

  /**
   * One transition.
   *
   * @param diverging how many passed statements may have written one column of two
   */
  public record TransitionReport(
      String transition,
      String from,
      Phase phase,
      Map<String, Long> rewrites,
      long refused,
      long passed,
      long diverging) {

    static TransitionReport of(TransitionActivity activity) {
      Map<String, Long> rewrites = new TreeMap<>();
      for (RewriteKind kind : RewriteKind.values()) {
        rewrites.put(kind.slug(), activity.rewrites().getOrDefault(kind, 0L));
      }
      return new TransitionReport(
          activity.transition().id().toString(),
          activity.transition().tracked().toString(),
          activity.phase(),
          rewrites,
          activity.refused(),
          activity.passed(),
          activity.diverging());
    }
  }

  /** One statement that could not be proven; without SQL those that are only counted. */
  public record RefusalReport(
      String id,
      String message,
      String where,
      String why,
      String remedy,
      @Nullable String statement,
      List<String> transitions,
      long refused,
      long passed,
      long diverging,
      String first,
      String last) {

    static RefusalReport of(UnprovenStatement unproven) {
      Problem problem = unproven.problem();
      return new RefusalReport(
          problem.id(),
          problem.message(),
          problem.where(),
          problem.why(),
          problem.remedy(),
          unproven.statement(),
          unproven.transitions().stream().map(Transition::id).map(Object::toString).toList(),
          unproven.refused(),
          unproven.passed(),
          unproven.diverging(),
          unproven.first().toString(),
          unproven.last().toString());
    }
  }
}
