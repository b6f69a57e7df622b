package dev.crossfade.processor.model;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/**
 * A {@code @RenamedColumn} on something that is not persistent. Immutable.
 *
 * @param element where it stands
 * @param mirror the annotation
 * @param reason why that is not persistent
 */
public record Misplaced(Element element, AnnotationMirror mirror, Reason reason) {

  /** Why nothing is stored there. */
  public enum Reason {
    STATIC,
    TRANSIENT,
    /** On a getter of an entity with field access, or on a field of one with property access. */
    OTHER_ACCESS,
    /** In a superclass that JPA does not map. */
    UNMAPPED_SUPERCLASS,
    /** On a method that is no getter. */
    NO_GETTER
  }
}
