package dev.crossfade.processor.check;

import dev.crossfade.processor.model.Entity;
import dev.crossfade.processor.model.Entity.Construction;

/** {@code no-constructor}: a reader must be able to make an entity. */
final class NoConstructorCheck implements Check {

  static final String ID = "no-constructor";

  @Override
  public void check(Entity entity, Findings findings) {
    if (entity.construction() == Construction.NO_CONSTRUCTOR) {
      findings.refuse(
          ID,
          "Generated code can not make a " + entity.type().getSimpleName() + ".",
          "it has no constructor without arguments, or a private one",
          "add a constructor without arguments that is not private, or make it a record");
    }
  }
}
