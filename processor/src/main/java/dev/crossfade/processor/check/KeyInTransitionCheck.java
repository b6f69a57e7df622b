package dev.crossfade.processor.check;

import dev.crossfade.processor.model.Attribute;
import dev.crossfade.processor.model.Entity;
import dev.crossfade.processor.model.Renaming;

/** {@code key-in-transition}: rows are found by their key while it would be copied. */
final class KeyInTransitionCheck implements Check {

  @Override
  public void check(Entity entity, Findings findings) {
    for (Attribute key : entity.keys()) {
      Renaming renaming = key.renaming();
      if (renaming != null) {
        findings.refuse(
            key,
            renaming,
            "key-in-transition",
            "The primary key " + key.name() + " is being renamed.",
            "foreign keys and every WHERE depend on it, and generated code does not move those",
            "keep the column's name: map the attribute to it with @Column");
      }
    }
  }
}
