package dev.crossfade.processor.read;

import dev.crossfade.processor.model.Entity.Construction;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** What code in an entity's package, but outside the entity, may use. */
final class Reach {

  private final Elements elements;
  private final PackageElement home;

  Reach(Elements elements, TypeElement entity) {
    this.elements = elements;
    this.home = elements.getPackageOf(entity);
  }

  boolean of(Element member) {
    Set<Modifier> modifiers = member.getModifiers();
    if (modifiers.contains(Modifier.PUBLIC)) {
      return true;
    }
    return !modifiers.contains(Modifier.PRIVATE) && elements.getPackageOf(member).equals(home);
  }

  /** Whether {@code type} and every class around it can be named. */
  boolean ofType(TypeElement type) {
    for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
      if (!of(at)) {
        return false;
      }
    }
    return true;
  }

  Construction construction(TypeElement entity) {
    if (entity.getModifiers().contains(Modifier.ABSTRACT)) {
      return Construction.NONE;
    }
    if (!ofType(entity) || isInner(entity)) {
      return Construction.NO_CLASS;
    }
    if (entity.getKind() == ElementKind.RECORD) {
      return Construction.CANONICAL;
    }
    for (ExecutableElement constructor :
        ElementFilter.constructorsIn(entity.getEnclosedElements())) {
      if (constructor.getParameters().isEmpty() && of(constructor)) {
        return Construction.NO_ARGUMENTS;
      }
    }
    return Construction.NO_CONSTRUCTOR;
  }

  private static boolean isInner(TypeElement type) {
    for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
      if (at.getKind() == ElementKind.CLASS
          && at.getEnclosingElement() instanceof TypeElement
          && !at.getModifiers().contains(Modifier.STATIC)) {
        return true;
      }
    }
    return false;
  }
}
