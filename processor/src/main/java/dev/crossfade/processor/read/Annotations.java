package dev.crossfade.processor.read;

import dev.crossfade.processor.model.StatedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Reads annotations as mirrors, by name. */
final class Annotations {

  private Annotations() {}

  /** The first annotation of {@code element} with one of these names, or null. */
  static @Nullable AnnotationMirror find(Element element, List<String> names) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (names.contains(nameOf(mirror))) {
        return mirror;
      }
    }
    return null;
  }

  /** As {@link #find(Element, List)}, of the first element that has one. */
  static @Nullable AnnotationMirror find(List<? extends Element> elements, List<String> names) {
    for (Element element : elements) {
      AnnotationMirror mirror = find(element, names);
      if (mirror != null) {
        return mirror;
      }
    }
    return null;
  }

  static boolean has(Element element, List<String> names) {
    return find(element, names) != null;
  }

  static boolean has(List<? extends Element> elements, List<String> names) {
    return find(elements, names) != null;
  }

  static String nameOf(AnnotationMirror mirror) {
    return ((TypeElement) mirror.getAnnotationType().asElement()).getQualifiedName().toString();
  }

  /** {@code @ManyToOne}, for messages. */
  static String shortName(AnnotationMirror mirror) {
    return "@" + mirror.getAnnotationType().asElement().getSimpleName();
  }

  /** A member that stands in the source, or null. */
  static @Nullable Object value(AnnotationMirror mirror, String member) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        mirror.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(member)) {
        return entry.getValue().getValue();
      }
    }
    return null;
  }

  /** A String member, or null if it is absent or blank, which both mean: the default. */
  static @Nullable String text(AnnotationMirror mirror, String member) {
    return value(mirror, member) instanceof String text && !text.isBlank() ? text : null;
  }

  static boolean flag(AnnotationMirror mirror, String member, boolean otherwise) {
    return value(mirror, member) instanceof Boolean flag ? flag : otherwise;
  }

  /** The name of an enum constant. */
  static String constant(AnnotationMirror mirror, String member, String otherwise) {
    return value(mirror, member) instanceof VariableElement constant
        ? constant.getSimpleName().toString()
        : otherwise;
  }

  /** The annotations that an array member (or a single one) holds. */
  static List<AnnotationMirror> nested(AnnotationMirror mirror, String member) {
    List<AnnotationMirror> nested = new ArrayList<>();
    for (Object item : items(mirror, member)) {
      if (item instanceof AnnotationMirror inner) {
        nested.add(inner);
      }
    }
    return nested;
  }

  /** The Strings that an array member holds. */
  static List<String> texts(AnnotationMirror mirror, String member) {
    List<String> texts = new ArrayList<>();
    for (Object item : items(mirror, member)) {
      if (item instanceof String text) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** The name that {@code member} states, read as PostgreSQL reads it, or null. */
  static @Nullable StatedName name(
      @Nullable AnnotationMirror mirror, String member, StatedName.Origin origin) {
    String written = mirror == null ? null : text(mirror, member);
    if (written == null) {
      return null;
    }
    // Spring Data quotes every name, so PostgreSQL does not fold it.
    return origin == StatedName.Origin.SPRING_DATA
        ? new StatedName(written, written, origin)
        : StatedName.folded(written, origin);
  }

  private static List<Object> items(AnnotationMirror mirror, String member) {
    Object value = value(mirror, member);
    List<Object> items = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object item : list) {
        items.add(((AnnotationValue) item).getValue());
      }
    } else if (value != null) {
      items.add(value);
    }
    return items;
  }
}
