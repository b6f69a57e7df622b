package dev.crossfade.demo;

import java.util.ArrayList;
import java.util.List;

/** How long each phase lasted, and how many requests were served and failed in it. */
final class PhaseTimes {

  /** One phase. */
  record Span(String phase, double seconds, long served, long failed) {}

  private final Tally tally;
  private final List<Span> spans = new ArrayList<>();
  private String phase = "";
  private long started;
  private long servedBefore;
  private long failedBefore;

  PhaseTimes(Tally tally) {
    this.tally = tally;
  }

  /** The phase before ends, this one begins. */
  void enter(String next) {
    end();
    phase = next;
    started = System.nanoTime();
    servedBefore = tally.served.sum();
    failedBefore = tally.failed.sum();
  }

  void end() {
    if (!phase.isEmpty()) {
      spans.add(
          new Span(
              phase,
              (System.nanoTime() - started) / 1e9,
              tally.served.sum() - servedBefore,
              tally.failed.sum() - failedBefore));
    }
    phase = "";
  }

  List<Span> spans() {
    return List.copyOf(spans);
  }
}
