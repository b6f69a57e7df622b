package dev.crossfade.processor.read;

import dev.crossfade.processor.model.Access;
import dev.crossfade.processor.model.Misplaced;
import dev.crossfade.processor.model.Misplaced.Reason;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Finds {@code @RenamedColumn} where nothing is stored, so that it can not be overlooked. */
final class MisplacedReader {

  private MisplacedReader() {}

  static List<Misplaced> read(Hierarchy hierarchy, Access access) {
    List<Misplaced> misplaced = new ArrayList<>();
    for (TypeElement type : hierarchy.unmapped()) {
      for (Element member : type.getEnclosedElements()) {
        add(misplaced, member, Reason.UNMAPPED_SUPERCLASS);
      }
    }
    for (TypeElement type : hierarchy.declaring()) {
      for (Element member : type.getEnclosedElements()) {
        Reason reason = reason(member, access);
        if (reason != null) {
          add(misplaced, member, reason);
        }
      }
    }
    return misplaced;
  }

  private static @Nullable Reason reason(Element member, Access access) {
    boolean method = member.getKind() == ElementKind.METHOD;
    if (!method && member.getKind() != ElementKind.FIELD) {
      return null;
    }
    if (member.getModifiers().contains(Modifier.STATIC)) {
      return Reason.STATIC;
    }
    if (!Members.isPersistent(member)) {
      return Reason.TRANSIENT;
    }
    if (access == Access.COMPONENT) {
      return method && !isRecordAccessor((ExecutableElement) member) ? Reason.NO_GETTER : null;
    }
    if (method && Methods.property((ExecutableElement) member) == null) {
      return Reason.NO_GETTER;
    }
    return method == (access == Access.PROPERTY) ? null : Reason.OTHER_ACCESS;
  }

  private static boolean isRecordAccessor(ExecutableElement method) {
    return method.getEnclosingElement() instanceof TypeElement record
        && record.getRecordComponents().stream()
            .anyMatch(component -> method.equals(component.getAccessor()));
  }

  private static void add(List<Misplaced> misplaced, Element member, Reason reason) {
    AnnotationMirror mirror = Annotations.find(member, Vocabulary.RENAMED_COLUMN);
    if (mirror != null) {
      misplaced.add(new Misplaced(member, mirror, reason));
    }
  }
}
