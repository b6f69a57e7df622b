package dev.crossfade.gate;

import java.util.List;

/** Every rule of the gate, in the order of the verdict's table. */
final class Rules {

  static final List<Rule> ALL =
      List.of(
          new ReadsRule(),
          new WritesRule(),
          new FallbacksRule(),
          new PhaseRule(),
          new ExpectedServicesRule(),
          new CoverageRule(),
          new TrackedRule(),
          new CutOffRule(),
          new BlindRule(),
          new ClockRule(),
          new UnreadableReportRule(),
          new NewerReportRule(),
          new DatabaseRule(),
          new DataRule());

  private Rules() {}
}
