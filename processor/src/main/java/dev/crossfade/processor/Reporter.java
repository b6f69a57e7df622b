package dev.crossfade.processor;

import dev.crossfade.model.Problem;
import dev.crossfade.processor.check.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/** Tells problems to the compiler, each once, at a place that has a line. */
final class Reporter {

  private final Messager messager;
  private final Set<String> withSource = new HashSet<>();
  private final Set<String> told = new HashSet<>();

  Reporter(Messager messager) {
    this.messager = messager;
  }

  void hasSource(TypeElement type) {
    withSource.add(type.getQualifiedName().toString());
  }

  void report(List<Finding> findings) {
    for (Finding finding : findings) {
      // What a superclass from another module does wrong is told at the class that extends it.
      boolean here = hasSource(finding.element());
      Element at = here ? finding.element() : finding.entity();
      tell(finding.problem(), at, here ? finding.mirror() : null);
    }
  }

  /** Generated code can not be written. */
  void nameTaken(String className, TypeElement entity) {
    tell(
        new Problem(
            "name-taken",
            "The class " + className + " can not be generated.",
            entity.getQualifiedName().toString(),
            "there is one with this name, or two entities would generate it",
            "rename the other class, or the entity"),
        entity,
        null);
  }

  /** A file can not be written. */
  void unwritable(String file, String reason) {
    messager.printMessage(
        Kind.ERROR,
        new Problem(
                "unwritable-output",
                "The compiler can not write " + file + ".",
                file,
                reason,
                "free the place, or correct its permissions, and build again")
            .render());
  }

  /** Nobody in this compilation inherits a transition; another module may. */
  void nobodyExtends(TypeElement superclass) {
    messager.printMessage(
        Kind.NOTE,
        new Problem(
                "superclass-without-entity",
                "No entity of this compilation extends " + superclass.getSimpleName() + ".",
                superclass.getQualifiedName().toString(),
                "a superclass has no table, so its transition is in no descriptor yet",
                "compile the entities that extend it with this processor too")
            .render(),
        superclass);
  }

  boolean hasRefused() {
    return !told.isEmpty();
  }

  private void tell(Problem problem, Element at, @Nullable AnnotationMirror mirror) {
    // Several entities that inherit one mistake would repeat it at one place.
    if (told.add(problem.id() + at.getEnclosingElement() + "." + at + problem.message())) {
      messager.printMessage(Kind.ERROR, problem.render(), at, mirror);
    }
  }

  private boolean hasSource(Element element) {
    for (Element at = element; at != null; at = at.getEnclosingElement()) {
      if (at instanceof TypeElement type) {
        return withSource.contains(type.getQualifiedName().toString());
      }
    }
    return false;
  }
}
