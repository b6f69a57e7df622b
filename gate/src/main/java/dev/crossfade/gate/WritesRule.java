package dev.crossfade.gate;

import dev.crossfade.gate.report.Use;

/** {@code writes}: nothing wrote the column, or changed it by DDL, in the window. */
final class WritesRule implements Rule {

  @Override
  public String id() {
    return "writes";
  }

  @Override
  public Finding judge(Evidence evidence) {
    return Finding.of(id(), Uses.inWindow(evidence, Use::writes, "writes"), "none in the window");
  }
}
