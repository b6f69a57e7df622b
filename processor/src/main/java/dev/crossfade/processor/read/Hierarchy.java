package dev.crossfade.processor.read;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * An entity and the superclasses whose state its rows hold. Immutable.
 *
 * @param mapped top-most first; the entity is the last
 * @param unmapped superclasses that JPA leaves out, as they are neither entity nor mapped
 *     superclass
 * @param entityAncestor the nearest superclass that is a JPA entity itself, or null
 * @param rootEntity the top-most such, or null
 * @param jpa whether the entity is JPA's
 * @param resolved false if a superclass does not exist yet: another processor may still write it
 */
record Hierarchy(
    List<TypeElement> mapped,
    List<TypeElement> unmapped,
    @Nullable TypeElement entityAncestor,
    @Nullable TypeElement rootEntity,
    boolean jpa,
    boolean resolved) {

  static Hierarchy of(TypeElement entity) {
    List<TypeElement> mapped = new ArrayList<>(List.of(entity));
    List<TypeElement> unmapped = new ArrayList<>();
    boolean jpa = isEntity(entity) || Annotations.has(entity, Vocabulary.MAPPED_SUPERCLASS);
    TypeElement ancestor = null;
    TypeElement root = null;
    TypeMirror above = entity.getSuperclass();
    while (above.getKind() == TypeKind.DECLARED
        && ((DeclaredType) above).asElement() instanceof TypeElement type
        && !isRoot(type)) {
      above = type.getSuperclass();
      if (jpa && !isEntity(type) && !Annotations.has(type, Vocabulary.MAPPED_SUPERCLASS)) {
        unmapped.add(type);
        continue;
      }
      mapped.add(0, type);
      if (isEntity(type)) {
        ancestor = ancestor == null ? type : ancestor;
        root = type;
      }
    }
    boolean resolved = above.getKind() != TypeKind.ERROR;
    return new Hierarchy(mapped, unmapped, ancestor, root, jpa, resolved);
  }

  static boolean isEntity(TypeElement type) {
    return Annotations.has(type, Vocabulary.ENTITY);
  }

  /**
   * The classes whose transitions are this entity's to declare. What an entity above it declares is
   * that one's, unless each has a table with all columns.
   */
  List<TypeElement> declaring() {
    if (entityAncestor == null || strategy().equals("TABLE_PER_CLASS")) {
      return mapped;
    }
    return mapped.subList(mapped.indexOf(entityAncestor) + 1, mapped.size());
  }

  /** The class whose table holds what {@link #declaring()} maps. */
  TypeElement tableOwner() {
    return rootEntity != null && strategy().equals("SINGLE_TABLE")
        ? rootEntity
        : mapped.get(mapped.size() - 1);
  }

  private String strategy() {
    var inheritance =
        rootEntity == null ? null : Annotations.find(rootEntity, Vocabulary.INHERITANCE);
    return inheritance == null
        ? "SINGLE_TABLE"
        : Annotations.constant(inheritance, "strategy", "SINGLE_TABLE");
  }

  private static boolean isRoot(TypeElement type) {
    return type.getQualifiedName().contentEquals("java.lang.Object")
        || type.getQualifiedName().contentEquals("java.lang.Record");
  }
}
