package dev.crossfade.processor.check;

import dev.crossfade.processor.model.Entity;

/** One rule that a build can decide. Adds what it refuses and never throws. */
interface Check {

  void check(Entity entity, Findings findings);
}
