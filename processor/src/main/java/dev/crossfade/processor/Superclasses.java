package dev.crossfade.processor;

import dev.crossfade.processor.read.EntityReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Superclasses with a transition, and whether an entity of this compilation extends each. */
final class Superclasses {

  private final Map<String, TypeElement> declaring = new LinkedHashMap<>();
  private final Set<String> extended = new HashSet<>();

  void see(TypeElement type) {
    if (EntityReader.isMappedSuperclass(type) && EntityReader.declaresTransition(type)) {
      declaring.put(type.getQualifiedName().toString(), type);
    }
  }

  void extendedBy(TypeElement entity) {
    TypeElement at = entity;
    while (at.getSuperclass() instanceof DeclaredType above
        && above.asElement() instanceof TypeElement superclass) {
      extended.add(superclass.getQualifiedName().toString());
      at = superclass;
    }
  }

  /** Those whose transitions are in no descriptor of this compilation. */
  List<TypeElement> unused() {
    List<TypeElement> unused = new ArrayList<>();
    declaring.forEach(
        (name, type) -> {
          if (!extended.contains(name)) {
            unused.add(type);
          }
        });
    return unused;
  }
}
