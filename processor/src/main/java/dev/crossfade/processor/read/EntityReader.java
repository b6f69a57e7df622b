package dev.crossfade.processor.read;

import dev.crossfade.processor.model.Access;
import dev.crossfade.processor.model.Attribute;
import dev.crossfade.processor.model.Entity;
import dev.crossfade.processor.model.Entity.Construction;
import dev.crossfade.processor.model.Misplaced;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads one class with what it inherits. */
public final class EntityReader {

  private final Elements elements;
  private final Types types;

  public EntityReader(ProcessingEnvironment environment) {
    this.elements = environment.getElementUtils();
    this.types = environment.getTypeUtils();
  }

  /** Reads {@code type}, which may be any class, record, interface or enum. */
  public Reading read(TypeElement type) {
    if (cannotBeEntity(type) || isMappedSuperclass(type)) {
      return new Reading.NoEntity();
    }
    Hierarchy hierarchy = Hierarchy.of(type);
    boolean declares =
        hierarchy.declaring().stream().anyMatch(EntityReader::declaresTransition)
            || hierarchy.unmapped().stream().anyMatch(EntityReader::declaresTransition);
    if (!hierarchy.resolved()) {
      return new Reading.Unresolved();
    }
    return declares ? read(type, hierarchy) : new Reading.NoEntity();
  }

  /** Whether a member of {@code type} itself is annotated. */
  public static boolean declaresTransition(TypeElement type) {
    return Annotations.has(type.getEnclosedElements(), Vocabulary.RENAMED_COLUMN);
  }

  /** Whether {@code type} has no table, and no class inherits one from it. */
  public static boolean cannotBeEntity(TypeElement type) {
    boolean isClass = type.getKind() == ElementKind.CLASS || type.getKind() == ElementKind.RECORD;
    return !isClass || Annotations.has(type, Vocabulary.EMBEDDABLE);
  }

  /** Whether other classes inherit the mapping of {@code type}, which has no table itself. */
  public static boolean isMappedSuperclass(TypeElement type) {
    return Annotations.has(type, Vocabulary.MAPPED_SUPERCLASS)
        || (type.getKind() == ElementKind.CLASS
            && type.getModifiers().contains(Modifier.ABSTRACT)
            && !Hierarchy.isEntity(type));
  }

  private Reading read(TypeElement type, Hierarchy hierarchy) {
    Reach reach = new Reach(elements, type);
    Methods methods = new Methods(types, type, hierarchy.mapped(), reach);
    Access access = Members.access(type, hierarchy);
    AttributeReader reader = new AttributeReader(type, hierarchy.jpa(), reach, methods.names());
    List<Attribute> attributes = new ArrayList<>();
    for (Member member : new Members(hierarchy, methods).of(access)) {
      if (member.type().getKind() == TypeKind.ERROR) {
        return new Reading.Unresolved();
      }
      attributes.add(reader.read(member));
    }
    List<Misplaced> misplaced = MisplacedReader.read(hierarchy, access);
    TypeElement owner = hierarchy.tableOwner();
    Construction construction = reach.construction(type);
    return new Reading.Read(
        new Entity(
            type,
            access,
            TableReader.schema(owner),
            TableReader.table(owner),
            attributes,
            misplaced,
            TableReader.mentioned(type),
            construction,
            construction != Construction.NONE && !isDescriptorOnly(hierarchy),
            unsupported(type, hierarchy)));
  }

  private static boolean isDescriptorOnly(Hierarchy hierarchy) {
    return Annotations.has(hierarchy.mapped(), Vocabulary.DESCRIPTOR_ONLY);
  }

  private static @Nullable String unsupported(TypeElement type, Hierarchy hierarchy) {
    AnnotationMirror mirror = Annotations.find(type, Vocabulary.UNSUPPORTED_ON_CLASS);
    if (mirror != null) {
      return Annotations.shortName(mirror);
    }
    return hierarchy.entityAncestor() == null ? null : "a superclass with @Entity";
  }
}
