package dev.crossfade.processor.check;

import dev.crossfade.processor.model.Entity;
import dev.crossfade.processor.model.Entity.Construction;

/** {@code unreachable-class}: generated code stands beside the class and must name it. */
final class UnreachableClassCheck implements Check {

  @Override
  public void check(Entity entity, Findings findings) {
    if (entity.construction() == Construction.NO_CLASS) {
      findings.refuse(
          "unreachable-class",
          "Generated code can not use the class " + entity.type().getSimpleName() + ".",
          "it, or a class around it, is private or needs an enclosing instance",
          "make it a static nested or a top-level class that is not private");
    }
    if (!entity.type().getTypeParameters().isEmpty()) {
      findings.refuse(
          "unreachable-class",
          "Generated code can not use the generic class " + entity.type().getSimpleName() + ".",
          "a row does not say what its type parameters are",
          "annotate a subclass without type parameters, or remove them");
    }
  }
}
