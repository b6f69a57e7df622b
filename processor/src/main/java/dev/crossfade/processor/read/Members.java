package dev.crossfade.processor.read;

import dev.crossfade.processor.model.Access;
import dev.crossfade.processor.model.Accessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** The persistent members of an entity, superclass first, in source order. */
final class Members {

  private final Hierarchy hierarchy;
  private final Methods methods;

  Members(Hierarchy hierarchy, Methods methods) {
    this.hierarchy = hierarchy;
    this.methods = methods;
  }

  /** Where the mapping stands: JPA says that the place of its {@code @Id} decides for all. */
  static Access access(TypeElement entity, Hierarchy hierarchy) {
    if (entity.getKind() == ElementKind.RECORD) {
      return Access.COMPONENT;
    }
    for (TypeElement type : hierarchy.mapped()) {
      var stated = Annotations.find(type, Vocabulary.JPA_ACCESS);
      if (stated != null) {
        return Access.valueOf(Annotations.constant(stated, "value", "FIELD"));
      }
    }
    List<Element> inside = new ArrayList<>();
    hierarchy.mapped().forEach(type -> inside.addAll(type.getEnclosedElements()));
    List<List<String>> deciding =
        List.of(
            Vocabulary.JPA_ID,
            Vocabulary.RENAMED_COLUMN,
            Vocabulary.ID,
            Vocabulary.OWN_COLUMN,
            Vocabulary.JPA_COLUMN);
    for (List<String> annotation : deciding) {
      if (Annotations.has(ElementFilter.fieldsIn(inside), annotation)) {
        return Access.FIELD;
      }
      if (Annotations.has(ElementFilter.methodsIn(inside), annotation)) {
        return Access.PROPERTY;
      }
    }
    return Access.FIELD;
  }

  List<Member> of(Access access) {
    Map<String, Member> members = new LinkedHashMap<>();
    for (TypeElement type : hierarchy.declaring()) {
      switch (access) {
        case COMPONENT -> components(type, members);
        case FIELD -> fields(type, members);
        case PROPERTY -> properties(type, members);
      }
    }
    return List.copyOf(members.values());
  }

  private void components(TypeElement record, Map<String, Member> members) {
    for (RecordComponentElement component : record.getRecordComponents()) {
      String name = component.getSimpleName().toString();
      // javac knows no line of a record component, but one of the field that it becomes.
      Element element = component;
      List<Element> carriers = new ArrayList<>();
      for (VariableElement field : ElementFilter.fieldsIn(record.getEnclosedElements())) {
        if (field.getSimpleName().contentEquals(name)) {
          element = field;
          carriers.add(field);
        }
      }
      carriers.add(component);
      carriers.add(component.getAccessor());
      Accessor accessor = new Accessor(true, name);
      members.put(
          name, new Member(name, element, carriers, methods.typeOf(component), accessor, null));
    }
  }

  private void fields(TypeElement type, Map<String, Member> members) {
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      String name = field.getSimpleName().toString();
      if (isPersistent(field)) {
        // A field that hides another is a second column: both stay, for a check to refuse.
        String key = members.containsKey(name) ? type.getQualifiedName() + "." + name : name;
        members.put(
            key,
            new Member(
                name,
                field,
                List.of(field),
                methods.typeOf(field),
                methods.getter(field),
                methods.setter(field)));
      }
    }
  }

  private void properties(TypeElement type, Map<String, Member> members) {
    for (ExecutableElement getter : ElementFilter.methodsIn(type.getEnclosedElements())) {
      String name = Methods.property(getter);
      if (name == null || !isPersistent(getter)) {
        continue;
      }
      var propertyType = methods.typeOf(getter);
      Accessor setter = methods.setter(name, propertyType);
      boolean annotated =
          Annotations.has(getter, Vocabulary.RENAMED_COLUMN)
              || Annotations.has(getter, Vocabulary.ID)
              || Annotations.has(getter, Vocabulary.JPA_COLUMN)
              || Annotations.has(getter, Vocabulary.OWN_COLUMN);
      // A getter with neither is computed from others.
      if (annotated || setter != null) {
        Accessor accessor = new Accessor(true, getter.getSimpleName().toString());
        members.put(
            name, new Member(name, getter, List.of(getter), propertyType, accessor, setter));
      }
    }
  }

  static boolean isPersistent(Element member) {
    return !member.getModifiers().contains(Modifier.STATIC)
        && !member.getModifiers().contains(Modifier.TRANSIENT)
        && !Annotations.has(member, Vocabulary.TRANSIENT);
  }
}
