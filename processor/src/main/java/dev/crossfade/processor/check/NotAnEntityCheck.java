package dev.crossfade.processor.check;

import dev.crossfade.model.Problem;
import javax.lang.model.element.TypeElement;

/** {@code not-an-entity}: a transition inside what never has a table would silently do nothing. */
public final class NotAnEntityCheck {

  private NotAnEntityCheck() {}

  /** The refusal of {@code type}, which holds a transition and can not be an entity. */
  public static Finding refuse(TypeElement type) {
    String kind =
        switch (type.getKind()) {
          case INTERFACE -> "an interface";
          case ENUM -> "an enum";
          case ANNOTATION_TYPE -> "an annotation";
          default -> "an @Embeddable";
        };
    Problem problem =
        new Problem(
            "not-an-entity",
            "@RenamedColumn stands in " + kind + ", which has no table of its own.",
            type.getQualifiedName().toString(),
            "nothing tells which table's column is renamed",
            "annotate a field of the entity itself, or of a superclass that it inherits");
    return new Finding(problem, type, null, type);
  }
}
