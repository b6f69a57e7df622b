package dev.crossfade.processor.read;

import dev.crossfade.processor.model.Accessor;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** The methods of an entity and its superclasses that may be accessors. */
final class Methods {

  private final Types types;
  private final DeclaredType entity;
  private final Reach reach;
  private final List<ExecutableElement> all = new ArrayList<>();

  Methods(Types types, TypeElement entity, List<TypeElement> topMostFirst, Reach reach) {
    this.types = types;
    this.entity = (DeclaredType) entity.asType();
    this.reach = reach;
    for (int i = topMostFirst.size() - 1; i >= 0; i--) {
      for (ExecutableElement method :
          ElementFilter.methodsIn(topMostFirst.get(i).getEnclosedElements())) {
        if (!method.getModifiers().contains(Modifier.STATIC)) {
          all.add(method);
        }
      }
    }
  }

  /** The type of {@code member} as the entity sees it. */
  TypeMirror typeOf(Element member) {
    TypeMirror type = types.asMemberOf(entity, member);
    return type instanceof ExecutableType method ? method.getReturnType() : type;
  }

  List<String> names() {
    return all.stream().map(method -> method.getSimpleName().toString()).toList();
  }

  /** How to read {@code field}: itself, or a getter in the style of a bean or of a record. */
  @Nullable Accessor getter(VariableElement field) {
    String name = field.getSimpleName().toString();
    if (reach.of(field)) {
      return new Accessor(false, name);
    }
    TypeMirror type = typeOf(field);
    List<String> names = new ArrayList<>(List.of("get" + capitalised(name), name));
    if (isBoolean(type)) {
      names.add("is" + capitalised(name));
    }
    for (ExecutableElement method : all) {
      if (names.contains(method.getSimpleName().toString())
          && method.getParameters().isEmpty()
          && reach.of(method)
          && types.isSameType(typeOf(method), type)) {
        return new Accessor(true, method.getSimpleName().toString());
      }
    }
    return null;
  }

  /** How to set {@code field}: itself, or a setter. */
  @Nullable Accessor setter(VariableElement field) {
    String name = field.getSimpleName().toString();
    TypeMirror type = typeOf(field);
    if (reach.of(field) && !field.getModifiers().contains(Modifier.FINAL)) {
      return new Accessor(false, name);
    }
    Accessor setter = setter(name, type);
    // A bean's field isActive has the setter setActive.
    return setter == null && isBoolean(type) && !afterIs(name).isEmpty()
        ? setter(decapitalised(afterIs(name)), type)
        : setter;
  }

  /** A method {@code setName} for one value of {@code type}. */
  @Nullable Accessor setter(String name, TypeMirror type) {
    for (ExecutableElement method : all) {
      if (method.getSimpleName().contentEquals("set" + capitalised(name))
          && method.getParameters().size() == 1
          && reach.of(method)
          && types.asMemberOf(entity, method) instanceof ExecutableType as
          && types.isSameType(as.getParameterTypes().get(0), type)) {
        return new Accessor(true, method.getSimpleName().toString());
      }
    }
    return null;
  }

  /** The property that {@code method} is the getter of, or null. */
  static @Nullable String property(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    if (!method.getParameters().isEmpty()
        || method.getReturnType().getKind() == TypeKind.VOID
        || name.equals("getClass")) {
      return null;
    }
    if (name.startsWith("get") && name.length() > 3) {
      return decapitalised(name.substring(3));
    }
    return isBoolean(method.getReturnType()) && !afterIs(name).isEmpty()
        ? decapitalised(afterIs(name))
        : null;
  }

  private static String afterIs(String name) {
    return name.startsWith("is") && name.length() > 2 && Character.isUpperCase(name.charAt(2))
        ? name.substring(2)
        : "";
  }

  private static boolean isBoolean(TypeMirror type) {
    return type.getKind() == TypeKind.BOOLEAN || type.toString().equals("java.lang.Boolean");
  }

  private static String capitalised(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  // As java.beans.Introspector does it: URL stays URL.
  private static String decapitalised(String name) {
    return name.length() > 1
            && Character.isUpperCase(name.charAt(0))
            && Character.isUpperCase(name.charAt(1))
        ? name
        : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
