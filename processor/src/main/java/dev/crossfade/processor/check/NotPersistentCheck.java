package dev.crossfade.processor.check;

import dev.crossfade.processor.model.Entity;
import dev.crossfade.processor.model.Misplaced;
import dev.crossfade.processor.model.Misplaced.Reason;

/** {@code not-persistent}: a transition of what no column holds would silently do nothing. */
final class NotPersistentCheck implements Check {

  @Override
  public void check(Entity entity, Findings findings) {
    for (Misplaced misplaced : entity.misplaced()) {
      if (misplaced.reason() != Reason.OTHER_ACCESS) {
        findings.refuse(
            misplaced,
            "not-persistent",
            "@RenamedColumn stands on " + what(misplaced.reason()) + ".",
            "no column holds it, so there is nothing to rename",
            "move the annotation to the persistent field that maps the new column");
      }
    }
  }

  private static String what(Reason reason) {
    return switch (reason) {
      case STATIC -> "a static member";
      case TRANSIENT -> "a transient member";
      case UNMAPPED_SUPERCLASS -> "a member of a superclass that is no @MappedSuperclass";
      case NO_GETTER -> "a method that is no getter";
      case OTHER_ACCESS -> throw new IllegalArgumentException(reason.name());
    };
  }
}
