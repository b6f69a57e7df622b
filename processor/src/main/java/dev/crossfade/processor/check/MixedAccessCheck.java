package dev.crossfade.processor.check;

import dev.crossfade.processor.model.Access;
import dev.crossfade.processor.model.Entity;
import dev.crossfade.processor.model.Misplaced;
import dev.crossfade.processor.model.Misplaced.Reason;

/** {@code mixed-access}: JPA ignores a mapping on a getter where the others are on fields. */
final class MixedAccessCheck implements Check {

  @Override
  public void check(Entity entity, Findings findings) {
    boolean byField = entity.access() == Access.FIELD;
    for (Misplaced misplaced : entity.misplaced()) {
      if (misplaced.reason() == Reason.OTHER_ACCESS) {
        findings.refuse(
            misplaced,
            "mixed-access",
            byField
                ? "@RenamedColumn stands on a method, but this entity maps its fields."
                : "@RenamedColumn stands on a field, but this entity maps its getters.",
            "the place of @Id decides for the whole entity, and mappings elsewhere are ignored",
            "move the annotation to the " + (byField ? "field" : "getter"));
      }
    }
  }
}
