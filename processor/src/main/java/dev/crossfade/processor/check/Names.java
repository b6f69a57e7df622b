package dev.crossfade.processor.check;

import dev.crossfade.processor.model.Attribute;
import dev.crossfade.processor.model.Entity;
import dev.crossfade.processor.model.Renaming;
import dev.crossfade.processor.model.StatedName;

/** Walks over the names on which a transition, or the generated SQL, depends. */
final class Names {

  private Names() {}

  /** What a check does with a name. */
  interface Visitor {
    /**
     * Looks at one name.
     *
     * @param what {@code "column"}, for a sentence
     */
    void visit(StatedName name, String what, Refusal refusal);
  }

  /** Refuses at the place where the name stands. */
  interface Refusal {
    void refuse(String id, String message, String why, String remedy);
  }

  static void visit(Entity entity, Findings findings, Visitor visitor) {
    if (entity.schema() != null) {
      visitor.visit(entity.schema(), "schema", findings::refuse);
    }
    visitor.visit(entity.table(), "table", findings::refuse);
    for (Attribute attribute : entity.attributes()) {
      Renaming renaming = attribute.renaming();
      if (renaming != null && !renaming.from().catalog().isBlank()) {
        visitor.visit(
            renaming.from(),
            "old column",
            (id, message, why, remedy) ->
                findings.refuse(attribute, renaming, id, message, why, remedy));
      }
      if (renaming != null || entity.generatesCode()) {
        visitor.visit(
            attribute.column(),
            "column",
            (id, message, why, remedy) -> findings.refuse(attribute, id, message, why, remedy));
      }
    }
  }
}
