package dev.crossfade.processor.check;

import dev.crossfade.model.Problem;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * One refusal. Immutable.
 *
 * @param problem what is wrong and what to do
 * @param element where
 * @param mirror the annotation there that is wrong, or null
 * @param entity the class to point at if {@code element} has no source in this compilation
 */
public record Finding(
    Problem problem, Element element, @Nullable AnnotationMirror mirror, TypeElement entity) {

  /** Whether what is missing may still be added to the class by another processor. */
  public boolean mayBeGenerated() {
    return problem.id().equals(UnreachableFieldCheck.ID)
        || problem.id().equals(NoConstructorCheck.ID);
  }
}
